/** From the board of a space to the board of the main room: linked copies, one press, each note once. */
import { promoteNotes } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import type { WorkshopView } from '@moot/workshop'
import { announce } from '../../parts/announce.ts'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPromote.ts'
import { onlyReads } from '../board/lock.ts'
import { pathWithin } from '../workshop/goTo.ts'
import type { OpenWorkshop } from '../workshop/useWorkshop.ts'
import { becomes, isOpen } from './otherBoard.ts'
import { toast } from './toast.tsx'
import { want } from './wanted.ts'

/** The board that notes of this one are promoted to; `undefined` where it is no space's, or there is no main board. */
export function promotesTo(
  { slots, now, boards }: Pick<WorkshopView, 'slots' | 'now' | 'boards'>,
  boardId: string,
): string | undefined {
  const main = now.board
  if (main === null || slots[boardId] === undefined || slots[main] !== undefined) return undefined
  return boards[main] === undefined || boards[main].gone !== undefined ? undefined : main
}

/** Presses that are under way, by the board they come from: a second one waits for nothing and does nothing. */
const busy = new Set<string>()

/** Promotes notes of a board that is open, and says what became of it with a way to see them there. */
export async function promote(
  { session, view, workshopId }: OpenWorkshop,
  from: { readonly board: string; readonly replica: BoardReplica },
  ids: readonly string[],
): Promise<void> {
  const target = promotesTo(view, from.board)
  const info = target === undefined ? undefined : view.boards[target]
  if (target === undefined || info === undefined || ids.length === 0 || busy.has(from.board)) return
  if (onlyReads(view, target)) {
    toast({ words: t('promote.locked') })
    return
  }
  busy.add(from.board)
  const release = session.hold(target)
  try {
    const there = session.board(target, info.doc, view.me.role)
    if (!(await becomes(there, () => isOpen(there)))) {
      toast({ words: t('promote.unreachable') })
      return
    }
    there.undo.checkpoint()
    const promoted = promoteNotes(there.writer, { board: from.board, reading: from.replica.reading }, ids)
    there.undo.checkpoint()
    const isSaved = await becomes(there, () => there.store.getState().unsaved === 0)
    const [made, known] = [promoted.made.length, promoted.there.length]
    const first = promoted.made[0] ?? promoted.there[0]
    const words = [
      ...(made === 0 ? [] : [t('promote.done', { count: made })]),
      ...(known === 0 ? [] : [t('promote.there', { count: known })]),
      // What is not saved yet waits in this browser; the board stays open until it is.
      ...(isSaved ? [] : [t('promote.late')]),
    ].join(' ')
    if (first === undefined) announce(words)
    else {
      const see = (): void => {
        navigate(pathWithin(workshopId, { board: target }))
        want(target, { kind: 'note', id: first })
      }
      toast({ words, action: { label: t('promote.see'), run: see } })
    }
  } finally {
    release()
    busy.delete(from.board)
  }
}
