import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'
import '../../text/withRun.ts'
import { Notice } from '../../parts/Notice.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './run.module.css'
import { RunPanel } from './RunPanel.tsx'

/** A facilitator’s panel as a screen of its own, for phones. */
export function Run() {
  const { view } = useWorkshop()
  const heading = <Heading page={t('run.title')}>{t('run.title')}</Heading>
  if (view.me.role !== 'facilitator') {
    return (
      <div className={styles['screen']}>
        {heading}
        <Notice>{t('run.onlyFacilitators')}</Notice>
      </div>
    )
  }
  return (
    <div className={styles['screen']}>
      <RunPanel boardId={undefined} hasPrimary heading={heading} />
    </div>
  )
}
