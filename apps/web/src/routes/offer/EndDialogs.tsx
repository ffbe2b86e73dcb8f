import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { t } from '../../text/index.ts'
import { useGive } from '../workshop/useGive.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { standingOf } from './deeds.ts'
import { goOn } from './goOn.ts'
import styles from './offer.module.css'
import type { TopicDialogProps } from './TopicDialogs.tsx'

/** *It’s over*: asked first, because it ends for everybody who is there and cannot be taken back. */
export function EndDialog(props: TopicDialogProps) {
  const give = useGive()
  const { topic } = props
  return (
    <ForAll
      {...props}
      title={t('offer.endTitle')}
      body={t('offer.endBody')}
      action={t('offer.endDo')}
      act={() => give({ type: 'topic.end', topic: topic.id }, t('offer.isEnded'))}
    />
  )
}

/** *Start now*, of a topic whose round is not on: asked first, because there is no way back to the marketplace. */
export function StartDialog(props: TopicDialogProps) {
  const give = useGive()
  const { topic } = props
  return (
    <ForAll
      {...props}
      title={t('offer.startTitle')}
      body={t('offer.startBody')}
      action={t('offer.startDo')}
      act={() => give({ type: 'topic.start', topic: topic.id }, t('offer.started'))}
    />
  )
}

/** *Go on in another round*, of a topic that goes on just now: here it is over with that. */
export function GoOnDialog(props: TopicDialogProps) {
  const { replica } = useWorkshop()
  return (
    <ForAll
      {...props}
      title={t('offer.goOnTitle')}
      body={t('offer.goOnBody')}
      action={t('offer.goOnDo')}
      act={() => goOn(replica, props.topic.id)}
    />
  )
}

function ForAll({
  topic,
  title,
  body,
  action,
  act,
  onClose,
  returnFocusTo,
}: TopicDialogProps & {
  readonly title: string
  readonly body: ReactNode
  readonly action: string
  readonly act: () => Promise<boolean>
}) {
  const { view } = useWorkshop()
  const [isBusy, setIsBusy] = useState(false)
  const handleDo = async () => {
    setIsBusy(true)
    const isDone = await act()
    setIsBusy(false)
    if (!isDone) return
    onClose()
    focusIfLost()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      description={
        <>
          <span className={styles['block']} dir="auto">
            {mainQuestion(topic)}
          </span>
          <span className={styles['block']}>
            {body} {standingOf(view, topic) === 'convener' ? '' : t('offer.areTold')}
          </span>
        </>
      }
      returnFocusTo={returnFocusTo}
    >
      <DialogActions>
        <Button look="primary" autoFocus busy={isBusy} onClick={() => void handleDo()}>
          {action}
        </Button>
        <Button onClick={onClose}>{t('offer.notYet')}</Button>
      </DialogActions>
    </Dialog>
  )
}
