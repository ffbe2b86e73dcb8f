/** Plans for an hour or less: a talk in small groups, a look back, and one to write oneself. */
import type { ReadyPlan } from './plan.ts'
import { part, stage } from './plan.ts'

/** An hour: everybody has said something before the work begins (methods T-15). */
export const checkInPlan: ReadyPlan = {
  id: 'check-in-breakouts',
  name: 'Check-in and breakouts',
  description: 'A check-in in threes, one question in small groups, and what they want to share.',
  boards: [],
  spaces: 4,
  stages: [
    stage({
      kind: 'opening',
      title: 'Opening',
      prompt: 'Why are we here, and what would make this hour worthwhile?',
      minutes: 5,
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
      title: 'In small groups',
      prompt: 'What do you see, what do you wonder, and what could be done?',
      where: 'spaces',
      template: 'blank',
      minutes: 25,
    }),
    stage({
      kind: 'harvest',
      title: 'Back together',
      prompt: 'What should everybody hear from your group?',
      minutes: 15,
    }),
    stage({ kind: 'closing', title: 'Closing', prompt: 'What do you take with you?', minutes: 5 }),
  ],
}

/** Methods T-16, after the five phases of Esther Derby and Diana Larsen. */
export const retrospectivePlan: ReadyPlan = {
  id: 'retrospective',
  name: 'Retrospective',
  description: 'Look back without blame at a piece of work, and choose one thing to try.',
  boards: [{ title: 'Retrospective', template: 'retrospective' }],
  spaces: 0,
  stages: part('Retrospective', [
    stage({
      kind: 'opening',
      title: 'Arrive',
      prompt: 'Which stretch of work do we look at? What was it like, in a word or two?',
      template: 'retrospective',
      minutes: 5,
    }),
    stage({
      title: 'Gather',
      prompt: 'What happened, what helped, and what got in the way?',
      minutes: 8,
    }),
    stage({ title: 'Group', prompt: 'Which notes belong together?', minutes: 8 }),
    stage({ title: 'Why?', prompt: 'What lies behind these? Which pattern keeps coming back?', minutes: 8 }),
    stage({
      kind: 'commitments',
      title: 'Decide',
      prompt: 'Which one thing will we try, who looks after it, and until when?',
      minutes: 6,
    }),
    stage({ kind: 'closing', title: 'Closing', prompt: 'How was this look back?', minutes: 3 }),
  ]),
}

/** One activity to begin with. */
export const blankPlan: ReadyPlan = {
  id: 'blank',
  name: 'A running order of your own',
  description: 'One activity to begin with; add what you need.',
  boards: [],
  spaces: 0,
  stages: [stage({ title: 'First activity', minutes: 30 })],
}
