import type { ReportView, TopicView } from '@moot/workshop'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { t } from '../../text/index.ts'
import { useGive } from '../workshop/useGive.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import { DeskState } from './DeskState.tsx'
import { keptFields, keptKey } from './keptFields.ts'
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
  const { topic, hand } = props
  const { workshopId, visit } = useSteadyWorkshop()
  const [isAsked, setAsked] = useState(false)
  // Others' reports are read by facilitators, and filled in only when they say so. Who was named no more while they wrote
  // keeps their words before their eyes until they are saved or taken elsewhere.
  const isFilling = hand.mayFillIn
    ? !hand.isFacilitator || isAsked
    : Object.keys(keptFields(keptKey(workshopId, visit.personId, topic.id))).length > 0
  if (isFilling) return <Filling {...props} />
  return (
    <Reading {...props}>
      {hand.mayFillIn ? (
        <div className={styles['submit']}>
          <Button
            onClick={() => {
              setAsked(true)
              focusIfLost()
            }}
          >
            {t('topic.fillInFor')}
          </Button>
          <p className={styles['aside']}>{t('topic.theyAreTold')}</p>
        </div>
      ) : null}
    </Reading>
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

/** The report as text; `children` is what can be done about it. */
function Reading({
  topic,
  report,
  points,
  over,
  children,
}: ReportPartProps & { readonly children?: ReactNode }) {
  return (
    <section className={styles['card']} aria-labelledby="report">
      <ReportHead report={report} />
      <ReportReading report={report} points={points} over={over} />
      <Counted topicId={topic.id} />
      {children}
      <Versions topicId={topic.id} report={report} />
    </section>
  )
}

/** Whoever is counted as having taken part takes themselves out again, and those whom they write for (OS-12). */
function Counted({ topicId }: { readonly topicId: string }) {
  const { view } = useWorkshop()
  const give = useGive()
  const { me, people } = view
  const own = (me.topics.people[topicId] ?? []).filter((id) => id === me.person || me.assists.includes(id))
  return own.map((id) => {
    const name = people[id]?.name ?? ''
    return (
      <div key={id} className={styles['submit']}>
        <p className={styles['aside']} dir="auto">
          {id === me.person ? t('topic.youAreCounted') : t('topic.theyAreCounted', { name })}
        </p>
        <Button
          onClick={() => {
            focusIfLost()
            void give({ type: 'report.people', topic: topicId, add: [], remove: [id] })
          }}
        >
          {id === me.person ? t('topic.takeMeOut') : t('topic.takeThemOut', { name })}
        </Button>
      </div>
    )
  })
}

function Filling(props: ReportPartProps) {
  const { topic, report, points, over, hand } = props
  const { desk, status } = useReportDesk(topic.id)
  const [isWriting, setWriting] = useState(false)
  const { isSubmitted } = report
  // Nothing is taken from under the hands of somebody who writes when another submits it.
  const isReading = isSubmitted && status.state === 'saved' && !isWriting
  const was = useRef({ isSubmitted, isReading })
  useEffect(() => {
    const before = was.current
    was.current = { isSubmitted, isReading }
    if (before.isSubmitted !== isSubmitted)
      announce(t(isSubmitted ? 'topic.submittedSaid' : 'topic.reopenedSaid'))
    // What was pressed is gone with the part that it stood in.
    if (before.isReading !== isReading) focusIfLost()
  }, [isSubmitted, isReading])
  if (isReading)
    return (
      <Reading {...props}>{hand.maySubmit ? <Submitted topicId={topic.id} report={report} /> : null}</Reading>
    )
  return (
    <>
      <section className={styles['card']} aria-labelledby="report">
        <ReportHead report={report}>
          <DeskState status={status} />
        </ReportHead>
        <ReportForm {...props} desk={desk} status={status} onWriting={setWriting} />
        <Versions topicId={topic.id} report={report} />
      </section>
      <section className={styles['card']}>
        <h2>{t('topic.points')}</h2>
        <p className={styles['aside']}>{t('topic.pointsHint')}</p>
        <MainPointsList points={points} over={over} level={3} />
      </section>
    </>
  )
}

/** What can be done about a report that is submitted: taken back, or submitted anew where more was written since. */
function Submitted({ topicId, report }: { readonly topicId: string; readonly report: ReportView }) {
  const give = useGive()
  const [isBusy, setBusy] = useState(false)
  const isChanged = report.edited > (report.versions.at(-1)?.at ?? 0)
  const say = async (type: 'report.reopen' | 'report.submit'): Promise<void> => {
    setBusy(true)
    await give({ type, topic: topicId })
    setBusy(false)
  }
  return (
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
  )
}
