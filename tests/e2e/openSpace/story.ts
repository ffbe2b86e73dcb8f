/** The story that the acceptance run tells: who asks what, and how its steps find topics, places and boards. */
import type { Locator, Page } from 'playwright-core'
import type { View } from '../../support/liveClient.ts'
import type { Cast } from '../../support/openSpaceCast.ts'

/** Whoever offers a question, and which; Bea and Pat have no connection. */
export const ASKED = {
  Ama: 'What kind of leadership is needed in public services?',
  Bo: 'How localised will leading need to become?',
  Cy: 'Data that helps people learn',
  Tia: 'Tenders small charities can win',
  Uma: 'Staff safety when remote',
  Eve: 'Unclaimed school meals',
  Bea: 'What neighbours did',
  Pat: 'Phones and paper still matter',
  Di: 'Who speaks for tenants?',
  Gwen: 'What would we stop paying for?',
  Sam: 'Can everybody read what we write?',
  Mo: 'How do night workers get home?',
  Ines: 'Why do volunteers leave?',
} as const
/** One of those who ask. */
export type Name = keyof typeof ASKED
/** In this order. */
export const NAMES = [
  'Ama',
  'Bo',
  'Cy',
  'Tia',
  'Uma',
  'Eve',
  'Bea',
  'Pat',
  'Di',
  'Gwen',
  'Sam',
  'Mo',
  'Ines',
] as const
/** What Lena asks, who comes late. */
export const LENAS = 'Who looks after the carers?'
/** What Cy’s group finds beside its question. */
export const SPLIT = 'Who owns the data?'
/** Who sits at a screen from the beginning; Mo holds a phone. */
export const AT_SCREENS = ['Hana', 'Sam', 'Ama', 'Bo', 'Cy', 'Tia', 'Uma', 'Eve'] as const
/** Who is there without a screen of this test, besides guests without a name. */
export const AT_LINES = ['Gwen', 'Di', 'Ines', 'Dan', 'Zoe', 'Yan']
/** How many these are. */
export const GUESTS = 19
/** Notes on the board of Ama and Bo. */
export const LEADING = [
  'Listening',
  'Letting go',
  'Saying no kindly',
  'Sharing the blame',
  'Asking first',
  'Knowing the place',
  'Staying',
  'Walking the streets',
  'Fewer meetings',
  'Clear questions',
  'Time to think',
  'Trust before control',
  'Thanking',
  'Leaving well',
  'Leading from the side',
  'Doing it together',
] as const
/** Notes on Cy’s; the first five belong to the other question. */
export const DATA = [
  'Who may see it',
  'Who sells it',
  'Who corrects it',
  'Who deletes it',
  'Who pays for it',
  'Ask what people want to know',
  'Small numbers, real people',
  'Show it on one page',
] as const

/** What one step leaves for the next. */
export const story: {
  cast: Cast | undefined
  /** Whose topic got the third space of round 1, and whose the fourth: whoever was faster. */
  third: 'Tia' | 'Uma'
  fourth: 'Tia' | 'Uma'
} = { cast: undefined, third: 'Tia', fourth: 'Uma' }

/** Everybody. */
export function cast(): Cast {
  if (story.cast === undefined) throw new Error('nobody is there yet')
  return story.cast
}

/** Somebody's screen. */
export const at = (name: string): Page => cast().at(name)
/** Who sits at one. */
export const screens = (): string[] => [...cast().devices.keys()]

/** A topic as facilitators see it, by its main question. */
export function topicOf(question: string): View['topics'][string] {
  const found = Object.values(cast().view().topics).find(({ questions }) => questions[0]?.text === question)
  if (found === undefined) throw new Error(`nobody offers ${question}`)
  return found
}

/** Its board; '' before it has one. */
export const boardOf = (question: string): string => topicOf(question).board ?? ''
/** How many topics are in a state. */
export const counted = (state: string): number =>
  Object.values(cast().view().topics).filter((each) => each.state === state).length
/** The topics of round 1 in the order of their spaces. */
export const firsts = (): string[] => [
  ASKED.Ama,
  ASKED.Cy,
  ASKED[story.third],
  ASKED[story.fourth],
  ASKED.Eve,
  ASKED.Bea,
]
/** The same of round 2. */
export const seconds = (): string[] => [ASKED.Pat, LENAS, ASKED.Sam, ASKED.Mo, ASKED.Gwen, ASKED.Ines, SPLIT]
/** Names of people, by the alphabet. */
export const namesOf = (ids: readonly string[]): string[] =>
  ids.map((id) => cast().view().people[id]?.name ?? '').toSorted((a, b) => a.localeCompare(b))

/** A space by its number. */
export const spaceId = (number: number): string =>
  Object.entries(cast().view().spaces).find(
    ([, each]) => each.kind === 'breakout' && each.number === number,
  )?.[0] ?? ''
const roundId = (number: number): string =>
  Object.entries(cast().view().stages).find(([, { title }]) => title === `Round ${number}`)?.[0] ?? ''
/** A cell on somebody's grid. */
export const cellOn = (name: string, round: number, space: number): Locator =>
  at(name).locator(`[data-cell='${JSON.stringify([roundId(round), spaceId(space)])}']`)
/** What was offered and is on the grid no more, on somebody's screen. */
export const recordOf = (name: string): Locator =>
  at(name).locator('details', { hasText: 'Also offered' }).locator('li')

/** Somebody puts their topic into a cell, without a screen of this test. */
export const putInto = (name: Name, round: number, space: number): Promise<void> =>
  cast().give(name, {
    type: 'topic.place',
    topic: topicOf(ASKED[name]).id,
    place: { round: roundId(round), space: spaceId(space), time: '', where: '' },
  })
/** Somebody writes a text of a report, without a screen of this test. */
export const writeReport = (name: string, question: string, field: 'headline' | 'question'): Promise<void> =>
  cast().give(name, {
    type: 'report.write',
    topic: topicOf(question).id,
    field,
    before: '',
    text: `What ${name} heard`,
  })
