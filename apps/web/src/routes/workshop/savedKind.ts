import type { BoardStatus, WorkshopStatus } from '@moot/client'

/** How things stand between this page and the server, in the one word the bar shows. */
export type SavedKind =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'reconnecting'
  | 'offline'
  | 'stopped'
  | 'watching'
  /** Words that a locked board takes in when it is open again. */
  | 'waiting'

/**
 * One word for several connections, the worst first. *Saved* is only ever said of what the server has acknowledged:
 * `unsaved` counts everything else.
 */
export function savedKind(
  boards: readonly Pick<BoardStatus, 'connection' | 'synced' | 'unsaved' | 'kept' | 'readOnly'>[],
  live: WorkshopStatus['connection']['state'],
): SavedKind {
  if (live === 'refused' || boards.some((board) => board.connection.state === 'refused')) return 'stopped'
  const unsaved = boards.filter((board) => board.unsaved > 0)
  const isLost = boards.some(
    (board) => board.connection.state === 'lost' || (board.connection.state === 'connecting' && board.synced),
  )
  if (isLost) return unsaved.length > 0 && unsaved.every((board) => board.kept) ? 'offline' : 'reconnecting'
  if (unsaved.length > 0) return unsaved.every((board) => board.readOnly && board.kept) ? 'waiting' : 'saving'
  if (live === 'lost') return 'reconnecting'
  if (live === 'connecting' || boards.some((board) => !board.synced)) return 'connecting'
  return boards.length > 0 && boards.every((board) => board.readOnly) ? 'watching' : 'saved'
}
