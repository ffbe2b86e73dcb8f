/** How topics begin: all of a round when it is gone to, and one that is placed into a round that is on. */
import { boardsInSight } from '../boardOrder.ts'
import type { Moment } from '../decideBoard.ts'
import { boardsLeft, freeTitle, TOO_MANY_BOARDS } from '../decideBoard.ts'
import type { Refusal } from '../decision.ts'
import { entryOf } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { currentRound, isRoundOn } from '../spaces.ts'
import type { Stage } from '../stages.ts'
import { currentStage } from '../stages.ts'
import type { Workshop } from '../state.ts'
import { cutTo } from '../typed.ts'
import { isRow, roundNumbers } from './grid.ts'
import { placesInRound } from './goToTopics.ts'
import { endOf } from './timeOf.ts'
import type { Topic } from './topic.ts'
import { isOnGrid } from './topic.ts'

/** Longest title of a topic's board, in UTF-16 units. */
const TITLE_MAX = 60

/** What a topic asks first. */
export const mainQuestion = ({ questions }: Pick<Topic, 'questions'>): string => questions[0]?.text ?? ''

/** A question as the title of a board: cut between two words where there are any. */
export function questionTitle(question: string): string {
  if (question.length <= TITLE_MAX) return question
  const cut = cutTo(question, TITLE_MAX - 1)
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0))
  return `${(words.length > TITLE_MAX / 2 ? words : cut).trimEnd()}…`
}

/** What a topic's space is about while it is there. */
export function asking(topic: Pick<Topic, 'questions'>): {
  readonly title: string
  readonly question: string
} {
  const question = mainQuestion(topic)
  return { title: questionTitle(question), question }
}

/** Whether the round of the current stage is one of topics: spaces belong to them, and others are free for more. */
export function isTopicRoundOn(workshop: Workshop): boolean {
  const stage = currentStage(workshop)
  if (stage === undefined || !isRow(stage) || !isRoundOn(workshop)) return false
  if (currentRound(workshop)?.stage !== stage.id) return false
  return topicsOf(workshop, stage.id).length > 0
}

/** Topics of a round that take part in it: those that begin with it, and those that began early. */
function topicsOf({ topics }: Pick<Workshop, 'topics'>, stage: string): Topic[] {
  return Object.values(topics)
    .filter((topic) => topic.place?.round === stage && isOnGrid(topic))
    .toSorted((a, b) => a.posted - b.posted)
}

/** The board of a topic, if it has one that is there. */
const boardHere = ({ boards }: Workshop, { board }: Topic): string | null =>
  board !== null && entryOf(boards, board)?.gone === null ? board : null

/** Boards for topics that have none; a name that no other has. Where there can be no more, the rest goes without. */
function boardsFor(
  workshop: Workshop,
  topics: readonly Topic[],
  stage: Stage | undefined,
  { newId }: Moment,
): { readonly events: WorkshopEvent[]; readonly boards: ReadonlyMap<string, string> } {
  const events: WorkshopEvent[] = []
  const boards = new Map<string, string>()
  const titles = boardsInSight(workshop.boards).map(({ title }) => ({ title }))
  let left = boardsLeft(workshop)
  for (const topic of topics) {
    const known = boardHere(workshop, topic)
    if (known !== null) {
      boards.set(topic.id, known)
      continue
    }
    if (left < 1) continue
    left -= 1
    const board = newId()
    const title = freeTitle(titles, questionTitle(mainQuestion(topic)))
    titles.push({ title })
    const template = topic.template || stage?.template || 'blank'
    events.push({ type: 'board.added', board, doc: newId(), title, template })
    boards.set(topic.id, board)
  }
  return { events, boards }
}

/** What the clock ended goes on where its round is gone back to; what its people said is over stays over. */
function resumed(topics: readonly Topic[]): WorkshopEvent[] {
  return topics.flatMap(({ id, state, board, facts }): WorkshopEvent[] => {
    const isByClock = facts.findLast(({ what }) => what === 'ended')?.by === null
    return state !== 'ended' || board === null || !isByClock
      ? []
      : [{ type: 'topic.started', topic: id, board, by: null }]
  })
}

