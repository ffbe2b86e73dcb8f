import { Dialog } from '../../../parts/Dialog.tsx'
import { t } from '../../../text/index.ts'
import { People } from '../People.tsx'
import type { BarDialog } from './Dialogs.tsx'

/** The People list as a sheet, for phones. */
export function PeopleDialog({ onClose, returnFocusTo }: BarDialog) {
  return (
    <Dialog open onOpenChange={onClose} returnFocusTo={returnFocusTo} title={t('workshop.people')}>
      <People />
    </Dialog>
  )
}
