import { useState } from 'react'
import { linkOf } from '../../../links.ts'
import { Button } from '../../../parts/Button.tsx'
import { CopyField } from '../../../parts/CopyField.tsx'
import { Dialog } from '../../../parts/Dialog.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { t } from '../../../text/index.ts'
import { useAbout } from '../../../useAbout.ts'
import { useWorkshop } from '../useWorkshop.ts'
import type { BarDialog } from './Dialogs.tsx'
import { useFacilitatorLink } from './useFacilitatorLink.ts'

/** A link that makes somebody else a facilitator too. */
export function AddFacilitator({ onClose, returnFocusTo }: BarDialog) {
  const { workshopId } = useWorkshop()
  const publicUrl = useAbout()?.publicUrl ?? ''
  const [key, setKey] = useState<string>()
  const { make, isBusy, problem } = useFacilitatorLink()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('frame.addFacilitator')}
      description={t('frame.addFacilitatorLead')}
    >
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      {key === undefined ? (
        <div>
          <Button look="primary" busy={isBusy} onClick={async () => setKey(await make())}>
            {isBusy ? t('frame.making') : t('frame.addFacilitatorMake')}
          </Button>
        </div>
      ) : (
        <CopyField
          label={t('frame.addFacilitatorLabel')}
          value={linkOf(publicUrl, workshopId, { kind: 'facilitator', key })}
          look="primary"
        />
      )}
    </Dialog>
  )
}
