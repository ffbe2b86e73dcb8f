import { CopyField } from '../../parts/CopyField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoards.ts'
import { showLink } from './linkToCopy.ts'

/** A link to be copied by hand, where the browser would not. */
export function LinkDialog({ link }: { readonly link: string }) {
  return (
    <Dialog
      open
      title={t('boards.linkYourself')}
      description={t('boards.linkNeeds')}
      onOpenChange={(open) => (open ? undefined : showLink(undefined))}
    >
      <CopyField label={t('boards.linkLabel')} value={link} />
    </Dialog>
  )
}
