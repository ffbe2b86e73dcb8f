/**
 * Three horizons as a workshop of its own (methods §2.4), and its light form (§2.5). After Bill Sharpe and the
 * International Futures Forum; the words are ours. Both begin in one group on one board: whoever has more people sets the
 * steps to spaces, each with its own copy.
 */
import type { ReadyPlan } from './plan.ts'
import { part, stage } from './plan.ts'

/** An hour and a half. */
export const threeHorizonsPlan: ReadyPlan = {
  id: 'three-horizons',
  name: 'Three horizons',
  description: 'What is fading, what is emerging and what lies between, step by step on one picture.',
  boards: [{ title: 'Three horizons', template: 'three-horizons' }],
  spaces: 0,
  stages: part('Three horizons', [
    stage({
      kind: 'opening',
      title: 'Frame',
      prompt: 'Whose system do we look at, which concern, and how far ahead?',
      template: 'three-horizons',
      minutes: 8,
    }),
    stage({
      title: 'Now: how things are done',
      prompt: 'What is the normal way today, and what tells us that it no longer fits?',
      minutes: 15,
    }),
    stage({
      title: 'The future we want',
      prompt: 'It is years from now and it has gone well. What do you see, hear and do? What is valued?',
      minutes: 15,
    }),
    stage({
      title: 'Pockets of the future',
      prompt: 'Where is a bit of that already happening? Name a real place, team or practice.',
      minutes: 12,
    }),
    stage({
      title: 'Change under way',
      prompt: 'What is being tried or forced on us? Which of it props up today, and which carries us over?',
      minutes: 20,
    }),
    stage({ title: 'Keep', prompt: 'What in today’s way must survive?', minutes: 8 }),
    stage({
      kind: 'harvest',
      title: 'Barriers, values, next steps',
      prompt: 'What stands in the way, how do we show what we value, and who will try what first?',
      minutes: 12,
    }),
  ]),
}

/** Thirty-five minutes. */
export const thirdHorizonPlan: ReadyPlan = {
  id: 'third-horizon',
  name: 'Third horizon (light)',
  description:
    'Only the future that people want: where it is real already, what to value, what stands in the way.',
  boards: [{ title: 'Third horizon', template: 'third-horizon' }],
  spaces: 0,
  stages: part('Third horizon', [
    stage({
      kind: 'opening',
      title: 'Frame',
      prompt: 'Whose future do we talk about, and how far ahead?',
      template: 'third-horizon',
      minutes: 3,
    }),
    stage({
      title: 'Spotted',
      prompt: 'Where have you seen a piece of the future we want? Name a real place, team or practice.',
      minutes: 7,
    }),
    stage({
      title: 'To bring through',
      prompt: 'Which of these could become ordinary? What would it look like if it did?',
      minutes: 7,
    }),
    stage({
      title: 'What we want to be valued',
      prompt: 'When all of this has gone well, what counts?',
      minutes: 8,
    }),
    stage({
      title: 'Barriers',
      prompt: 'What stands in the way, in us as well? How do we show these values while we get there?',
      minutes: 7,
    }),
    stage({ kind: 'closing', title: 'Closing', prompt: 'What do you take with you?', minutes: 3 }),
  ]),
}
