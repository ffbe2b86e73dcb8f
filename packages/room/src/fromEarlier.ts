/** A workshop made from an earlier one: its set-up as a plan, or the next one that follows it. The earlier one stays as it is. */
import type { BoardReading, ReadableBoard } from '@moot/board'
import { isFigure, orderedRegions, visibleFigures, visibleNotes } from '@moot/board'
import type { CarryResponse, CreateRequest } from '@moot/protocol'
import { boardSeed, readyPlan } from '@moot/templates'
import type { BoardInfo, Carried, Stage, StageDraft, Topic, Workshop } from '@moot/workshop'
import { CARRIED_MAX, cleanLine, QUESTION_MAX, WORKSHOP_TITLE_MAX } from '@moot/workshop'
import { addFirstBoards, addFraming, addPlan, namesOf } from './beginWorkshop.ts'
import type { Draft, DraftMeans } from './draft.ts'
import { addBoard, addSeeded, documentMeans, give, happen, newDraft } from './draft.ts'
import { copiedDocument } from './freshBoards.ts'
import type { Refused } from './comingIn.ts'
import type { Room } from './Room.ts'

/** Sections whose notes are commitments, and whose notes are questions for later, by their tags. */
const COMMITMENT_TAGS: ReadonlySet<string> = new Set(['next'])
const QUESTION_TAGS: ReadonlySet<string> = new Set(['park', 'questions'])

const NO_SUCH_BOARD: Refused = {
  ok: false,
  code: 'no_such_board',
  message: 'That board is not there any more.',
}
const NO_SUCH_PLAN: Refused = { ok: false, code: 'unknown_plan', message: 'There is no such ready plan.' }
const NOT_ALLOWED: Refused = {
  ok: false,
  code: 'not_allowed',
  message: 'Only somebody who facilitates that workshop can make another from it.',
}

/** A board of the earlier workshop, read. */
interface ReadBoard {
  readonly info: BoardInfo
  readonly reading: ReadableBoard
}

/** Makes a workshop from `earlier`, asked for by a person of that one. */
export async function beginFromEarlier(
  request: CreateRequest,
  earlier: { readonly room: Room; readonly person: string },
  means: DraftMeans,
): Promise<Draft | Refused> {
  const { from } = request
  const { room, person } = earlier
  if (from === undefined || room.workshop.people[person]?.role !== 'facilitator') return NOT_ALLOWED
  return readBoards(room, (boards) =>
    from.kind === 'plan'
      ? asPlan(request, room.workshop, boards, means)
      : following({ ...request, from }, room.workshop, boards, means),
  )
}

/** What a workshop that follows this one might bring along, for one of its facilitators. */
export async function suggestCarry(room: Room, person: string): Promise<CarryResponse | Refused> {
  const { workshop } = room
  if (workshop.people[person]?.role !== 'facilitator') return NOT_ALLOWED
  return readBoards(room, (boards) => {
    const found: Carried[] = [
      ...workshop.carried.filter(({ kind }) => kind === 'question'),
      ...openQuestions(workshop),
    ]
    for (const { reading } of boards) {
      const tags = new Map(orderedRegions(reading).map(({ id, tag }) => [id, tag]))
      for (const { text, region } of visibleNotes(reading)) {
        const tag = region === null ? '' : (tags.get(region) ?? '')
        if (COMMITMENT_TAGS.has(tag)) found.push({ kind: 'commitment', text })
        else if (QUESTION_TAGS.has(tag)) found.push({ kind: 'question', text })
      }
    }
    return {
      title: workshop.title,
      question: workshop.question,
      hasPlan: workshop.stages.length > 0,
      carried: cleaned(found),
      boards: boards.map(({ info: { id, title }, reading }) => ({
        id,
        title,
        notes: visibleNotes(reading).length,
      })),
    }
  })
}

