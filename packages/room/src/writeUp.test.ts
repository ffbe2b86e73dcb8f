/** The write-up that the server makes, of an open space: what came late and where things are from. */
import { expect, test } from 'vitest'
import { addNotes, BoardReading, promoteNotes, visibleNotes } from '@moot/board'
import { topicResult } from '@moot/protocol'
import type { Command } from '@moot/workshop'
import { writeUp, writeUpMarkdown } from '@moot/writeup'
import { aWorkshop, openBoard } from './testing/workshops.ts'

const MINUTE = 60_000

test('[WU-13] [WU-15] [W-116] notes written after the round say so, and what was promoted from it stays of its round when the topic goes on', async () => {
  const { room, rooms, join, keys, clock, doc } = await aWorkshop()
  const farah = await join('Farah', keys.facilitator)
  const ama = await join('Ama')
  const give = async ({ personId }: { readonly personId: string }, command: Command): Promise<string> => {
    const answer = await room.command(personId, command)
    if (!answer.ok) throw new Error(answer.message)
    return topicResult.safeParse(answer.result).data?.topic ?? ''
  }
  await give(farah, { type: 'market.prepare', rounds: 2, minutes: 20, spaces: 2 })
  const [first = '', second = ''] = room.workshop.stages
    .filter(({ where }) => where === 'round')
    .map(({ id }) => id)
  const spaces = Object.values(room.workshop.spaces).filter(({ kind }) => kind === 'breakout')
  const cell = (round: string, number: number) => ({
    round,
    time: '',
    space: spaces[number - 1]?.id ?? '',
    where: '',
  })
  const topic = await give(ama, { type: 'topic.offer', question: 'Data' })
  await give(ama, { type: 'topic.place', topic, place: cell(first, 1) })
  await give(farah, { type: 'stage.go', stage: first, from: room.workshop.stage })
  const board = room.workshop.topics[topic]?.board ?? ''
  const clients: Awaited<ReturnType<typeof openBoard>>[] = []
  const writerOn = async (of: string) => {
    const at = await openBoard(room, of, ama.personId)
    if (at === null) throw new Error('the board is not there')
    clients.push(at)
    await clock.advance(50)
    let made = 0
    const newId = (): string => `${of}${(made += 1)}`
    const reading = new BoardReading(at.doc)
    return { board: reading, person: ama.personId, now: () => clock.now(), newId, origin: {} }
  }
  const there = await writerOn(room.workshop.boards[board]?.doc ?? '')
  const write = async (text: string): Promise<void> => {
    addNotes(there, [{ text }])
    await clock.advance(50)
  }
  await write('In time')
  await clock.advance(21 * MINUTE)
  await write('Too late for it')
  const read = (): Promise<string> => rooms.writeUp(room, (source) => writeUpMarkdown(writeUp(source)))
  const late = await read()
  expect(late).toContain('- *In time*\n- *Too late for it* \\[after the round\\]\n')

  await give(ama, { type: 'topic.continue', topic, place: cell(second, 2) })
  await give(farah, { type: 'stage.go', stage: second, from: first })
  await write('In the second round')
  const notes = visibleNotes(there.board).map(({ id }) => id)
  promoteNotes(await writerOn(doc), { board, reading: there.board }, notes)
  await clock.advance(50)
  const after = await read()
  expect(after).toContain('*In time* \\[from R1·1 Data\\]\n')
  expect(after).toContain('*In the second round* \\[from R2·2 Data\\]\n')
  // The board goes on: nothing on it is late.
  expect(after).not.toContain('after the round')
  for (const each of clients) each?.awareness.destroy()
})
