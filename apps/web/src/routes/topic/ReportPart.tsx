import type { ReportView, TopicView } from '@moot/workshop'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import { useGive } from '../workshop/useGive.ts'
import { DeskState } from './DeskState.tsx'
import type { MainPoints } from './mainPoints.ts'
import { MainPointsList } from './MainPointsList.tsx'
import { ReportForm } from './ReportForm.tsx'
import { ReportReading } from './ReportReading.tsx'
import { ReportStatus } from './ReportStatus.tsx'
import styles from './topic.module.css'
import { useReportDesk } from './useReportDesk.ts'
import { Versions } from './Versions.tsx'
import type { Hand } from './who.ts'

interface ReportPartProps {
  readonly topic: TopicView
  readonly report: ReportView
  readonly points: MainPoints | undefined
  readonly over: number
  readonly hand: Hand
  readonly isPrimary: boolean
}

/** The report of a topic: to fill in for those who may, to read for everybody else and once it is submitted. */
export function ReportPart(props: ReportPartProps) {
  const { topic, report, points, over, hand } = props
  // Who was typing when they lost the right to, or never had it, reads.
  return hand.mayFillIn ? (
    <Filling {...props} />
  ) : (
    <section className={styles['card']} aria-labelledby="report">
      <ReportHead report={report} />
      <ReportReading report={report} points={points} over={over} />
      <Versions topicId={topic.id} report={report} />
    </section>
  )
}

function ReportHead({ report, children }: { readonly report: ReportView; readonly children?: ReactNode }) {
  return (
    <header className={styles['reportHead']}>
      <h2 id="report">{t('topic.report')}</h2>
      <span className={styles['aside']} data-status={report.isSubmitted ? 'submitted' : 'draft'}>
        <ReportStatus report={report} />
      </span>
      {children}
    </header>
  )
}

function Filling({ topic, report, points, over, hand, isPrimary }: ReportPartProps) {
  const { desk, status } = useReportDesk(topic.id)
  const give = useGive()
  const [isBusy, setBusy] = useState(false)
  // Somebody submitted it while another was writing: their words are saved first.
  const isReading = report.isSubmitted && status.state === 'saved'
  const isChanged = report.edited > (report.versions.at(-1)?.at ?? 0)
  const say = async (type: 'report.reopen' | 'report.submit'): Promise<void> => {
    setBusy(true)
    await give(
      { type, topic: topic.id },
      t(type === 'report.reopen' ? 'topic.reopenedSaid' : 'topic.submittedSaid'),
    )
    setBusy(false)
  }
  return (
    <>
      <section className={styles['card']} aria-labelledby="report">
        <ReportHead report={report}>{isReading ? null : <DeskState status={status} />}</ReportHead>
        {isReading ? (
          <>
            <ReportReading report={report} points={points} over={over} />
            {hand.maySubmit ? (
              <div className={styles['submit']}>
                {isChanged ? (
                  <Button busy={isBusy} onClick={() => void say('report.submit')}>
                    {t('topic.submitAgain')}
                  </Button>
                ) : null}
                <Button busy={isBusy} onClick={() => void say('report.reopen')}>
                  {t('topic.reopen')}
                </Button>
                <p className={styles['aside']}>{t(isChanged ? 'topic.changedSince' : 'topic.reopenHint')}</p>
              </div>
            ) : null}
          </>
        ) : (
          <ReportForm
            topic={topic}
            report={report}
            points={points}
            hand={hand}
            desk={desk}
            status={status}
            isPrimary={isPrimary}
          />
        )}
        <Versions topicId={topic.id} report={report} />
      </section>
      {isReading ? null : (
        <section className={styles['card']}>
          <h2>{t('topic.points')}</h2>
          <p className={styles['aside']}>{t('topic.pointsHint')}</p>
          <MainPointsList points={points} over={over} level={3} />
        </section>
      )}
    </>
  )
}
