import { draftResult, topicResult } from '@moot/protocol'
import { TOPIC_PITCH_MAX, TOPIC_QUESTION_SOFT } from '@moot/workshop'
import type { FormEvent, RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button, classes } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Choice, Field, TextArea } from '../../parts/Field.tsx'
import { growToFit } from '../../parts/growToFit.ts'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { countLetters } from '../../text/letters.ts'
import { refusalText } from '../../text/refusalText.ts'
import { useSeen } from '../workshop/seen.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { offeredBy } from './deeds.ts'
import { FoldedAway } from './FoldedAway.tsx'
import styles from './offer.module.css'
import { saidOf } from './DraftKeeper.ts'
import type { OwnDraft } from './DraftKeeper.ts'
import { unsentKey, unsentOf } from './unsentDraft.ts'
import { useDraft } from './useDraft.ts'

/** From so few letters on it says how many are left of what reads well. */
const NEAR_LIMIT = 40
/** Marks a draft that was handed in or discarded on this device: offering again begins with an empty one. */
const handedIn = (draft: string): string => `handed ${draft}`

/** What came of it. */
type Done =
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'draft'; readonly draft: string }

/** Offering a topic: two fields, one button. What is typed is kept, and reopening the dialog shows it. */
export function OfferDialog({
  draftId,
  onPlace,
  onClose,
  returnFocusTo,
}: {
  /** A draft to go on with. */
  readonly draftId: string | undefined
  readonly onPlace: (topicId: string) => void
  readonly onClose: () => void
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}) {
  const { view, workshopId } = useWorkshop()
  const { isSeen } = useSeen(workshopId)
  const { drafts } = view.me.topics
  // As it was when the dialog opened: what is kept while typing comes back in the view.
  const [draft] = useState(() => {
    const named = drafts.find(({ id }) => id === draftId)
    // What was typed without a line, and never reached the server, is the latest that there is.
    if (named !== undefined || unsentOf(unsentKey(workshopId, view.me.person), '') !== undefined) return named
    return drafts.filter(({ id }) => !isSeen(handedIn(id))).toSorted((a, b) => b.at - a.at)[0]
  })
  const [round, setRound] = useState<{ readonly draft: OwnDraft | undefined; readonly count: number }>({
    draft,
    count: 0,
  })
  const [done, setDone] = useState<Done>()
  const waits = view.market.isDrafting || view.market.turn !== null
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(
        done === undefined ? 'offer.offer' : done.kind === 'topic' ? 'offer.isOffered' : 'offer.isKept',
      )}
      {...(done === undefined && { description: t(waits ? 'offer.leadPrivate' : 'offer.lead') })}
      returnFocusTo={returnFocusTo}
    >
      {done === undefined ? (
        <OfferForm
          key={round.count}
          draft={round.draft}
          waits={waits}
          onDone={setDone}
          onAfresh={() => setRound(({ count }) => ({ draft: undefined, count: count + 1 }))}
          onClose={onClose}
        />
      ) : (
        <Offered done={done} onPlace={onPlace} onClose={onClose} />
      )}
    </Dialog>
  )
}

