import { useState } from 'react'
import { CopyField } from '../../../parts/CopyField.tsx'
import { Dialog } from '../../../parts/Dialog.tsx'
import { Segmented } from '../../../parts/Segmented.tsx'
import { t } from '../../../text/index.ts'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import { asTable, asText, roomList } from '../roomList.ts'
import type { OneDialog } from '../SpacesDialogs.tsx'

/** Who belongs in which room, to be copied. */
export function RoomList({ onClose, returnFocusTo }: OneDialog) {
  const { view } = useWorkshop()
  const [kind, setKind] = useState<'text' | 'table'>('text')
  const rooms = roomList(view)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('spaces.listTitle')}
      description={t('spaces.listLead')}
    >
      <Segmented
        label={t('spaces.listKind')}
        value={kind}
        options={[
          { value: 'text', label: t('spaces.listText') },
          { value: 'table', label: t('spaces.listTable') },
        ]}
        onChange={setKind}
        wide
      />
      <CopyField
        key={kind}
        label={t('spaces.listField')}
        value={kind === 'text' ? asText(rooms) : asTable(rooms)}
        look="primary"
        isLong
      />
    </Dialog>
  )
}
