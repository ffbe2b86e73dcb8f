/** How a workshop begins: with one board, from a ready plan, or as the example. From an earlier one: `fromEarlier.ts`. */
import { BoardReading, addNotes, orderedRegions, seedBoard } from '@moot/board'
import type { CreateRequest } from '@moot/protocol'
import type { ExampleNote, ReadyPlan } from '@moot/templates'
import { boardSeed, exampleWorkshop, readyPlan } from '@moot/templates'
import type { Refusal } from '@moot/workshop'
import { breakouts, cleanLine, QUESTION_MAX, WORKSHOP_TITLE_MAX } from '@moot/workshop'
import type { Draft, DraftMeans } from './draft.ts'
import { addBoard, addSeeded, documentMeans, give, happen, newDraft } from './draft.ts'
import { writtenDocument } from './freshBoards.ts'
import type { Refused } from './comingIn.ts'
import { SERVER_PERSON } from './Storage.ts'

/** Title of what was started without one. */
const UNTITLED = 'Untitled board'

const NO_SUCH_PLAN: Refused = { ok: false, code: 'unknown_plan', message: 'There is no such ready plan.' }

/** A workshop with its first board, as asked; a refusal where something asked for is not possible. */
export function beginWorkshop(request: CreateRequest, means: DraftMeans): Draft | Refused {
  if (request.example === true) return beginExample(request.zone, means)
  const plan = request.plan === undefined ? undefined : readyPlan(request.plan)
  if (request.plan !== undefined && plan === undefined) return NO_SUCH_PLAN
  const named = namesOf(request, plan?.name ?? UNTITLED, '')
  if ('ok' in named) return named
  const draft = newDraft(means, named.title, named.question)
  return addFirstBoards(draft, request, plan) ?? addFraming(draft, request) ?? addPlan(draft, plan) ?? draft
}

/** The title and question that were asked for, else those given here. */
export function namesOf(
  request: CreateRequest,
  title: string,
  question: string,
): { readonly title: string; readonly question: string } | Refused {
  const names = {
    title: cleanLine(request.title ?? '') || title,
    question: request.question === undefined ? question : cleanLine(request.question),
  }
  if (names.title.length > WORKSHOP_TITLE_MAX) return tooLong(WORKSHOP_TITLE_MAX)
  return names.question.length > QUESTION_MAX ? tooLong(QUESTION_MAX) : names
}

/** The boards of a plan, else one from the template that was asked for, called as the workshop is. */
export function addFirstBoards(
  draft: Draft,
  { template, columns }: CreateRequest,
  plan: ReadyPlan | undefined,
): Refused | undefined {
  if (template === undefined && plan !== undefined && plan.boards.length > 0) {
    for (const board of plan.boards) {
      const seed = boardSeed(board.template)
      if (!seed.ok) return seed
      addSeeded(draft, board.title, seed.seed)
    }
    return undefined
  }
  const seed = boardSeed(template ?? 'blank', columns === undefined ? {} : { columns })
  if (!seed.ok) return seed
  addSeeded(draft, draft.workshop.title, seed.seed)
  return undefined
}

/** What the workshop says of itself before it starts, as far as anything was asked for. */
export function addFraming(
  draft: Draft,
  { purpose, fixed, open, phone, zone, starts }: CreateRequest,
): Refused | undefined {
  const said = { purpose, fixed, open, phone, zone, starts }
  if (Object.values(said).every((each) => each === undefined || each === '')) return undefined
  return give(draft, { type: 'workshop.describe', ...said })
}

/** The running order of a plan, and its spaces, hidden spare included. */
export function addPlan(draft: Draft, plan: ReadyPlan | undefined): Refusal | undefined {
  if (plan === undefined) return undefined
  const refused = give(draft, { type: 'plan.set', stages: [...plan.stages] })
  if (refused !== undefined) return refused
  // An activity that would make a board has the one that is there.
  const boards = new Map(Object.values(draft.workshop.boards).map(({ template, id }) => [template, id]))
  for (const { id, where, template } of draft.workshop.stages) {
    const board = boards.get(template)
    if (where === 'main' && board !== undefined) happen(draft, { type: 'stage.boarded', stage: id, board })
  }
  if (plan.spaces === 0) return undefined
  return give(draft, { type: 'spaces.prepare', count: plan.spaces })
}

/** The example: what somebody would see on the day before. Nothing has started in it. */
function beginExample(zone: string | undefined, means: DraftMeans): Draft | Refused {
  const { title, question, purpose, fixed, open, phone, plan, notes, videoNames } = exampleWorkshop
  const draft = newDraft(means, title, question)
  for (const [index, board] of plan.boards.entries()) {
    const seed = boardSeed(board.template)
    if (!seed.ok) return seed
    const document = writtenDocument(documentMeans(draft), (doc) => {
      seedBoard(doc, seed.seed, null)
      if (index === 0) addExampleNotes(new BoardReading(doc), notes, draft)
    })
    addBoard(draft, { ...board, document })
  }
  const refused =
    addFraming(draft, { purpose, fixed, open, phone, ...(zone !== undefined && { zone }) }) ??
    addPlan(draft, plan)
  if (refused !== undefined) return refused
  for (const [index, { id }] of breakouts(draft.workshop.spaces).entries()) {
    const videoName = videoNames[index]
    if (videoName === undefined) continue
    const unnamed = give(draft, { type: 'space.change', space: id, videoName })
    if (unnamed !== undefined) return unnamed
  }
  addExampleTopics(draft)
  return draft
}

/** What somebody would have offered by then, and who said that they would come. */
function addExampleTopics(draft: Draft): void {
  const { newId } = draft.means
  const ids = new Map(exampleWorkshop.people.map((name) => [name, newId()]))
  for (const [name, person] of ids)
    happen(draft, { type: 'person.joined', person, name, role: 'participant' })
  const rounds = draft.workshop.stages.filter(({ where }) => where === 'round')
  const spaces = breakouts(draft.workshop.spaces)
  for (const { question, pitch, by, comers, place } of exampleWorkshop.topics) {
    const [topic, convener = SERVER_PERSON] = [newId(), ids.get(by)]
    happen(draft, {
      type: 'topic.posted',
      topic,
      question: { id: newId(), text: question },
      pitch,
      convener,
      template: '',
      isAction: false,
      by: convener,
    })
    const round = rounds[(place?.round ?? 0) - 1]?.id
    const space = spaces[(place?.space ?? 0) - 1]?.id
    if (round !== undefined && space !== undefined)
      happen(draft, {
        type: 'topic.placed',
        topic,
        place: { round, space, time: '', where: '' },
        by: convener,
      })
    for (const person of comers.flatMap((name) => ids.get(name) ?? []))
      happen(draft, { type: 'topic.signedUp', topic, person, isOn: true, by: person })
  }
}

function addExampleNotes(board: BoardReading, notes: readonly ExampleNote[], { means, at }: Draft): void {
  const byTag = new Map(orderedRegions(board).map(({ tag, id }) => [tag, id]))
  const writer = { board, person: SERVER_PERSON, now: () => at, newId: means.newId, origin: {} }
  addNotes(
    writer,
    notes.map(({ tag, text, color }) => ({ text, color, region: byTag.get(tag) ?? null })),
  )
  board.dispose()
}

const tooLong = (max: number): Refused => ({
  ok: false,
  code: 'too_long',
  message: `That is too long: ${max} letters at most.`,
})