/** What conversations left open: questions for later in their reports, one a line, and topics that nobody came to. */
function openQuestions(workshop: Workshop): Carried[] {
  const all = Object.values(workshop.topics)
  const later = all
    .flatMap(({ report }) => report?.texts.question.split('\n') ?? [])
    .map((line) => line.replace(/^\s*[-*•–]\s+/, ''))
  const waiting = all
    .filter((topic) => topic.state === 'posted' || isLeft(workshop, topic))
    .flatMap(({ questions }) => questions.map(({ text }) => text))
  return [...later, ...waiting].map((text) => ({ kind: 'question', text }))
}

/** Whether a topic has a place and nothing begins it any more: no round does, or it would have by now. */
function isLeft({ stages, ended }: Workshop, { state, place }: Topic): boolean {
  if (state !== 'scheduled') return false
  const round = stages.find(({ id }) => id === place?.round)
  return round === undefined || round.ended !== null || ended !== null
}

async function readBoards<T>(room: Room, read: (boards: readonly ReadBoard[]) => T): Promise<T> {
  return room.withBoards((open) => {
    const readings: BoardReading[] = []
    try {
      const boards = open.flatMap(({ id, room: board }) => {
        const info = room.workshop.boards[id]
        const reading = board.read()
        readings.push(reading)
        return info === undefined ? [] : [{ info, reading }]
      })
      return read(boards)
    } finally {
      for (const reading of readings) reading.dispose()
    }
  })
}

function asPlan(
  request: CreateRequest,
  earlier: Workshop,
  boards: readonly ReadBoard[],
  means: DraftMeans,
): Draft | Refused {
  const named = namesOf(request, copyTitle(earlier.title), earlier.question)
  if ('ok' in named) return named
  const draft = newDraft(means, named.title, named.question)
  // Boards of rounds and topics are made when those begin; those of the main room and the hallway are set-up.
  const ofRounds = new Set([
    ...earlier.rounds.flatMap(({ slots }) => slots.map(({ board }) => board)),
    ...Object.values(earlier.topics).map(({ board }) => board),
  ])
  const kept = boards.filter(({ info }) => !ofRounds.has(info.id))
  const copies = copyBoards(draft, kept, earlier, true)
  if (copies.size === 0) {
    const refused = addFirstBoards(draft, {}, undefined)
    if (refused !== undefined) return refused
  }
  const { purpose, fixed, open, phone, zone } = earlier.framing
  // The date is not copied: it has passed, or is that of the other one.
  return (
    addFraming(draft, { purpose, fixed, open, phone, zone }) ??
    addFraming(draft, request) ??
    addSameOrder(draft, earlier, copies) ??
    draft
  )
}

function following(
  request: CreateRequest & { readonly from: NonNullable<CreateRequest['from']> },
  earlier: Workshop,
  boards: readonly ReadBoard[],
  means: DraftMeans,
): Draft | Refused {
  const { from } = request
  const named = namesOf(request, earlier.title, earlier.question)
  if ('ok' in named) return named
  const plan = request.plan === undefined ? undefined : readyPlan(request.plan)
  if (request.plan !== undefined && plan === undefined) return NO_SUCH_PLAN
  const wanted = new Set(from.boards)
  const chosen = boards.filter(({ info }) => wanted.has(info.id))
  if (chosen.length < wanted.size) return NO_SUCH_BOARD
  const draft = newDraft(means, named.title, named.question)
  happen(draft, {
    type: 'workshop.followed',
    workshop: earlier.id,
    title: earlier.title,
    carried: cleaned(from.carried ?? []),
  })
  // Where boards come along they are enough to begin with, unless another one was asked for.
  if (chosen.length === 0 || request.template !== undefined || plan !== undefined) {
    const refused = addFirstBoards(draft, request, plan)
    if (refused !== undefined) return refused
  }
  const copies = copyBoards(draft, chosen, earlier, false)
  const { phone, zone } = earlier.framing
  const refused = addFraming(draft, { phone, zone }) ?? addFraming(draft, request)
  if (refused !== undefined) return refused
  const unplanned =
    plan !== undefined
      ? addPlan(draft, plan)
      : from.isSameOrder === true
        ? addSameOrder(draft, earlier, copies)
        : undefined
  return unplanned ?? draft
}

