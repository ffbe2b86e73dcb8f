/** Carrying out a command that was accepted: what is stored together with its events, and what follows from them. */
import type { Answer } from '@moot/protocol'
import { boardSeed, templateSummaries } from '@moot/templates'
import type { Command, FreshBoard, Workshop } from '@moot/workshop'
import { boardsInSight } from '@moot/workshop'
import type { FreshDocument } from './freshBoards.ts'
import { copiedDocument, seededDocument } from './freshBoards.ts'
import type { OpenBoards } from './OpenBoards.ts'
import type { RoomEnvironment } from './RoomEnvironment.ts'
import { freshCode } from './Secrets.ts'
import type { WorkshopRecord } from './Storage.ts'

/** A rejoin code works this long, in ms. */
const REJOIN_MS = 10 * 60_000

/** What a command is carried out with. */
export interface Means {
  readonly env: RoomEnvironment
  readonly boards: OpenBoards
  /** The workshop as it is at that moment. */
  readonly workshop: () => Workshop
  /** Stores what was decided with what belongs to it, and only then lets it happen. */
  readonly store: (more?: Omit<WorkshopRecord, 'events'>) => Promise<void>
}

/** A command that was accepted, by whom, and what a board that it makes is known by. */
export interface Accepted {
  readonly person: string
  readonly command: Command
  readonly fresh: FreshBoard
}

/** What a board that this command may make is to be known by. */
export function freshBoard(workshop: Workshop, command: Command, newId: () => string): FreshBoard {
  return { board: newId(), doc: newId(), title: usualTitle(workshop, command) }
}

/** Carries a command out. What it leads to is on disk before this resolves; rejects where that cannot be. */
export async function carryOut(
  { env, boards, workshop, store }: Means,
  { person, command, fresh }: Accepted,
): Promise<Answer> {
  const { secrets, clock, newClientId } = env
  const docOf = (board: string): string => workshop().boards[board]?.doc ?? ''
  switch (command.type) {
    case 'link.facilitator': {
      const key = secrets.fresh()
      await store({ facilitatorHashes: [secrets.hash(key)] })
      return { ok: true, result: { key } }
    }
    case 'person.rejoinCode': {
      const code = freshCode(secrets)
      const expires = clock.now() + REJOIN_MS
      await store({ rejoinCodes: [{ hash: secrets.hash(code), person, expires }] })
      return { ok: true, result: { code, expires } }
    }
    case 'board.undoPerson': {
      await store()
      const board = await boards.open(docOf(command.board))
      const notes = await board.undoPerson({ person: command.person, by: person, since: command.since })
      return { ok: true, result: { notes } }
    }
    case 'board.add': {
      const { template, columns } = command
      const seed = boardSeed(template, columns === undefined ? {} : { columns })
      if (!seed.ok) return seed
      const means = { doc: fresh.doc, client: newClientId(), at: clock.now() }
      await store({ documents: [seededDocument(seed.seed, means)] })
      return { ok: true, result: { board: fresh.board } }
    }
    case 'board.copy': {
      const source = workshop().boards[command.board]
      if (source === undefined) throw new Error('a board that is not there was to be copied')
      await store({ documents: [await copyOf(source, fresh.doc, boards, env)] })
      return { ok: true, result: { board: fresh.board } }
    }
    case 'board.remove':
      await store()
      // Who comes from now on is refused; what those who are here have sent is saved first, so that they know it.
      await boards.dismiss(docOf(command.board), 'removed')
      return { ok: true }
    default:
      await store()
      return { ok: true }
  }
}

/** What is in sight on a board, as far as it can be read, for a document of its own. */
async function copyOf(
  source: Workshop['boards'][string],
  doc: string,
  boards: OpenBoards,
  { newId, newClientId, clock }: RoomEnvironment,
): Promise<FreshDocument> {
  const reading = (await boards.open(source.doc)).read()
  try {
    const from = { board: source.id, template: source.template, reading }
    return copiedDocument(from, newId, { doc, client: newClientId(), at: clock.now() })
  } finally {
    reading.dispose()
  }
}

/** What a new board is called when nobody says: as its template, and a blank one by its number. */
function usualTitle({ boards }: Workshop, command: Command): string {
  if (command.type !== 'board.add') return ''
  const named = templateSummaries.find(({ id }) => id === command.template && id !== 'blank')
  return named?.name ?? `Board ${boardsInSight(boards).length + 1}`
}
