/**
 * What becomes of the notes of topics when their events are on disk: moved ones leave the board that a split took them
 * from, those of a topic that was merged come beside those of the other, and go again when that is undone.
 */
import { copyBeside } from '@moot/board'
import type { Workshop, WorkshopEvent } from '@moot/workshop'
import type { BoardRoom } from './BoardRoom.ts'
import { joinedId, moveAway, takeBack } from './joinedNotes.ts'
import type { OpenBoards } from './OpenBoards.ts'
import type { RoomEnvironment } from './RoomEnvironment.ts'

/** What it is done with. */
interface Means {
  readonly env: RoomEnvironment
  readonly boards: OpenBoards
  /** Before the events. */
  readonly before: Workshop
  /** What a split has copied, by the parent's board: only what is elsewhere by now may go. */
  readonly copied: ReadonlyMap<string, readonly string[]>
}

/**
 * Does all that follows from these events. What cannot be done on a board (it is damaged, or the disk takes nothing) is
 * left as it is and said in the log: then notes are in two places, and none is lost.
 */
export async function settleNotes(events: readonly WorkshopEvent[], means: Means): Promise<void> {
  for (const event of events) {
    try {
      await settle(event, means)
    } catch (error) {
      means.env.log('error', 'notes_stay', {
        event: event.type,
        error: error instanceof Error ? error.message.slice(0, 160) : 'unknown',
      })
    }
  }
}

async function settle(event: WorkshopEvent, { env, boards, before, copied }: Means): Promise<void> {
  const { topics } = before
  const docOf = (topic: string): { readonly board: string; readonly doc: string } | undefined => {
    const board = before.boards[topics[topic]?.board ?? '']
    // What was removed is as it was when it is brought back.
    return board?.gone === null ? { board: board.id, doc: board.doc } : undefined
  }
  const now = env.clock.now()
  if (event.type === 'topic.split' && event.isMoved) {
    const parent = docOf(event.topic)
    const notes = copied.get(parent?.board ?? '') ?? []
    if (parent === undefined || notes.length === 0) return
    await at(boards, parent.doc, (board) =>
      board.change((doc) => void moveAway(doc, notes, { by: event.by, now })),
    )
  } else if (event.type === 'topics.merged') {
    const [into, from] = [docOf(event.into), docOf(event.from)]
    if (into === undefined || from === undefined || into.board === from.board) return
    await at(boards, from.doc, async (source) => {
      await source.settleArrived()
      await at(boards, into.doc, (target) => bring(source, from.board, target, env))
    })
  } else if (event.type === 'topic.unmerged') {
    const [into, from] = [docOf(topics[event.topic]?.mergedInto ?? ''), docOf(event.topic)]
    if (into === undefined || from === undefined || into.board === from.board) return
    await at(boards, into.doc, (board) =>
      board.change((doc) => {
        const { ownerOf } = board
        takeBack(doc, { board: from.board, by: event.by, now, ownerOf })
      }),
    )
  }
}

function bring(
  source: BoardRoom,
  board: string,
  target: BoardRoom,
  { newId }: RoomEnvironment,
): Promise<void> {
  return target.change((doc) => {
    const reading = source.read()
    try {
      copyBeside(doc, { board, reading, newId: () => joinedId(newId) })
    } finally {
      reading.dispose()
    }
  })
}

async function at<T>(boards: OpenBoards, doc: string, work: (board: BoardRoom) => Promise<T>): Promise<T> {
  const { board, release } = await boards.hold(doc)
  try {
    return await work(board)
  } finally {
    release()
  }
}
