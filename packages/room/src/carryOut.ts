/** Carrying out a command that was accepted: what is stored together with its events, and what follows from them. */
import type { Answer } from '@moot/protocol'
import type { Command, Workshop, WorkshopEvent } from '@moot/workshop'
import { cleanLine } from '@moot/workshop'
import { documentsFor } from './boardsToMake.ts'
import { withErrands } from './errands.ts'
import type { OpenBoards } from './OpenBoards.ts'
import { settleNotes } from './notesOfTopics.ts'
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
  /** Stores what was decided with what belongs to it, in one step, and only then lets it happen. */
  readonly store: (more?: Omit<WorkshopRecord, 'events'>) => Promise<void>
}

/** A command that was accepted, by whom, and what it leads to. */
export interface Accepted {
  readonly person: string
  readonly command: Command
  readonly events: readonly WorkshopEvent[]
}

/** What some commands have stored beside events and documents, and what they answer. */
interface Extra {
  readonly record?: Omit<WorkshopRecord, 'events' | 'documents'>
  readonly result?: unknown
}

/** Carries a command out. What it leads to is on disk before this resolves; rejects where that cannot be. */
export async function carryOut(means: Means, accepted: Accepted): Promise<Answer> {
  const { boards, workshop, store } = means
  const { command, events } = accepted
  if (command.type === 'board.undoPerson') return undoPerson(means, accepted, command)
  const made = await documentsFor(events, command, { ...means, workshop: workshop() })
  if (!made.ok) return made
  const removed = events.flatMap((event) =>
    event.type === 'board.removed' ? [workshop().boards[event.board]?.doc ?? ''] : [],
  )
  const { record, result } = extraOf(accepted, means)
  const before = workshop()
  await store({ ...record, ...(made.documents.length > 0 && { documents: made.documents }) })
  // Who comes from now on is refused; what those who are here have sent is saved first, so that they know it.
  await Promise.all([
    ...removed.map((doc) => boards.dismiss(doc, 'removed')),
    ...made.superseded.map((doc) => boards.dismiss(doc, 'superseded')),
  ])
  const happened = events.map((event) => ({ event, at: means.env.clock.now() }))
  await settleNotes(withErrands(before, happened).errands, means)
  return result === undefined ? { ok: true } : { ok: true, result }
}

async function undoPerson(
  { boards, workshop, store }: Means,
  { person: by }: Accepted,
  { board, person, since }: Extract<Command, { type: 'board.undoPerson' }>,
): Promise<Answer> {
  await store()
  const room = await boards.open(workshop().boards[board]?.doc ?? '')
  return { ok: true, result: { notes: await room.undoPerson({ person, by, since }) } }
}

function extraOf({ command, events }: Accepted, { env, workshop }: Means): Extra {
  const { secrets, clock } = env
  const rejoinCode = (whose: string): Extra => {
    const code = freshCode(secrets)
    const expires = clock.now() + REJOIN_MS
    const rejoinCodes = [{ hash: secrets.hash(code), person: whose, expires }]
    return { record: { rejoinCodes }, result: { code, expires } }
  }
  switch (command.type) {
    case 'link.facilitator': {
      const key = secrets.fresh()
      return { record: { facilitatorHashes: [secrets.hash(key)] }, result: { key } }
    }
    case 'person.rejoinCode':
    case 'person.try': {
      const made = events.find((event) => event.type === 'rejoin.made')
      return made === undefined ? {} : rejoinCode(made.person)
    }
    case 'board.add':
    case 'board.copy':
    case 'reports.gather':
      return resultOf(
        events.flatMap((event) => (event.type === 'board.added' ? [{ board: event.board }] : [])),
      )
    case 'stage.add':
    case 'market.addRound':
      return resultOf(
        events.flatMap((event) => (event.type === 'stage.added' ? [{ stage: event.stage.id }] : [])),
      )
    case 'spaces.open': {
      const round = workshop().rounds.length + 1
      return resultOf(
        events.flatMap((event) =>
          event.type === 'round.opened' ? [{ round, spaces: event.slots.map(({ space }) => space) }] : [],
        ),
      )
    }
    case 'space.add':
      return resultOf(
        events.flatMap((event) => (event.type === 'slot.added' ? [{ space: event.slot.space }] : [])),
      )
    case 'person.assist':
    case 'help.ask':
    case 'help.answer':
      return resultOf(joinedIn(events).map((joined) => ({ person: joined })))
    case 'people.expect': {
      const added = joinedIn(events).length
      const lines = command.names.filter((name) => cleanLine(name) !== '')
      return { result: { added, known: lines.length - added } }
    }
    case 'draft.write':
    case 'topic.offer':
    case 'turn.take':
    case 'topic.split':
    case 'topic.continue':
      return resultOf(events.flatMap(madeOf))
    case 'report.write': {
      // As it is stored: what others wrote meanwhile is in it.
      const known = workshop().topics[command.topic]?.report?.texts[command.field] ?? ''
      const written = events.flatMap((event) => (event.type === 'report.written' ? [event.text] : []))
      return { result: { text: written.at(-1) ?? known } }
    }
    case 'report.version': {
      const version = workshop().topics[command.topic]?.report?.versions[command.version]
      return version === undefined ? {} : { result: version }
    }
    default:
      return {}
  }
}

/** What an event leaves behind that somebody asked for: a topic, or a draft that waits. */
function madeOf(event: WorkshopEvent): ({ readonly topic: string } | { readonly draft: string })[] {
  switch (event.type) {
    case 'topic.posted':
      return [{ topic: event.topic }]
    case 'topic.split':
      return [{ topic: event.child }]
    case 'topic.continued':
      return [{ topic: event.next }]
    case 'draft.written':
      return [{ draft: event.draft }]
    default:
      return []
  }
}

const resultOf = ([result]: readonly object[]): Extra => (result === undefined ? {} : { result })

function joinedIn(events: readonly WorkshopEvent[]): string[] {
  return events.flatMap((event) => (event.type === 'person.joined' ? [event.person] : []))
}
