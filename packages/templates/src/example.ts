/**
 * An example to look at before planning: the workshop of methods §5 on the day before, with three horizons filled by the
 * notes of §2.6 and topics of §5.3 on its marketplace. What they say was said or written elsewhere by others, and is told here in our words.
 */
import type { NoteColor } from '@moot/board'
import { openSpacePlan } from './openSpacePlan.ts'
import type { ReadyPlan } from './plan.ts'

/** A note of the example, by the tag of its section. */
export interface ExampleNote {
  readonly tag: string
  readonly text: string
  readonly color: NoteColor
}

/** A question that somebody in the example offers. */
export interface ExampleTopic {
  readonly question: string
  /** A line about it, or ''. */
  readonly pitch: string
  /** Who offers it, and who means to come: names of `people`. */
  readonly by: string
  readonly comers: readonly string[]
  /** Which of the rounds and of the spaces it is placed in, from 1; not placed yet without it. */
  readonly place?: { readonly round: number; readonly space: number }
}

/** What the example says of itself, and how it runs. */
export interface ExampleWorkshop {
  readonly title: string
  readonly question: string
  readonly purpose: string
  readonly fixed: string
  readonly open: string
  readonly phone: string
  readonly plan: ReadyPlan
  /** What the rooms of the video call are called, in order of the spaces. */
  readonly videoNames: readonly string[]
  /** On the first board of `plan`. */
  readonly notes: readonly ExampleNote[]
  /** Who was there before whoever looks at it, none of them at a connection. */
  readonly people: readonly string[]
  readonly topics: readonly ExampleTopic[]
}

/** See the head of this file. */
export const exampleWorkshop: ExampleWorkshop = {
  title: 'Example workshop',
  question: 'What should we keep, drop and grow in local public services?',
  purpose: 'To find out together what is worth taking up next year, and who will make a start.',
  fixed: 'The budget for next year, and what the law asks of us.',
  open: 'How services are run, who is part of deciding, and what we try first.',
  phone:
    'Dial in to the main room of the video call. A helper writes down what you say and reads it back to you.',
  plan: {
    ...openSpacePlan,
    boards: [{ title: 'Three horizons', template: 'three-horizons' }],
  },
  videoNames: ['1 Leadership', '2 Data', '3 Tenders', '4 Staff safety', '5 School meals', '6 Neighbours'],
  people: ['Ama', 'Cy', 'Tia', 'Uma', 'Eve', 'Bea', 'Pat'],
  topics: [
    {
      question: 'What kind of leadership does a place need?',
      pitch: 'Not the heroic one. Who holds things together where you live?',
      by: 'Ama',
      comers: ['Cy', 'Eve', 'Pat'],
      place: { round: 1, space: 1 },
    },
    {
      question: 'Which data would help people learn, instead of judging them?',
      pitch: '',
      by: 'Cy',
      comers: ['Uma'],
      place: { round: 1, space: 2 },
    },
    {
      question: 'How would a tender look that a small charity can win?',
      pitch: 'Bring one that you gave up on.',
      by: 'Tia',
      comers: ['Bea'],
      place: { round: 1, space: 3 },
    },
    {
      question: 'Why do so many free school meals go unclaimed?',
      pitch: '',
      by: 'Eve',
      comers: ['Ama', 'Tia'],
      place: { round: 2, space: 1 },
    },
    {
      question: 'Why do phones and paper still matter?',
      pitch: 'For everybody who is told that it is all online now.',
      by: 'Pat',
      comers: [],
      place: { round: 2, space: 2 },
    },
    {
      question: 'How do we keep staff safe who work on their own?',
      pitch: '',
      by: 'Uma',
      comers: [],
    },
    {
      question: 'What did neighbours do that no service could?',
      pitch: '',
      by: 'Bea',
      comers: ['Pat'],
    },
  ],
  notes: [
    { tag: 'h1', color: 'peach', text: 'Targets that make people game the numbers' },
    { tag: 'h1', color: 'peach', text: 'Crisis management as the default setting' },
    { tag: 'h1', color: 'peach', text: 'Tenders only big organisations can navigate' },
    {
      tag: 'h3',
      color: 'mint',
      text: 'People living their lives and people prepared to help, thriving together',
    },
    { tag: 'h3', color: 'mint', text: 'Leadership at every level of a place' },
    { tag: 'pocket', color: 'mint', text: 'A city alliance contract with no performance targets (Plymouth)' },
    { tag: 'pocket', color: 'mint', text: 'Street-level support networks, Wigan' },
    {
      tag: 'pocket',
      color: 'mint',
      text: '999 Club wellbeing space, run on its own terms with the NHS trust (Lewisham)',
    },
    { tag: 'h2', color: 'lilac', text: 'Live data on cost and outcome for relational services' },
    { tag: 'h2plus', color: 'lilac', text: 'Charities trained to do care reviews, council keeps oversight' },
    { tag: 'h2plus', color: 'lilac', text: 'Retrospectives in an operating theatre' },
    { tag: 'h2minus', color: 'lilac', text: 'Going digital because it “must be cheaper”' },
    { tag: 'h2minus', color: 'lilac', text: 'A menu of ten approved projects that places bid for' },
    { tag: 'keep', color: 'sky', text: 'Transactional services that just work' },
    { tag: 'keep', color: 'sky', text: 'Control of public money' },
    { tag: 'barrier', color: 'rose', text: 'Governance that looks up, not across' },
    { tag: 'barrier', color: 'rose', text: 'Power and ego no one mentions' },
  ],
}
