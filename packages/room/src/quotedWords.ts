/** A report quotes what a note says: its words are read from the topic's board, whatever was sent with it. */
import { visibleNotes } from '@moot/board'
import type { Command, Workshop } from '@moot/workshop'
import { REPORT_TEXT_MAX } from '@moot/workshop'
import type { OpenBoards } from './OpenBoards.ts'

const NO_SUCH_NOTE = {
  ok: false,
  code: 'no_such_note',
  message: 'That note is not on the board of this topic any more. Choose another one.',
} as const

/** The command as it is judged: a quote with the words that stand on the board now, or why there are none. */
export async function withWordsOfNote(
  command: Command,
  { topics, boards: known }: Workshop,
  boards: OpenBoards,
): Promise<Command | typeof NO_SUCH_NOTE> {
  if (command.type !== 'report.quote' || command.note === null) return command
  const { id } = command.note
  const topic = Object.hasOwn(topics, command.topic) ? topics[command.topic] : undefined
  const info = known[topic?.board ?? '']
  // `decide` says what is wrong with the topic.
  if (topic === undefined) return command
  if (info?.gone !== null) return NO_SUCH_NOTE
  const { board, release } = await boards.hold(info.doc)
  try {
    // What somebody has just written is quoted as it is now.
    await board.settleArrived()
    const reading = board.read()
    try {
      const note = visibleNotes(reading).find((each) => each.id === id)
      return note === undefined
        ? NO_SUCH_NOTE
        : { ...command, note: { id, text: note.text.slice(0, REPORT_TEXT_MAX) } }
    } finally {
      reading.dispose()
    }
  } finally {
    release()
  }
}
