/** Two topics with a board each, what carries out what is decided about them, and a server that may be killed meanwhile. */
import { BoardReading, visibleNotes } from '@moot/board'
import { boardSeed } from '@moot/templates'
import type { Command, Happened, Workshop, WorkshopEvent } from '@moot/workshop'
import { evolve, NO_WORKSHOP } from '@moot/workshop'
import { carryOut } from '../carryOut.ts'
import { seededDocument } from '../freshBoards.ts'
import { settleNotes } from '../notesOfTopics.ts'
import { OpenBoards } from '../OpenBoards.ts'
import { replay } from '../replay.ts'
import type { WorkshopRecord } from '../Storage.ts'
import { HeldStorage, visitorFor } from './boards.ts'
import { atRest, FakeClock } from './FakeClock.ts'
import { TestClient } from './TestClient.ts'
import { secrets } from './workshops.ts'

/** A topic that Cy offers. */
export const posted = (topic: string): WorkshopEvent => ({
  type: 'topic.posted',
  topic,
  question: { id: `${topic}?`, text: `What about ${topic}?` },
  pitch: '',
  convener: 'cy',
  template: '',
  isAction: false,
  by: 'cy',
})
/** A board in columns. */
export const added = (board: string): Extract<WorkshopEvent, { type: 'board.added' }> => ({
  type: 'board.added',
  board,
  doc: `doc of ${board}`,
  title: board,
  template: 'columns',
})

/** Somebody's hand on a board that they have open. */
export function writerAt(at: TestClient, person: string) {
  let id = 0
  const newId = (): string => `${person} ${at.doc.clientID} ${(id += 1)}`
  return { board: new BoardReading(at.doc), person, now: () => 2, newId, origin: {} }
}

/** A disk that answers nobody any more once it was written to as often as its server lives. */
function whileAlive(disk: HeldStorage, life: { writes: number }): HeldStorage {
  return new Proxy(disk, {
    get: (_, name) => {
      const method: unknown = Reflect.get(disk, name, disk)
      if (typeof method !== 'function') return method
      return (...args: unknown[]): unknown => {
        if (life.writes <= 0) return new Promise(() => undefined)
        if (name === 'append') life.writes -= 1
        return Reflect.apply(method, disk, args)
      }
    },
  })
}

/** Two topics, *data* and *tenders*, each running on a board of its name. */
export async function topicBoards() {
  const clock = new FakeClock()
  const storage = new HeldStorage()
  const logged: string[] = []
  const record: Happened[] = []
  const clients: TestClient[] = []
  let count = 0
  let client = 1_000_000
  const start = () => {
    const life = { writes: Infinity }
    const env = {
      storage: whileAlive(storage, life),
      clock,
      secrets,
      log: (_: string, event: string) => void logged.push(event),
      newId: () => `new${(count += 1)}`,
      newClientId: () => (client += 1),
      count: () => undefined,
    }
    return { env, life, boards: new OpenBoards(env, () => undefined) }
  }
  let server = start()
  let workshop: Workshop = NO_WORKSHOP
  const happen = (events: readonly WorkshopEvent[]): void => {
    for (const event of events) {
      workshop = evolve(workshop, event, clock.now())
      record.push({ event, at: clock.now() })
    }
  }
  const documents = async (made: WorkshopRecord['documents'] = []): Promise<void> => {
    for (const { doc, append } of made) await storage.append(doc, append)
  }
  const seed = boardSeed('columns')
  if (!seed.ok) throw new Error('no such template')
  for (const topic of ['data', 'tenders']) {
    happen([posted(topic), added(topic), { type: 'topic.started', topic, board: topic, by: 'cy' }])
    const means = { doc: `doc of ${topic}`, client: server.env.newClientId(), at: 1 }
    await documents([seededDocument(seed.seed, means)])
  }
  const settled = async (): Promise<void> => {
    await clock.advance(50)
    await atRest()
    await clock.advance(50)
  }
  const come = async (board: string, person: string): Promise<TestClient> => {
    const at = new TestClient()
    clients.push(at)
    const room = await server.boards.open(`doc of ${board}`)
    at.join((socket) => room.connect(socket, visitorFor(person)))
    await clock.advance(50)
    return at
  }
  const leave = (): void => {
    for (const each of clients.splice(0)) each.awareness.destroy()
  }
  /** The server is started anew, as after `kill -9`: what is not on disk is gone. */
  const restart = async (): Promise<void> => {
    server.life.writes = 0
    leave()
    server = start()
    const { env, boards } = server
    const again = replay(record.map(({ event, at }, index) => ({ seq: index + 1, at, event })))
    workshop = again.workshop
    const settling = settleNotes(again.errands, { env, boards, workshop: () => workshop })
    await settled()
    await settling
  }
  /**
   * Carries a command out.
   *
   * @param dies - the server is killed once its events are on disk and boards were written to so often after that
   */
  const carry = async (
    command: Command,
    events: readonly WorkshopEvent[],
    dies = Infinity,
  ): Promise<unknown> => {
    const { env, boards, life } = server
    const means = {
      env,
      boards,
      workshop: () => workshop,
      store: async (more: Omit<WorkshopRecord, 'events'> = {}) => {
        await documents(more.documents)
        happen(events)
        life.writes = dies
      },
    }
    const carried = carryOut(means, { person: 'cy', command, events })
    await settled()
    return dies === Infinity ? carried : restart()
  }
  /** The board as it is stored. */
  const boardOf = async (board: string): Promise<BoardReading> =>
    (await server.boards.open(workshop.boards[board]?.doc ?? '')).read()
  const textsOn = async (board: string): Promise<string[]> =>
    visibleNotes(await boardOf(board))
      .map(({ text }) => text)
      .toSorted()
  const errand = (): string => `errand${(count += 1)}`
  const split = (notes: readonly string[], isMoved: boolean, dies?: number): Promise<unknown> =>
    carry(
      { type: 'topic.split', topic: 'data', text: 'Who owns it?', notes: [...notes], isMoved },
      [
        added('child'),
        {
          type: 'topic.split',
          topic: 'data',
          child: 'owners',
          question: { id: 'q', text: 'Who owns it?', isTaken: false },
          convener: 'cy',
          board: 'child',
          notes: [...notes],
          isMoved,
          by: 'cy',
          ...(isMoved && { errand: errand() }),
        },
      ],
      dies,
    )
  const merge = (dies?: number): Promise<unknown> =>
    carry(
      { type: 'merge.answer', ask: 'a', isYes: true },
      [
        {
          type: 'topics.merged',
          into: 'data',
          from: 'tenders',
          main: 'data?',
          by: 'cy',
          errand: errand(),
        },
      ],
      dies,
    )
  const unmerge = (dies?: number): Promise<unknown> =>
    carry(
      { type: 'topic.unmerge', topic: 'tenders' },
      [{ type: 'topic.unmerged', topic: 'tenders', by: 'cy', errand: errand() }],
      dies,
    )
  return {
    clock,
    storage,
    logged,
    boards: () => server.boards,
    come,
    leave,
    carry,
    restart,
    happen,
    boardOf,
    textsOn,
    split,
    merge,
    unmerge,
  }
}
