/** Topics as the screens around them tell them: which belong to a round, a board or a space, and which are one's own. */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { isOnGrid } from '@moot/workshop'
import { language } from '../../text/index.ts'
import type { ListedSpace } from './places.ts'
import { spaceById } from './places.ts'
import type { ListedStage } from './runningOrder.ts'
import { stagesInOrder } from './runningOrder.ts'

type Topics = Pick<WorkshopView, 'topics'>

/** The question that leads; '' for a topic that is not there. */
export const mainQuestion = (topic: Pick<TopicView, 'questions'> | undefined): string =>
  topic?.questions[0]?.text ?? ''

/** The questions that were joined with it. */
export const otherQuestions = ({ questions }: Pick<TopicView, 'questions'>): string[] =>
  questions.slice(1).map(({ text }) => text)

/** What is offered and was not taken back: what lives on in another topic is that one. */
export function offeredTopics({ topics }: Topics): TopicView[] {
  return Object.values(topics).filter(({ state }) => state !== 'merged' && state !== 'withdrawn')
}

/** What this person offers with nobody else, and what is not over. */
export const offeredAloneBy = (view: Topics, person: string): TopicView[] =>
  offeredTopics(view).filter(({ conveners, over }) => over === null && conveners.every((id) => id === person))

/** What still waits for a place. */
export const unplacedTopics = (view: Topics): TopicView[] =>
  offeredTopics(view).filter(({ state }) => state === 'posted')

/** Topics of one round of the running order: by the number of their space, those in places of their own words last. */
export function topicsOfRound({ topics, spaces }: Pick<WorkshopView, 'topics' | 'spaces'>, round: string) {
  const rank = ({ place }: TopicView): number =>
    place?.space == null ? Number.MAX_SAFE_INTEGER : (spaces[place.space]?.number ?? Number.MAX_SAFE_INTEGER)
  return Object.values(topics)
    .filter((topic) => topic.place?.round === round && isOnGrid(topic))
    .toSorted((a, b) => rank(a) - rank(b) || a.posted - b.posted)
}

/** The rounds of the running order that topics are placed in, as they follow each other. */
export const roundsOf = ({ stages }: Pick<WorkshopView, 'stages'>): ListedStage[] =>
  stagesInOrder(stages).filter(({ where }) => where === 'round')

/** The topic whose board it is: the one that goes on there, else the latest that did or will. */
export function topicOfBoard({ topics }: Topics, board: string | undefined): TopicView | undefined {
  if (board === undefined) return undefined
  const on = Object.values(topics).filter(
    (topic) => topic.board === board && topic.state !== 'merged' && topic.state !== 'withdrawn',
  )
  return (
    on.find(({ state }) => state === 'running') ??
    on.toSorted(
      (a, b) =>
        // What goes on as another topic is that one's board now.
        Number(a.state === 'continued') - Number(b.state === 'continued') ||
        (b.started ?? 0) - (a.started ?? 0) ||
        b.posted - a.posted,
    )[0]
  )
}

/**
 * The topic that a space has just now: the one whose board it has, before one of the round before that still goes on
 * there in its last two minutes.
 */
export function topicOfSpace(
  view: Topics,
  space: { readonly id: string; readonly board: string | null },
): TopicView | undefined {
  return (
    topicOfBoard(view, space.board ?? undefined) ??
    Object.values(view.topics).find(({ state, place }) => state === 'running' && place?.space === space.id)
  )
}

/**
 * The space where a topic that goes on is talked about; `undefined` where it is in none, or another topic has its space
 * just now: because it began before its round, or goes on after it.
 */
export function spaceOfTopic(
  { spaces }: Pick<WorkshopView, 'spaces'>,
  { state, place, board }: Pick<TopicView, 'state' | 'place' | 'board'>,
): ListedSpace | undefined {
  const space = state === 'running' ? spaceById(spaces, place?.space) : undefined
  return space?.board === null || space?.board === board ? space : undefined
}

/** Oneself and everybody one writes for. */
export const mine = ({ me }: Pick<WorkshopView, 'me'>): string[] => [me.person, ...me.assists]

/** Whether one is among these people, or writes for one of them. */
export const isAmong = (view: Pick<WorkshopView, 'me'>, people: readonly string[]): boolean =>
  mine(view).some((id) => people.includes(id))

/** Whether one convenes it, or somebody does whom one writes for. */
export const convenes = (view: Pick<WorkshopView, 'me'>, { conveners }: TopicView): boolean =>
  isAmong(view, conveners)

/** Who of oneself and those one writes for signed up for it. */
export function signedUp({ me }: Pick<WorkshopView, 'me'>, { id }: TopicView): string[] {
  return mine({ me }).filter((person) => me.topics.signUps[person]?.includes(id) === true)
}

/** Whether a topic is one's own to go to: convened, or signed up for. */
export const isMine = (view: Pick<WorkshopView, 'me'>, topic: TopicView): boolean =>
  convenes(view, topic) || signedUp(view, topic).length > 0

/** Names of people as the language of the screen joins them; who is not on the roster is left out. */
export function namesOf(
  { people }: Pick<WorkshopView, 'people'>,
  ids: readonly string[],
  but: string | null = null,
): string {
  return listOf(ids.filter((id) => id !== but).flatMap((id) => people[id]?.name ?? []))
}

// Dear to make, and a screen of topics asks for many lists.
const and = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' })

/** “Bea and Cal”, as the language of the screen joins names. */
export function listOf(names: readonly string[]): string {
  return and.format(names)
}

/** Reports that this person has still to finish: of topics that they convene, which began and are not submitted. */
export function reportsToFinish(view: Pick<WorkshopView, 'me' | 'topics' | 'reports'>): TopicView[] {
  return Object.entries(view.reports).flatMap(([id, { isSubmitted }]) => {
    const topic = view.topics[id]
    return isSubmitted || topic === undefined || topic.state === 'merged' || !convenes(view, topic)
      ? []
      : [topic]
  })
}