/** A workshop that ended begins again: topics that ended with it, and have time left, go on. @param now - ms since 1970 */
export function reopened(workshop: Workshop, by: string, now: number): WorkshopEvent[] {
  const cutOff = Object.values(workshop.topics).filter(
    (topic) => topic.over === workshop.ended && (endOf(workshop, topic) ?? Infinity) > now,
  )
  return [{ type: 'workshop.reopened', by }, ...resumed(cutOff)]
}

/**
 * Opens the round of a stage with the topics that are placed in it; nothing where there are none. One that was opened
 * before is not opened again: its topics go on. @param workshop - with the stage begun
 */
export function openTopicRound(workshop: Workshop, stage: Stage, moment: Moment): WorkshopEvent[] {
  if (!isRow(stage)) return []
  const topics = topicsOf(workshop, stage.id)
  if (workshop.rounds.some((round) => round.stage === stage.id)) return resumed(topics)
  if (topics.length === 0) return []
  const { events, boards } = boardsFor(
    workshop,
    topics.filter(({ state }) => state === 'scheduled' || state === 'running'),
    stage,
    moment,
  )
  const slots = topics.flatMap((topic) => {
    const space = topic.place?.space ?? null
    const board = boards.get(topic.id) ?? boardHere(workshop, topic)
    return space === null ? [] : [{ space, board, ...asking(topic) }]
  })
  const started = topics.flatMap(({ id, state }): WorkshopEvent[] => {
    const board = boards.get(id)
    return state !== 'scheduled' || board === undefined
      ? []
      : [{ type: 'topic.started', topic: id, board, by: null }]
  })
  const places = placesInRound(workshop, topics)
  return [
    ...events,
    {
      type: 'round.opened',
      stage: stage.id,
      fill: 'choose',
      slots,
      number: roundNumbers(workshop).get(stage.id) ?? 0,
    },
    ...started,
    ...(places.length === 0 ? [] : [{ type: 'people.sent' as const, places }]),
  ]
}

/**
 * Begins one topic: its board, its space's part in the round that is on, its start.
 *
 * @param workshop - with the topic in its place
 * @param by - who started it, or `null` where its round had begun
 */
export function beginTopic(
  workshop: Workshop,
  topic: Topic,
  by: string | null,
  moment: Moment,
): WorkshopEvent[] | Refusal {
  const { place } = topic
  const stage = workshop.stages.find(({ id }) => id === place?.round)
  const round = currentRound(workshop)
  const isInRound = stage !== undefined && stage.id === workshop.stage && round?.stage === stage.id
  if (stage !== undefined && stage.id === workshop.stage && isRow(stage) && !isInRound)
    return openTopicRound(workshop, stage, moment)
  const slot = isInRound ? round.slots.find(({ space }) => space === place?.space) : undefined
  // People who went to the space before the topic did may have written there; a topic that began there early keeps its own.
  const inSlot = slot?.board ?? null
  const isFree =
    inSlot !== null &&
    entryOf(workshop.boards, inSlot)?.gone === null &&
    Object.values(workshop.topics).every(({ board }) => board !== inSlot)
  const own = boardHere(workshop, topic) ?? (isFree ? inSlot : null)
  const made = boardsFor(workshop, [own === null ? topic : { ...topic, board: own }], stage, moment)
  const board = made.boards.get(topic.id)
  if (board === undefined) return TOO_MANY_BOARDS
  const events = [...made.events]
  if (isInRound && place?.space != null)
    events.push(
      slot === undefined
        ? { type: 'slot.added', slot: { space: place.space, board, ...asking(topic) } }
        : { type: 'slot.changed', space: place.space, board, ...asking(topic) },
    )
  const start: WorkshopEvent = { type: 'topic.started', topic: topic.id, board, by }
  return [...events, start, ...(isInRound ? ledThere(workshop, topic) : [])]
}

/** Who offered it or means to come is led there, unless they were led or went somewhere else in this round. */
function ledThere(workshop: Workshop, { place }: Topic): WorkshopEvent[] {
  if (place === null || place.round === null) return []
  const places = placesInRound(workshop, topicsOf(workshop, place.round)).filter(({ person, space }) => {
    const known = entryOf(workshop.people, person)
    return space === place.space && known?.sent === null && known.space === null
  })
  return places.length === 0 ? [] : [{ type: 'people.sent', places }]
}
