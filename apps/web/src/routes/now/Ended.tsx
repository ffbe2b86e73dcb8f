import { Button, classes } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { later } from '../../parts/later.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOpenSpace.ts'
import { useRunInSight } from '../run/runInSight.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { Missed } from './Missed.tsx'
import styles from './Now.module.css'

const NextWorkshop = later(async () => (await import('./NextWorkshop.tsx')).NextWorkshop)

/** After the end: what came of it, and what comes next. */
export function Ended() {
  const { view, workshopId } = useWorkshop()
  const { question, title, next } = view.workshop
  const { board } = view.now
  const isRunInSight = useRunInSight()
  const leadsOn = view.me.role === 'facilitator' && !isRunInSight
  const about = question.trim() || title.trim()
  return (
    <>
      {about === '' ? null : (
        <div className={styles['about']}>
          <Chip tone="accent">
            <bdi>{about}</bdi>
          </Chip>
        </div>
      )}
      <Heading page={t('workshop.now')} className={styles['heading'] ?? ''}>
        {t('now.endedTitle')}
      </Heading>
      <p className={styles['line']}>{t('now.endedBody')}</p>
      <div className={styles['actions']}>
        <Button look="primary" size="large" onClick={() => navigate(pathWithin(workshopId, 'write-up'))}>
          {t('now.toWriteUp')}
        </Button>
        {board === null ? null : (
          <Button size="large" onClick={() => navigate(pathWithin(workshopId, { board }))}>
            {t('now.openBoard')}
          </Button>
        )}
        {Object.values(view.reports).some(({ edited }) => edited > 0) ? (
          <Button size="large" onClick={() => navigate(pathWithin(workshopId, 'news'))}>
            {t('openSpace.wallGo')}
          </Button>
        ) : null}
      </div>
      {next.trim() === '' && !leadsOn ? null : (
        <section className={classes(styles['part'], styles['next'])}>
          <h2 className={styles['sub']}>{t('now.nextTitle')}</h2>
          {next.trim() === '' ? null : (
            <p className={styles['words']} dir="auto">
              {next}
            </p>
          )}
          {leadsOn ? <NextWorkshop hintClass={styles['aside']} /> : null}
        </section>
      )}
      <Missed />
    </>
  )
}
