import { REASON_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { toast } from '../boards/toast.tsx'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { standingOf } from './deeds.ts'
import styles from './offer.module.css'
import type { TopicDialogProps } from './TopicDialogs.tsx'

/** Taking a topic off, with a reason if one likes: it stays in the record, and can come back. */
export function WithdrawDialog({ topic, onClose, returnFocusTo }: TopicDialogProps) {
  const { view, replica } = useWorkshop()
  const give = useGive()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const answer = await replica.command({
      type: 'topic.withdraw',
      topic: topic.id,
      ...(reason.trim() !== '' && { reason }),
    })
    setIsBusy(false)
    if (!answer.ok) {
      setProblem(refusalText(answer))
      return
    }
    toast({
      words: t('offer.withdrawn'),
      action: {
        label: t('offer.do_bringBack'),
        run: () => void give({ type: 'topic.bringBack', topic: topic.id }, t('offer.broughtBack')),
        holds: () => replica.store.getState().view?.topics[topic.id]?.state === 'withdrawn',
      },
    })
    onClose()
    focusIfLost()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('offer.withdrawTitle')}
      description={
        <>
          <span className={styles['block']} dir="auto">
            {mainQuestion(topic)}
          </span>
          <span className={styles['block']}>
            {t('offer.withdrawLead')}{' '}
            {topic.signUps === 0 ? '' : t('offer.withdrawTold', { count: topic.signUps })}{' '}
            {standingOf(view, topic) === 'convener' ? '' : t('offer.areTold')}
          </span>
        </>
      }
      returnFocusTo={returnFocusTo}
    >
      <form className={styles['form']} onSubmit={handleSubmit} noValidate>
        <Field
          label={t('offer.reason')}
          optional
          autoFocus
          dir="auto"
          maxLength={REASON_MAX}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button submits look="danger" busy={isBusy}>
            {t('offer.withdrawDo')}
          </Button>
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
