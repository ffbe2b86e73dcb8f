import type { ReportView, TopicView } from '@moot/workshop'
import { HEADLINE_SOFT } from '@moot/workshop'
import { useRef, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { MainPoints } from './mainPoints.ts'
import type { DeskStatus, ReportDesk } from './ReportDesk.ts'
import { ReportJobs } from './ReportJobs.tsx'
import { ReportPeople } from './ReportPeople.tsx'
import { ReportQuote } from './ReportQuote.tsx'
import { ReportText } from './ReportText.tsx'
import styles from './topic.module.css'
import { writersSince } from './mainPoints.ts'
import { isAlone, suggestedPeople } from './who.ts'
import type { Hand } from './who.ts'

/** The report to fill in: three texts, and the rest behind *More to say*. All of it is saved as one types. */
export function ReportForm({
  topic,
  report,
  points,
  hand,
  desk,
  status,
  isPrimary,
  onWriting,
}: {
  readonly topic: TopicView
  readonly report: ReportView
  readonly points: MainPoints | undefined
  readonly hand: Hand
  readonly desk: ReportDesk
  readonly status: DeskStatus
  /** Whether submitting is the one action of the screen. */
  readonly isPrimary: boolean
  /** Whether the person is in one of the texts just now. */
  readonly onWriting: (isOn: boolean) => void
}) {
  const { view, replica } = useWorkshop()
  const { texts } = status
  const common = { desk, onWriting }
  const suggested = suggestedPeople(
    view,
    topic.id,
    points === undefined ? [] : writersSince(points, topic.started ?? 0),
  )
  const hasMore =
    report.quote !== null ||
    [texts.said, texts.requests, texts.resources, texts.surprising].some((text) => text.trim() !== '')
  // Unfolded from the start where something is in it; afterwards it is the reader's.
  const [startsUnfolded] = useState(hasMore)
  const headline = useRef<HTMLTextAreaElement>(null)
  const [isHeadlineWanted, setHeadlineWanted] = useState(false)
  const isMissing = isHeadlineWanted && texts.headline.trim() === ''
  const { length } = texts.headline.trim()
  const alone = isAlone(topic, suggested, replica.serverNow())
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <p className={styles['aside']}>{t('topic.fillHint')}</p>
      <ReportText
        focusRef={headline}
        {...common}
        field="headline"
        text={texts.headline}
        label={t('topic.headline')}
        hint={
          length > HEADLINE_SOFT
            ? t('topic.headlineLong', { count: length, max: HEADLINE_SOFT })
            : t(alone ? 'topic.alone' : 'topic.headlineHint')
        }
        error={isMissing ? t('topic.headlineMissing') : undefined}
      />
      <ReportText
        {...common}
        field="next"
        text={texts.next}
        label={t('topic.next')}
        hint={t('topic.nextHint')}
      />
      <ReportText
        {...common}
        field="question"
        text={texts.question}
        label={t('topic.question')}
        hint={t('topic.questionHint')}
      />
      <details className={styles['more']} open={startsUnfolded}>
        <summary>{t('topic.more')}</summary>
        <div className={styles['form']}>
          <ReportText {...common} field="said" text={texts.said} label={t('topic.said')} rows={4} />
          <ReportText
            {...common}
            field="requests"
            text={texts.requests}
            label={t('topic.requests')}
            hint={t('topic.requestsHint')}
          />
          <ReportText {...common} field="resources" text={texts.resources} label={t('topic.resources')} />
          <ReportText {...common} field="surprising" text={texts.surprising} label={t('topic.surprising')} />
          <ReportQuote topicId={topic.id} report={report} points={points} />
          <ReportPeople topicId={topic.id} report={report} suggested={suggested} />
          {hand.isConvener || hand.isFacilitator ? <ReportJobs topicId={topic.id} report={report} /> : null}
        </div>
      </details>
      <Submitting
        topicId={topic.id}
        hand={hand}
        desk={desk}
        isPrimary={isPrimary}
        counted={report.people === 0 ? suggested : []}
        onHeadlineMissing={() => {
          setHeadlineWanted(true)
          headline.current?.focus()
        }}
      />
    </form>
  )
}

/** *Submit*, for those who may: once all is saved, and with whoever was there counted where nobody was ticked. */
function Submitting({
  topicId,
  hand,
  desk,
  isPrimary,
  counted,
  onHeadlineMissing,
}: {
  readonly topicId: string
  readonly hand: Hand
  readonly desk: ReportDesk
  readonly isPrimary: boolean
  readonly counted: readonly string[]
  readonly onHeadlineMissing: () => void
}) {
  const give = useGive()
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  if (!hand.maySubmit) return <p className={styles['aside']}>{t('topic.onlyConveners')}</p>
  const submit = async (): Promise<void> => {
    if (desk.status.texts.headline.trim() === '') {
      onHeadlineMissing()
      return
    }
    setState('busy')
    if (!(await desk.writeAll())) {
      setState('failed')
      return
    }
    if (counted.length > 0)
      await give({ type: 'report.people', topic: topicId, add: [...counted], remove: [] })
    await give({ type: 'report.submit', topic: topicId })
    setState('ready')
  }
  return (
    <div className={styles['submit']}>
      {state === 'failed' ? <Notice tone="attention">{t('topic.notSubmitted')}</Notice> : null}
      <Button
        look={isPrimary ? 'primary' : 'secondary'}
        busy={state === 'busy'}
        onClick={() => void submit()}
      >
        {t('topic.submit')}
      </Button>
      {hand.isFacilitator ? <p className={styles['aside']}>{t('topic.theyAreTold')}</p> : null}
    </div>
  )
}
