/** A workshop in the making: what has happened to it so far, and the documents that begin with it. */
import type { BoardSeed } from '@moot/board'
import { boardSeed } from '@moot/templates'
import type { Command, Refusal, Workshop, WorkshopEvent } from '@moot/workshop'
import { boardsInSight, decide, evolve, NO_WORKSHOP } from '@moot/workshop'
import type { FreshDocument } from './freshBoards.ts'
import { seededDocument } from './freshBoards.ts'
import type { RoomEnvironment } from './RoomEnvironment.ts'

/** What is needed from outside. */
export type DraftMeans = Pick<RoomEnvironment, 'newId' | 'newClientId' | 'clock'>

/** A picture that goes from one workshop to another, under an id of its own there. */
export interface CopiedUpload {
  readonly from: string
  readonly id: string
}

/** See the head of this file. */
export interface Draft {
  readonly means: DraftMeans
  readonly at: number
  workshop: Workshop
  readonly events: WorkshopEvent[]
  readonly documents: FreshDocument[]
  readonly uploads: CopiedUpload[]
}

/** Whoever sets a workshop up: nobody is on its roster yet, and rules ask for a facilitator. */
const MAKER = 'maker'

/** A workshop that has a name and a question and nothing else yet. */
export function newDraft(means: DraftMeans, title: string, question: string): Draft {
  const at = means.clock.now()
  const draft: Draft = { means, at, workshop: NO_WORKSHOP, events: [], documents: [], uploads: [] }
  happen(draft, { type: 'workshop.made', id: means.newId(), title, question })
  return draft
}

/** Lets something happen to it. */
export function happen(draft: Draft, ...events: readonly WorkshopEvent[]): void {
  for (const event of events) {
    draft.workshop = evolve(draft.workshop, event, draft.at)
    draft.events.push(event)
  }
}

/** What a new document is made with. */
export function documentMeans({ means, at }: Draft): {
  readonly doc: string
  readonly client: number
  readonly at: number
} {
  return { doc: means.newId(), client: means.newClientId(), at }
}

/** Adds a board with its document; answers its id. */
export function addBoard(
  draft: Draft,
  { title, template, document }: { title: string; template: string; document: FreshDocument },
): string {
  const board = draft.means.newId()
  draft.documents.push(document)
  happen(draft, { type: 'board.added', board, title, doc: document.doc, template })
  return board
}

/** Adds a board that begins as its template does. */
export function addSeeded(draft: Draft, title: string, seed: BoardSeed): string {
  const document = seededDocument(seed, documentMeans(draft))
  return addBoard(draft, { title, template: seed.template, document })
}

/**
 * Gives a command as a facilitator would, by the same rules. Boards that it leads to begin as their templates do.
 *
 * @returns the refusal, if it was refused
 */
export function give(draft: Draft, command: Command): Refusal | undefined {
  const { means, at } = draft
  const { newId } = means
  const { people } = evolve(
    NO_WORKSHOP,
    { type: 'person.joined', person: MAKER, name: '', role: 'facilitator' },
    at,
  )
  const nobody = { here: new Set<string>(), left: new Map<string, number>() }
  const moment = { board: newId(), doc: newId(), title: '', now: at, ...nobody, newId, seed: 0 }
  const decision = decide({ ...draft.workshop, people }, command, MAKER, moment)
  if (!decision.ok) return decision
  for (const event of decision.events) {
    happen(draft, event)
    if (event.type !== 'board.added') continue
    const seed = boardSeed(event.template === '' ? 'blank' : event.template)
    if (!seed.ok) throw new Error(`a board was to begin from ${event.template}, which is no template`)
    draft.documents.push(seededDocument(seed.seed, { doc: event.doc, client: means.newClientId(), at }))
  }
  return undefined
}

/** Boards that somebody who has just made it comes to, in order. */
export function boardsOf({
  workshop,
}: Draft): { readonly id: string; readonly title: string; readonly doc: string }[] {
  return boardsInSight(workshop.boards).map(({ id, title, doc }) => ({ id, title, doc }))
}
