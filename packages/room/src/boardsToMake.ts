/** The documents that belong to what was decided: of boards that begin, and of boards that begin anew. */
import type { CopyMeans } from '@moot/board'
import { boardSeed, templateSummaries } from '@moot/templates'
import type { BoardInfo, Command, FreshBoard, Workshop, WorkshopEvent } from '@moot/workshop'
import { boardsInSight, currentRound } from '@moot/workshop'
import type { FreshDocument } from './freshBoards.ts'
import { copiedDocument, seededDocument } from './freshBoards.ts'
import { gatheredDocument } from './gatherReports.ts'
import type { OpenBoards } from './OpenBoards.ts'
import type { RoomEnvironment } from './RoomEnvironment.ts'

/** What documents are made with. */
interface Means {
  readonly env: RoomEnvironment
  readonly boards: OpenBoards
  /** As it was when the command was decided. */
  readonly workshop: Workshop
}

/** What a board that this command may make is to be known by. */
export function freshBoard(workshop: Workshop, command: Command, newId: () => string): FreshBoard {
  return { board: newId(), doc: newId(), title: usualTitle(workshop, command) }
}

/** Documents, or why there are none. */
export type MadeDocuments =
  | {
      readonly ok: true
      readonly documents: readonly FreshDocument[]
      readonly superseded: readonly string[]
    }
  | { readonly ok: false; readonly code: string; readonly message: string }

/**
 * Makes the document of every board that these events add or renew.
 *
 * @returns them, and the documents that they take the place of; or a refusal where a template is none
 */
export async function documentsFor(
  events: readonly WorkshopEvent[],
  command: Command,
  means: Means,
): Promise<MadeDocuments> {
  const refusal = templatesIn(command)
    .map(refusalOf)
    .find((each) => each !== undefined)
  if (refusal !== undefined) return refusal
  const documents: FreshDocument[] = []
  const superseded: string[] = []
  for (const event of events) {
    if (event.type === 'board.added') {
      const made = (await splitOff(event, events, means)) ?? (await documentOf(event, command, means))
      if ('ok' in made) return made
      documents.push(made)
    } else if (event.type === 'board.renewed') {
      const board = means.workshop.boards[event.board]
      if (board === undefined) continue
      documents.push(await copyOf(board, event.doc, means, { isSetUpAlone: true }))
      superseded.push(board.doc)
    }
  }
  return { ok: true, documents, superseded }
}

type Added = Extract<WorkshopEvent, { type: 'board.added' }>
type Refused = Extract<MadeDocuments, { ok: false }>

async function documentOf(
  { doc, template }: Added,
  command: Command,
  means: Means,
): Promise<FreshDocument | Refused> {
  if (command.type === 'board.copy') {
    const source = means.workshop.boards[command.board]
    if (source === undefined) throw new Error('a board that is not there was to be copied')
    return copyOf(source, doc, means, {})
  }
  // A further space's board is laid out as the others of the round are, whose columns nobody says again.
  const isFurther = FURTHER.has(command.type)
  const like = isFurther && template === 'columns' ? boardLike(means.workshop, template) : undefined
  if (like !== undefined) return copyOf(like, doc, means, { isSetUpAlone: true })
  const columns = 'columns' in command ? command.columns : undefined
  const seed = boardSeed(template === '' ? 'blank' : template, columns === undefined ? {} : { columns })
  if (!seed.ok) return seed
  const { newClientId, clock } = means.env
  const made = { doc, client: newClientId(), at: clock.now() }
  return command.type === 'reports.gather'
    ? gatheredDocument(seed.seed, means.workshop, means.env.newId, made)
    : seededDocument(seed.seed, made)
}

/** Commands by which a space or a topic comes to a round that is on already. */
const FURTHER: ReadonlySet<Command['type']> = new Set([
  'space.add',
  'space.change',
  'topic.place',
  'topic.start',
])

/** The document of a topic that takes notes of another along, laid out as the board is that they come from. */
async function splitOff(
  { board, doc }: Added,
  events: readonly WorkshopEvent[],
  means: Means,
): Promise<FreshDocument | undefined> {
  const split = events.find((event) => event.type === 'topic.split' && event.board === board)
  if (split?.type !== 'topic.split') return undefined
  const { boards, workshop } = means
  const parent = workshop.boards[workshop.topics[split.topic]?.board ?? '']
  if (parent === undefined) return undefined
  // What somebody has just written is taken along as it is now.
  await (await boards.open(parent.doc)).settleArrived()
  return copyOf(parent, doc, means, { notes: new Set(split.notes) })
}

/** A board of the current round that was set out from this template. */
function boardLike(workshop: Workshop, template: string): BoardInfo | undefined {
  const boards = currentRound(workshop)?.slots.map(({ board }) => workshop.boards[board ?? '']) ?? []
  return boards.find((board) => board?.template === template)
}

/** Commands that name the template of a topic's board. */
const OFFERS: ReadonlySet<Command['type']> = new Set(['draft.write', 'topic.offer', 'topic.edit'])

/** Templates that a command names for later: one that is none is refused now and not in the middle of the workshop. */
function templatesIn(command: Command): string[] {
  const named =
    command.type === 'plan.set'
      ? command.stages.map(({ template }) => template)
      : command.type === 'stage.add'
        ? [command.stage.template]
        : command.type === 'stage.change'
          ? [command.change.template ?? '']
          : OFFERS.has(command.type) && 'template' in command
            ? [command.template ?? '']
            : []
  return named.filter((template) => template !== '')
}

function refusalOf(template: string): Refused | undefined {
  const seed = boardSeed(template)
  return seed.ok ? undefined : seed
}

/** How much of a board is copied: all that is in sight, its set-up alone, or that with some notes. */
type Part = Pick<CopyMeans, 'isSetUpAlone' | 'notes'>

/** What is in sight on a board, or a part of it, as far as it can be read, for a document of its own. */
async function copyOf(
  source: BoardInfo,
  doc: string,
  { boards, env: { newId, newClientId, clock } }: Means,
  part: Part,
): Promise<FreshDocument> {
  const reading = (await boards.open(source.doc)).read()
  try {
    const from = { board: source.id, template: source.template, reading, ...part }
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
