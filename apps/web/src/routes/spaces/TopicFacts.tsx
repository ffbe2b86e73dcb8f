import { Chip } from '../../parts/Chip.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import type { SpaceItemProps } from './SpaceItem.tsx'
import styles from './spaces.module.css'

/** Of a space's topic: who offered it, how it stands, what there is of its report. */
export function TopicFacts({ topic }: Pick<SpaceItemProps, 'topic'>) {
  const { workshopId } = useSteadyWorkshop()
  if (topic === undefined) return null
  const { id, state, conveners, joined, report, isAlone } = topic
  return (
    <div className={styles['topicFacts']}>
      <p className={styles['aside']}>
        <bdi>{t('spaces.conveners', { names: conveners })}</bdi>
        {joined === 0 ? null : ` · ${t('spaces.joinedWith', { count: joined })}`}
      </p>
      <p className={styles['marks']}>
        {state === 'running' ? null : state === 'continued' ? (
          <Chip>{t('spaces.topicGoesOn')}</Chip>
        ) : (
          <Chip>{t('spaces.topicOver')}</Chip>
        )}
        {isAlone ? <Chip>{t('spaces.noConvener')}</Chip> : null}
        {report === 'none' ? null : (
          <Link to={pathWithin(workshopId, { topic: id })}>{t(`spaces.report_${report}`)}</Link>
        )}
      </p>
    </div>
  )
}
