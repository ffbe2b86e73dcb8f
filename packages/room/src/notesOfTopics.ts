/**
 * What becomes of the notes of topics when their events are on disk: moved ones leave the board that a split took them
 * from, notes and drawings of a topic that was merged come beside those of the other, and go again when that is undone. Each
 * is done once: a document keeps what was done to it, in the same change.
 */
import type * as Y from 'yjs'
import type { BoardReading } from '@moot/board'
import { copyBeside, visibleNotes } from '@moot/board'
import type { Workshop } from '@moot/workshop'
import type { BoardRoom } from './BoardRoom.ts'
import type { Errand } from './errands.ts'
import { isStill } from './errands.ts'
import { joinedId, moveAway, takeBack } from './joinedNotes.ts'
import type { OpenBoards } from './OpenBoards.ts'
import type { RoomEnvironment } from './RoomEnvironment.ts'

/** What it is done with. */
interface Means {
  readonly env: RoomEnvironment
  readonly boards: OpenBoards
  readonly workshop: () => Workshop
}

/**
 * Does all of these that is not done yet. What cannot be done on a board (it is damaged, or the disk takes nothing) is left
 * as it is, said in the log, and tried again when the workshop is opened the next time: then notes are in two places, and
 * none is lost. Never rejects.
 */
export async function settleNotes(errands: readonly Errand[], means: Means): Promise<void> {
  for (const errand of errands) {
    try {
      await settle(errand, means)
    } catch (error) {
      means.env.log('error', 'notes_stay', {
        errand: errand.kind,
        error: error instanceof Error ? error.message.slice(0, 160) : 'unknown',
      })
    }
  }
}

async function settle(errand: Errand, { env, boards, workshop }: Means): Promise<void> {
  const { id, at, other, by } = errand
  if (!isStill(workshop(), at) || !isStill(workshop(), other)) return
  await on(boards, at.doc, async (target) => {
    if (read(target, ({ doc }) => doneOn(doc).includes(id))) return
    const change = (work: (doc: Y.Doc) => void): Promise<void> =>
      target.change((doc) => {
        work(doc)
        doc.getMap<unknown>('meta').set('errands', [...doneOn(doc), id])
      })
    const now = env.clock.now()
    if (errand.kind === 'takeBack') {
      const { ownerOf } = target
      return change((doc) => void takeBack(doc, { board: other.board, by, now, ownerOf }))
    }
    return on(boards, other.doc, async (source) => {
      await source.settleArrived()
      const reading = source.read()
      try {
        await change((doc) => {
          if (errand.kind === 'moveAway') moveAway(doc, copiesOf(errand, reading), { by, now })
          else copyBeside(doc, { board: other.board, reading, newId: () => joinedId(env.newId) })
        })
      } finally {
        reading.dispose()
      }
    })
  })
}

/** Notes that are elsewhere by now: only those may go. */
function copiesOf({ at, notes }: Errand, there: BoardReading): string[] {
  const moved = new Set(notes)
  return visibleNotes(there).flatMap(({ from }) =>
    from?.board === at.board && moved.has(from.item) ? [from.item] : [],
  )
}

/** Ids of the errands that were done on a board. */
function doneOn(doc: Y.Doc): readonly string[] {
  const done = doc.getMap<unknown>('meta').get('errands')
  return Array.isArray(done) ? done.filter((id): id is string => typeof id === 'string') : []
}

function read<T>(board: BoardRoom, what: (reading: BoardReading) => T): T {
  const reading = board.read()
  try {
    return what(reading)
  } finally {
    reading.dispose()
  }
}

async function on<T>(boards: OpenBoards, doc: string, work: (board: BoardRoom) => Promise<T>): Promise<T> {
  const { board, release } = await boards.hold(doc)
  try {
    return await work(board)
  } finally {
    release()
  }
}
