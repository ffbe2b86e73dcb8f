import { TOPIC_PITCH_MAX } from '@moot/workshop'
import type { Question } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Field, TextArea } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { standingOf } from './deeds.ts'
import styles from './offer.module.css'
import type { TopicDialogProps } from './TopicDialogs.tsx'

/** The words of a topic: each of its questions, and the line about it. */
export function EditDialog({ topic, onClose, returnFocusTo }: TopicDialogProps) {
  const { view, replica } = useWorkshop()
  // As they were when the dialog opened: only what was changed here is sent.
  const [before] = useState(topic)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [pitch, setPitch] = useState(topic.pitch)
  const [error, setError] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const textOf = ({ id, text }: Question): string => texts[id] ?? text

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (before.questions.some((question) => textOf(question).trim() === '')) {
      setError(t('offer.questionMissing'))
      return
    }
    setIsBusy(true)
    setError(undefined)
    const changed = before.questions.filter((question) => textOf(question) !== question.text)
    const isPitchNew = pitch !== before.pitch
    const commands = [
      ...changed.map((question) => ({ question: question.id, text: textOf(question) })),
      ...(isPitchNew ? [{ pitch }] : []),
    ]
    for (const words of commands) {
      // One after the other: what is refused is said, and what was taken before it stands.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await replica.command({ type: 'topic.edit', topic: topic.id, ...words })
      if (answer.ok) continue
      setError(refusalText(answer))
      setIsBusy(false)
      return
    }
    if (commands.length > 0) announce(t('offer.edited'))
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('offer.editTitle')}
      {...(standingOf(view, topic) === 'convener' ? {} : { description: t('offer.areTold') })}
      returnFocusTo={returnFocusTo}
    >
      <form className={styles['form']} onSubmit={handleSubmit} noValidate>
        {before.questions.map((question, index) => (
          <TextArea
            key={question.id}
            label={
              before.questions.length === 1
                ? t('offer.question')
                : index === 0
                  ? t('offer.mainQuestion')
                  : t('offer.questionOf', { name: view.people[question.by]?.name ?? '' })
            }
            rows={2}
            dir="auto"
            autoFocus={index === 0}
            value={textOf(question)}
            onChange={(event) => setTexts({ ...texts, [question.id]: event.target.value })}
          />
        ))}
        <Field
          label={t('offer.pitch')}
          optional
          dir="auto"
          maxLength={TOPIC_PITCH_MAX}
          value={pitch}
          onChange={(event) => setPitch(event.target.value)}
        />
        {error === undefined ? null : <Notice tone="danger">{error}</Notice>}
        <DialogActions>
          <Button submits look="primary" busy={isBusy}>
            {t('offer.save')}
          </Button>
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