/** Copies boards in order, without who wrote what; answers which is the copy of which. */
function copyBoards(
  draft: Draft,
  boards: readonly ReadBoard[],
  earlier: Workshop,
  isSetUpAlone: boolean,
): ReadonlyMap<string, string> {
  const { newId } = draft.means
  const copies = new Map<string, string>()
  for (const { info, reading } of boards) {
    const uploads = new Map(uploadsOn(reading, isSetUpAlone).map((from) => [from, newId()]))
    for (const [from, id] of uploads) draft.uploads.push({ from, id })
    const { id: board, template } = info
    const away = { uploads }
    const document = copiedDocument(
      { board, reading, template, isSetUpAlone, away },
      newId,
      documentMeans(draft),
    )
    // A single board is called as its workshop is.
    const title = info.title === earlier.title ? draft.workshop.title : info.title
    copies.set(board, addBoard(draft, { title, template, document }))
  }
  return copies
}

function uploadsOn(board: ReadableBoard, isSetUpAlone: boolean): string[] {
  const pictures = isSetUpAlone ? [] : visibleFigures(board.drawings)
  const backdrops = [...board.drawings.values()].filter((each) => !isFigure(each))
  const ids = [...pictures, ...backdrops].flatMap((each) => ('upload' in each ? [each.upload] : []))
  return [...new Set(ids)]
}

/** The running order and the spaces of the earlier workshop, before any of it has happened. */
function addSameOrder(
  draft: Draft,
  { stages, spaces }: Workshop,
  copies: ReadonlyMap<string, string>,
): Refused | undefined {
  if (stages.length > 0) {
    const refused = give(draft, { type: 'plan.set', stages: stages.map(draftOf) })
    if (refused !== undefined) return refused
    for (const [index, { id }] of draft.workshop.stages.entries()) {
      const board = copies.get(stages[index]?.board ?? '')
      if (board !== undefined) happen(draft, { type: 'stage.boarded', stage: id, board })
    }
  }
  for (const { kind, number, isHidden, videoName, videoLink, board, isGone } of Object.values(spaces)) {
    if (isGone) continue
    const space = draft.means.newId()
    const own = copies.get(board ?? '') ?? (kind === 'hallway' ? addHallwayBoard(draft) : null)
    happen(draft, { type: 'space.added', space, kind, number, isHidden, board: own })
    if (videoName !== '' || videoLink !== '')
      happen(draft, { type: 'space.changed', space, videoName, videoLink })
  }
  return undefined
}

/** A hallway has a board, also where that of the earlier one does not come along. */
function addHallwayBoard(draft: Draft): string | null {
  const seed = boardSeed('blank')
  return seed.ok ? addSeeded(draft, 'Hallway', seed.seed) : null
}

function draftOf({
  kind,
  title,
  prompt,
  part,
  where,
  template,
  minutes,
  gate,
  isReadOnly,
}: Stage): StageDraft {
  return { kind, title, prompt, part, where, template, minutes, gate, isReadOnly }
}

/** A copy of a copy is not called a copy twice. No half of a letter is left where the name is too long. */
function copyTitle(title: string): string {
  const ending = ' (copy)'
  const stem = title.endsWith(ending) ? title.slice(0, -ending.length) : title
  const cut = stem.slice(0, WORKSHOP_TITLE_MAX - ending.length).replace(/[\ud800-\udbff]$/, '')
  return cut.trimEnd() + ending
}

/** Lines as they are kept, each once. */
function cleaned(lines: readonly Carried[]): Carried[] {
  const seen = new Map<string, Carried>()
  for (const { kind, text } of lines) {
    const line = cleanLine(text)
      .slice(0, QUESTION_MAX)
      .replace(/[\ud800-\udbff]$/, '')
    if (line !== '') seen.set(`${kind} ${line}`, { kind, text: line })
  }
  return [...seen.values()].slice(0, CARRIED_MAX)
}
