/**
 * Open space and three horizons in two and a half hours (methods §5.3): people choose the questions, talk in two rounds
 * of spaces side by side, and look ahead together. Open space technology is by Harrison Owen, three horizons by Bill
 * Sharpe and the International Futures Forum; the words are ours.
 */
import type { ReadyPlan } from './plan.ts'
import { part, stage } from './plan.ts'

/** A step in spaces, each of which has three horizons of its own. */
const inSpaces = { where: 'spaces', template: 'three-horizons' } as const

/** See the head of this file. */
export const openSpacePlan: ReadyPlan = {
  id: 'open-space',
  name: 'Open space and three horizons',
  description:
    'People offer the questions they care about, talk in two rounds of small groups, then look ahead together and say what they will do.',
  boards: [],
  spaces: 6,
  stages: [
    stage({
      kind: 'opening',
      title: 'Opening',
      prompt: 'What brings us together, what is fixed, and what is open?',
      minutes: 8,
    }),
    stage({
      kind: 'check-in',
      title: 'Check-in',
      prompt:
        'In threes: what has been the highlight of your day so far? And then, asked once more: how are you really?',
      where: 'spaces',
      minutes: 10,
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
    stage({
      kind: 'round',
      title: 'Round 1',
      prompt:
        'What do you know, what do you wonder, and what could be done? Stay as long as you learn or contribute.',
      where: 'round',
      template: 'blank',
      minutes: 22,
    }),
    stage({
      kind: 'news',
      title: 'News',
      prompt: 'What is new: further questions, other spaces?',
      minutes: 4,
    }),
    stage({
      kind: 'round',
      title: 'Round 2',
      prompt:
        'What do you know, what do you wonder, and what could be done? Stay as long as you learn or contribute.',
      where: 'round',
      template: 'blank',
      minutes: 22,
    }),
    stage({
      kind: 'harvest',
      title: 'Harvest',
      prompt: 'Read in silence what the others wrote. What surprised you?',
      minutes: 8,
    }),
    stage({ kind: 'break', title: 'Break', minutes: 7 }),
    ...part('Three horizons', [
      stage({
        title: 'Frame',
        prompt: 'Whose system do we look at, which concern, and how far ahead?',
        template: 'three-horizons',
        minutes: 3,
      }),
      stage({
        title: 'Now',
        prompt: 'How are things done today, and what tells us that it no longer fits?',
        ...inSpaces,
        minutes: 4,
      }),
      stage({
        title: 'The future we want',
        prompt: 'It is years from now and it has gone well. What do you see, and what is valued?',
        ...inSpaces,
        minutes: 5,
      }),
      stage({
        title: 'Pockets of the future',
        prompt: 'Where is a bit of that already happening? Name a real place, team or practice.',
        ...inSpaces,
        minutes: 4,
      }),
      stage({
        title: 'Change under way',
        prompt: 'What is being tried or forced on us? Which of it props up today, and which carries us over?',
        ...inSpaces,
        minutes: 5,
      }),
      stage({
        title: 'Keep',
        prompt: 'What in today’s way must survive?',
        ...inSpaces,
        minutes: 3,
      }),
      stage({
        title: 'Three to share',
        prompt: 'Which three notes should everybody see? Send them to the board of the main room.',
        ...inSpaces,
        minutes: 3,
      }),
    ]),
    stage({
      kind: 'vote',
      title: 'Vote',
      prompt: 'Which of these would you most want this group to take up, using only what we control?',
      minutes: 8,
      gate: 'vote',
    }),
    stage({
      kind: 'commitments',
      title: 'Commitments',
      prompt: 'What will you do, what is the first step, by when, and with whom?',
      minutes: 9,
    }),
    stage({
      kind: 'closing',
      title: 'Closing circle',
      prompt: 'One word to leave with: what is it? Passing is fine.',
      minutes: 8,
    }),
  ],
}
