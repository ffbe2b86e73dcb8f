import { keepVisit, visitOf } from '@moot/client'
import { useState } from 'react'
import { linkOf } from '../../../links.ts'
import { Button } from '../../../parts/Button.tsx'
import { CopyField } from '../../../parts/CopyField.tsx'
import { Dialog } from '../../../parts/Dialog.tsx'
import { downloadText } from '../../../parts/downloadText.ts'
import { Notice } from '../../../parts/Notice.tsx'
import { t } from '../../../text/index.ts'
import { useAbout } from '../../../useAbout.ts'
import { useWorkshop } from '../useWorkshop.ts'
import type { BarDialog } from './Dialogs.tsx'
import { useFacilitatorLink } from './useFacilitatorLink.ts'

/** One's own facilitator link, to copy or to keep as a file. */
export function KeepLink({ onClose, returnFocusTo }: BarDialog) {
  const { workshopId, view } = useWorkshop()
  const publicUrl = useAbout()?.publicUrl ?? ''
  const [key, setKey] = useState(() => visitOf(workshopId)?.facilitatorKey)
  const { make, isBusy, problem } = useFacilitatorLink()

  const handleMake = async () => {
    const made = await make()
    const visit = visitOf(workshopId)
    if (made === undefined) return
    if (visit) keepVisit({ ...visit, facilitatorKey: made })
    setKey(made)
  }
  const link = key === undefined ? undefined : linkOf(publicUrl, workshopId, { kind: 'facilitator', key })
  const handleDownload = () => {
    const title = view.workshop.title || t('workshop.untitled')
    downloadText(t('frame.keepLinkFileName'), t('frame.keepLinkFile', { title, link: link ?? '' }))
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('frame.keepLink')}
      description={t('frame.keepLinkLead')}
    >
      {link === undefined ? (
        <>
          <p>{t('frame.keepLinkMissing')}</p>
          {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
          <div>
            <Button look="primary" busy={isBusy} onClick={handleMake}>
              {isBusy ? t('frame.making') : t('frame.keepLinkMake')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <CopyField label={t('frame.keepLinkLabel')} value={link} look="primary" />
          <div>
            <Button onClick={handleDownload}>{t('frame.keepLinkDownload')}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
