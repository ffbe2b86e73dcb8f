import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withLock.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { setLocked } from './locking.ts'
import { useScene } from './scene.ts'

/** *Lock the board* and *Unlock the board*, for facilitators. */
export function LockItem() {
  const { boardId, role } = useScene()
  const { view, replica } = useWorkshop()
  if (role !== 'facilitator') return null
  const isLocked = view.boards[boardId]?.isLocked === true
  return (
    <MenuItem onSelect={() => void setLocked(replica, boardId, !isLocked)}>
      {t(isLocked ? 'lock.unlock' : 'lock.lock')}
    </MenuItem>
  )
}