function OfferForm({
  draft,
  waits,
  onDone,
  onAfresh,
  onClose,
}: {
  readonly draft: OwnDraft | undefined
  /** Whether it will wait as a draft. */
  readonly waits: boolean
  readonly onDone: (done: Done) => void
  readonly onAfresh: () => void
  readonly onClose: () => void
}) {
  const { view, replica, workshopId } = useWorkshop()
  const { see } = useSeen(workshopId)
  const { me, people } = view
  const drafting = useDraft(draft, {
    owner: me.person,
    question: '',
    pitch: '',
    template: '',
    isAction: false,
  })
  const { offered, change } = drafting
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const left = TOPIC_QUESTION_SOFT - countLetters(offered.question.trim())
  useEffect(() => growToFit(field.current), [offered.question])

  const handleSubmit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (isBusy) return
    if (offered.question.trim() === '') {
      setError(t('offer.questionMissing'))
      field.current?.focus()
      return
    }
    setError(undefined)
    setProblem(undefined)
    setIsBusy(true)
    const id = await drafting.keepNow()
    const answer = await replica.command({
      type: 'topic.offer',
      ...(id !== undefined && { draft: id }),
      ...saidOf(offered),
    })
    setIsBusy(false)
    if (!answer.ok) {
      setProblem(refusalText(answer))
      return
    }
    drafting.settle()
    const topic = topicResult.safeParse(answer.result)
    announce(t(topic.success ? 'offer.isOffered' : 'offer.isKept'))
    // The answer is here before the view that has it no more.
    if (id !== undefined) see(handedIn(id))
    if (topic.success) {
      onDone({ kind: 'topic', topic: topic.data.topic })
      return
    }
    // Without an answer it waits as it was kept while it was typed.
    const waiting = draftResult.safeParse(answer.result)
    const kept = waiting.success ? waiting.data.draft : id
    if (kept === undefined) onClose()
    else {
      see(handedIn(kept))
      onDone({ kind: 'draft', draft: kept })
    }
  }
  const discard = async () => {
    const gone = await drafting.discard()
    if (gone?.answer.ok === false) {
      setProblem(refusalText(gone.answer))
      return
    }
    if (gone !== undefined) see(handedIn(gone.draft))
    announce(t('offer.discarded'))
    onClose()
  }

  return (
    <form className={styles['form']} onSubmit={handleSubmit} noValidate>
      {me.assists.length === 0 ? null : (
        <Choice
          label={t('offer.forWhom')}
          hint={offered.owner === me.person ? undefined : t('offer.forWhomHint')}
          value={offered.owner}
          onChange={(event) => change({ owner: event.target.value })}
        >
          <option value={me.person}>{t('offer.forMe')}</option>
          {me.assists.map((id) => (
            <option key={id} value={id}>
              {people[id]?.name ?? ''}
            </option>
          ))}
        </Choice>
      )}
      <div className={styles['counted']}>
        <TextArea
          ref={field}
          label={
            offered.owner === me.person
              ? t('offer.question')
              : t('offer.questionFor', { name: people[offered.owner]?.name ?? '' })
          }
          hint={t('offer.questionHint')}
          rows={2}
          autoFocus
          dir="auto"
          value={offered.question}
          onChange={(event) => change({ question: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            void handleSubmit()
          }}
          {...(error === undefined ? {} : { error })}
        />
        <p className={classes(styles['count'], left < 0 && styles['over'])}>
          {left > NEAR_LIMIT
            ? ''
            : left < 0
              ? t('offer.over', { count: -left, soft: TOPIC_QUESTION_SOFT })
              : t('offer.left', { count: left })}
        </p>
      </div>
      <Field
        label={t('offer.pitch')}
        optional
        dir="auto"
        maxLength={TOPIC_PITCH_MAX}
        value={offered.pitch}
        onChange={(event) => change({ pitch: event.target.value })}
      />
      <FoldedAway view={view} offered={offered} onChange={change} />
      {(problem ?? drafting.problem) === undefined ? null : (
        <Notice tone="danger">{problem ?? drafting.problem}</Notice>
      )}
      <DialogActions>
        <Button submits look="primary" busy={isBusy}>
          {t(waits ? 'offer.keepDo' : 'offer.do')}
        </Button>
        {drafting.kept === 'nothing' ? (
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        ) : (
          <>
            {draft === undefined ? null : <Button onClick={onAfresh}>{t('offer.another')}</Button>}
            <Button look="quiet" onClick={() => void discard()}>
              {t('offer.discard')}
            </Button>
          </>
        )}
      </DialogActions>
      <p className={styles['aside']}>
        {drafting.kept === 'nothing' ? '' : t(`offer.state_${drafting.kept}`)}
      </p>
    </form>
  )
}

/** It is done: where next. */
function Offered({
  done,
  onPlace,
  onClose,
}: {
  readonly done: Done
  readonly onPlace: (topicId: string) => void
  readonly onClose: () => void
}) {
  const { view } = useWorkshop()
  const topic = done.kind === 'topic' ? view.topics[done.topic] : undefined
  const draft = done.kind === 'draft' ? view.me.topics.drafts.find(({ id }) => id === done.draft) : undefined
  const question = topic?.questions[0]?.text ?? draft?.question
  const count =
    topic?.conveners.includes(view.me.person) === true ? offeredBy(view.topics, view.me.person) : 0
  return (
    <>
      {question === undefined ? null : (
        <p className={styles['quoted']} dir="auto">
          {question}
        </p>
      )}
      <p>{t(done.kind === 'topic' ? 'offer.whatNext' : 'offer.waitsForTurns')}</p>
      {count < 2 ? null : <p className={styles['aside']}>{t('offer.offeredSoMany', { count })}</p>}
      <DialogActions>
        {done.kind === 'draft' ? null : (
          <Button
            look="primary"
            autoFocus
            onClick={() => {
              onClose()
              onPlace(done.topic)
            }}
          >
            {t('offer.placeIt')}
          </Button>
        )}
        <Button
          look={done.kind === 'draft' ? 'primary' : 'secondary'}
          autoFocus={done.kind === 'draft'}
          onClick={onClose}
        >
          {t('offer.done')}
        </Button>
      </DialogActions>
    </>
  )
}
