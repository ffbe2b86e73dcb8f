import type { TopicView } from '@moot/workshop'
import type { RefObject } from 'react'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Button } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import { openPlace } from '../topics/placeDialog.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { ConvenersDialog } from './ConvenersDialog.tsx'
import { EditDialog } from './EditDialog.tsx'
import { EndDialog, GoOnDialog, StartDialog } from './EndDialogs.tsx'
import { JoinDialog } from './JoinDialog.tsx'
import { OfferDialog } from './OfferDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import type { TopicDialog } from './topicDialogs.ts'
import { closeTopicDialog, useTopicDialog } from './topicDialogs.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** What each of the dialogs gets. */
export interface OneDialog {
  readonly onClose: () => void
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}
/** What those get that are about a topic which is there. */
export interface TopicDialogProps extends OneDialog {
  readonly topic: TopicView
}

/** Whatever had the focus when the dialog was asked for. */
const OPENER: RefObject<HTMLElement | null> = {
  get current() {
    return useTopicDialog.getState().opener
  },
  set current(_) {
    // Nobody sets it.
  },
}

/** The dialog that is open; a script of its own, because most people open few. */
export function TopicDialogs({ dialog }: { readonly dialog: TopicDialog }) {
  const { view } = useWorkshop()
  const rest: OneDialog = { onClose: closeTopicDialog, returnFocusTo: [OPENER] }
  if (dialog.kind === 'offer') return <OfferDialog {...rest} draftId={dialog.draft} onPlace={openPlace} />
  if (dialog.kind === 'answer') return <AnswerDialog key={dialog.ask} {...rest} askId={dialog.ask} />
  const topic = view.topics[dialog.topic]
  if (topic === undefined) return <Gone {...rest} />
  const props: TopicDialogProps = { ...rest, topic }
  switch (dialog.kind) {
    case 'edit':
      return <EditDialog {...props} />
    case 'join':
      return <JoinDialog {...props} other={dialog.other} />
    case 'split':
      return <SplitDialog {...props} onPlace={openPlace} />
    case 'withdraw':
      return <WithdrawDialog {...props} />
    case 'start':
      return <StartDialog {...props} />
    case 'end':
      return <EndDialog {...props} />
    case 'goOn':
      return <GoOnDialog {...props} />
    case 'conveners':
      return <ConvenersDialog {...props} />
    default:
      return dialog satisfies never
  }
}

/** What it was about went away while it was being opened. */
function Gone({ onClose, returnFocusTo }: OneDialog) {
  return (
    <Dialog open onOpenChange={onClose} title={t('offer.goneTitle')} returnFocusTo={returnFocusTo}>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          {t('parts.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
