/** Locking a board and opening it again, for facilitators. */
import type { WorkshopReplica } from '@moot/client'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withLock.ts'
import { toast } from '../boards/toast.tsx'

/** Locks a board for participants, or opens it again, and says which. */
export async function setLocked(workshop: WorkshopReplica, board: string, isLocked: boolean): Promise<void> {
  const answer = await workshop.command({ type: 'board.lock', board, isLocked })
  toast({ words: answer.ok ? t(isLocked ? 'lock.saidLocked' : 'lock.saidUnlocked') : refusalText(answer) })
}
