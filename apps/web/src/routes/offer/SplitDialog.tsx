import { topicResult } from '@moot/protocol'
import { TOPIC_QUESTION_SOFT } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { TextArea } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { t } from '../../text/index.ts'
import { countLetters } from '../../text/letters.ts'
import { refusalText } from '../../text/refusalText.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { standingOf } from './deeds.ts'
import styles from './offer.module.css'
import { Option } from './Option.tsx'
import { SplitNotes } from './SplitNotes.tsx'
import type { TopicDialogProps } from './TopicDialogs.tsx'

/** What is chosen for a question of its own instead of one of those that are there. */
const NEW = ''

/** *Split*: one of its questions or a new one becomes a topic of its own, with the notes that belong to it. */
export function SplitDialog({
  topic,
  onPlace,
  onClose,
  returnFocusTo,
}: TopicDialogProps & { readonly onPlace: (topicId: string) => void }) {
  const { view } = useWorkshop()
  const [child, setChild] = useState<{ readonly id: string; readonly question: string }>()
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(child === undefined ? 'offer.splitTitle' : 'offer.isSplit')}
      {...(child === undefined && {
        description: `${t('offer.splitLead')} ${standingOf(view, topic) === 'convener' ? '' : t('offer.areTold')}`,
      })}
      returnFocusTo={returnFocusTo}
    >
      {child === undefined ? (
        <SplitForm topic={topic} onDone={setChild} onClose={onClose} />
      ) : (
        <>
          <p className={styles['quoted']} dir="auto">
            {mainQuestion(view.topics[child.id]) || child.question}
          </p>
          <p>{t('offer.splitNext')}</p>
          <DialogActions>
            <Button
              look="primary"
              autoFocus
              onClick={() => {
                onClose()
                onPlace(child.id)
              }}
            >
              {t('offer.placeIt')}
            </Button>
            <Button onClick={onClose}>{t('offer.done')}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}

function SplitForm({
  topic,
  onDone,
  onClose,
}: Pick<TopicDialogProps, 'topic' | 'onClose'> & {
  readonly onDone: (child: { readonly id: string; readonly question: string }) => void
}) {
  const { view, replica } = useWorkshop()
  const { questions } = topic
  // A topic keeps at least one question: with a single one there is nothing to take.
  const takeable = questions.length > 1 ? questions : []
  const [which, setWhich] = useState(takeable.at(-1)?.id ?? NEW)
  const [text, setText] = useState('')
  const [notes, setNotes] = useState<ReadonlySet<string>>(new Set())
  const [how, setHow] = useState<'move' | 'copy'>('move')
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const taken = takeable.find(({ id }) => id === which)

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (taken === undefined && text.trim() === '') {
      setError(t('offer.questionMissing'))
      return
    }
    setError(undefined)
    setProblem(undefined)
    setIsBusy(true)
    const answer = await replica.command({
      type: 'topic.split',
      topic: topic.id,
      ...(taken === undefined ? { text } : { question: taken.id }),
      notes: [...notes],
      isMoved: how === 'move',
    })
    setIsBusy(false)
    if (!answer.ok) {
      setProblem(refusalText(answer))
      return
    }
    announce(t('offer.isSplit'))
    const made = topicResult.safeParse(answer.result)
    if (made.success) onDone({ id: made.data.topic, question: taken?.text ?? text })
    else onClose()
  }
  const over = countLetters(text.trim()) - TOPIC_QUESTION_SOFT
  return (
    <form className={styles['form']} onSubmit={handleSubmit} noValidate>
      {takeable.length === 0 ? null : (
        <fieldset className={styles['choices']}>
          <legend className={styles['legend']}>{t('offer.splitWhich')}</legend>
          {takeable.map(({ id, text: words, by }) => (
            <Option
              key={id}
              type="radio"
              name="question"
              words={words}
              aside={t('offer.by', { names: view.people[by]?.name ?? '' })}
              checked={which === id}
              onChange={() => setWhich(id)}
            />
          ))}
          <Option
            type="radio"
            name="question"
            words={t('offer.splitNew')}
            checked={which === NEW}
            onChange={() => setWhich(NEW)}
          />
        </fieldset>
      )}
      {taken === undefined ? (
        <TextArea
          label={t('offer.splitQuestion')}
          rows={2}
          dir="auto"
          autoFocus={takeable.length === 0}
          value={text}
          onChange={(event) => setText(event.target.value)}
          {...(error === undefined ? {} : { error })}
          {...(over > 0 && { hint: t('offer.over', { count: over, soft: TOPIC_QUESTION_SOFT }) })}
        />
      ) : null}
      {topic.board === null ? null : (
        <>
          <SplitNotes boardId={topic.board} chosen={notes} onChoose={setNotes} />
          {notes.size === 0 ? null : (
            <div className={styles['counted']}>
              <Segmented
                label={t('offer.splitHow')}
                value={how}
                options={[
                  { value: 'move', label: t('offer.splitMove') },
                  { value: 'copy', label: t('offer.splitCopy') },
                ]}
                onChange={setHow}
                wide
              />
              <p className={styles['aside']}>
                {t(how === 'move' ? 'offer.splitMoveHint' : 'offer.splitCopyHint')}
              </p>
            </div>
          )}
        </>
      )}
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <DialogActions>
        <Button submits look="primary" busy={isBusy}>
          {notes.size === 0 ? t('offer.splitDo') : t('offer.splitDoWith', { count: notes.size })}
        </Button>
        <Button onClick={onClose}>{t('parts.cancel')}</Button>
      </DialogActions>
    </form>
  )
}
