/**
 * An open space and nothing else, in two hours (methods §1.2): people write the agenda themselves, talk in two rounds of
 * conversations side by side, and say what they will do. Open space technology is by Harrison Owen; the words are ours.
 */
import type { ReadyPlan } from './plan.ts'
import { stage } from './plan.ts'

/** A time for conversations side by side. */
const round = (title: string) =>
  stage({
    kind: 'round',
    title,
    prompt:
      'What do you know, what do you wonder, and what could be done? Stay as long as you learn or contribute.',
    where: 'round',
    template: 'blank',
    minutes: 25,
  })

/** See the head of this file. */
export const openSpaceTwoHoursPlan: ReadyPlan = {
  id: 'open-space-two-hours',
  name: 'Open space',
  description:
    'People offer the questions they care about, choose where to go in two rounds of small groups, and read what came of it.',
  boards: [],
  spaces: 6,
  stages: [
    stage({
      kind: 'opening',
      title: 'Welcome',
      prompt: 'Which question brings us together, what is fixed, and how does open space work?',
      minutes: 8,
    }),
    stage({
      kind: 'check-in',
      title: 'Check-in',
      prompt: 'In threes: what made you come, and what would you be sorry to leave without?',
      where: 'spaces',
      minutes: 7,
    }),
    stage({
      kind: 'marketplace',
      title: 'Marketplace',
      prompt: 'Which question do you want to talk about with others? Offer it; you need not know the answer.',
      minutes: 15,
    }),
    stage({
      title: 'Move to the spaces',
      prompt: 'Which conversation do you want to be part of?',
      minutes: 2,
    }),
    round('Round 1'),
    stage({
      kind: 'news',
      title: 'News',
      prompt: 'What is new since the first round: further questions, other spaces, a change of place?',
      minutes: 5,
    }),
    round('Round 2'),
    stage({
      kind: 'harvest',
      title: 'Read the news wall',
      prompt: 'Read in silence what the others wrote. What surprised you, and what belongs together?',
      minutes: 8,
    }),
    stage({
      kind: 'commitments',
      title: 'What next',
      prompt: 'What will you really do, what is the first step, and who would you like beside you?',
      minutes: 10,
    }),
    stage({
      kind: 'closing',
      title: 'Closing circle',
      prompt: 'What do you take with you? Everybody is asked once; passing is fine.',
      minutes: 15,
    }),
  ],
}
