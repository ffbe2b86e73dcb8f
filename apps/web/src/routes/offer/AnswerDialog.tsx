import type { MergeAsk, TopicView } from '@moot/workshop'
import { QUESTIONS_SOFT } from '@moot/workshop'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { toast } from '../boards/toast.tsx'
import { focusTopicIfLost } from '../topics/focusTopic.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { isAmong, mainQuestion, namesOf } from '../workshop/topicsHere.ts'
import { joinedToast } from './joinedToast.ts'
import { crowdedWords } from './crowdedWords.ts'
import { meetWords } from './meetWords.ts'
import styles from './offer.module.css'
import { Option } from './Option.tsx'
import type { OneDialog } from './TopicDialogs.tsx'

/** Somebody asks to join two topics: both questions, which leads, yes or no. */
export function AnswerDialog({ askId, onClose, returnFocusTo }: OneDialog & { readonly askId: string }) {
  const { view } = useWorkshop()
  const ask = view.me.topics.merges.find(({ id }) => id === askId)
  const one = ask === undefined ? undefined : view.topics[ask.topic]
  const other = ask === undefined ? undefined : view.topics[ask.other]
  const by = ask === undefined ? '' : (view.people[ask.by]?.name ?? '')
  const isThere = ask !== undefined && one !== undefined && other !== undefined
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={isThere ? t('offer.answerTitle', { name: by }) : t('offer.askGone')}
      {...(isThere ? { description: t('offer.answerLead') } : {})}
      returnFocusTo={returnFocusTo}
    >
      {isThere ? (
        <Answer ask={ask} one={one} other={other} onClose={onClose} />
      ) : (
        <DialogActions>
          <Button look="primary" onClick={onClose}>
            {t('parts.close')}
          </Button>
        </DialogActions>
      )}
    </Dialog>
  )
}

function Answer({
  ask,
  one,
  other,
  onClose,
}: {
  readonly ask: MergeAsk
  readonly one: TopicView
  readonly other: TopicView
  readonly onClose: () => void
}) {
  const { view, replica } = useWorkshop()
  const give = useGive()
  const both = [one, other].toSorted((a, b) => a.posted - b.posted)
  const [main, setMain] = useState(both[0]?.id ?? one.id)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const isAsked = isAmong(view, other.conveners)
  const count = one.questions.length + other.questions.length
  const meet = main === one.id ? meetWords(view, one, other) : meetWords(view, other, one)
  const answer = async (isYes: boolean) => {
    if (isBusy) return
    setIsBusy(true)
    const said = await replica.command({
      type: 'merge.answer',
      ask: ask.id,
      isYes,
      ...(isYes && { main }),
    })
    setIsBusy(false)
    if (!said.ok) {
      setProblem(refusalText(said))
      return
    }
    toast(
      isYes
        ? joinedToast(give, replica, main === one.id ? other.id : one.id)
        : { words: t('offer.keptApart') },
    )
    onClose()
    focusTopicIfLost(isYes ? main : other.id)
  }
  return (
    <div className={styles['form']}>
      {isAsked ? null : (
        <Notice tone="attention">{t('offer.answerFor', { names: namesOf(view, other.conveners) })}</Notice>
      )}
      <fieldset className={styles['choices']}>
        <legend className={styles['legend']}>{t('offer.whichLeads')}</legend>
        {both.map((each, index) => (
          <Option
            key={each.id}
            type="radio"
            name="main"
            words={mainQuestion(each)}
            aside={[
              t('offer.by', { names: namesOf(view, each.conveners) }),
              ...(index === 0 ? [t('offer.offeredFirst')] : []),
            ].join(' · ')}
            checked={each.id === main}
            onChange={() => setMain(each.id)}
          />
        ))}
      </fieldset>
      <p className={styles['aside']} role="status" dir="auto">
        {meet}
      </p>
      {count > QUESTIONS_SOFT ? <Notice tone="attention">{crowdedWords(count)}</Notice> : null}
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <DialogActions>
        <Button look="primary" busy={isBusy} onClick={() => void answer(true)}>
          {t('offer.joinDo')}
        </Button>
        {/* That nothing comes of it, those say who are asked. */}
        {isAsked ? (
          <Button busy={isBusy} onClick={() => void answer(false)}>
            {t('offer.keepApart')}
          </Button>
        ) : (
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        )}
      </DialogActions>
    </div>
  )
}
