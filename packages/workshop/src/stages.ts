/** The running order: its stages, how long they take, and what the current one asks of people. */
import type { Workshop } from './state.ts'

/** What happens in a stage; it chooses the words on *Now* and later what opens with it. */
export const STAGE_KINDS = [
  'opening',
  'check-in',
  'activity',
  'marketplace',
  'round',
  'news',
  'harvest',
  'break',
  'vote',
  'commitments',
  'closing',
] as const
/** See `STAGE_KINDS`. */
export type StageKind = (typeof STAGE_KINDS)[number]

/** Where a stage takes place: everybody together, in spaces side by side, or in one round of an open space. */
export const STAGE_PLACES = ['main', 'spaces', 'round'] as const
/** See `STAGE_PLACES`. */
export type StagePlace = (typeof STAGE_PLACES)[number]

/** What is really closed until a facilitator opens it. */
export const STAGE_GATES = ['none', 'private', 'vote'] as const
/** See `STAGE_GATES`. */
export type StageGate = (typeof STAGE_GATES)[number]

/** A stage as somebody plans it. */
export interface StageDraft {
  readonly kind: StageKind
  readonly title: string
  /** The question or task, or ''. */
  readonly prompt: string
  /** Title of the part that it is a step of, such as *Three horizons*, or ''. Steps of a part follow one another. */
  readonly part: string
  readonly where: StagePlace
  /** Template of the board that opens with it, or ''. */
  readonly template: string
  /** Planned minutes, whole, 0 to `STAGE_MINUTES_MAX`; 0 sets no timer. */
  readonly minutes: number
  readonly gate: StageGate
  /** Whether boards of the main room can only be read meanwhile, except by facilitators. */
  readonly isReadOnly: boolean
}

/** A stage of the running order. Times are ms since 1970, server time. */
export interface Stage extends StageDraft {
  readonly id: string
  readonly started: number | null
  readonly ended: number | null
  /** Board of the main room that opens with it, or `null` for the workshop's first. */
  readonly board: string | null
}

/** Limits on stages: letters, minutes, number. */
export const STAGE_TITLE_MAX = 80
export const STAGE_PROMPT_MAX = 500
export const STAGE_MINUTES_MAX = 600
export const STAGES_MAX = 60

/** The stage that is current, if any. */
export function currentStage({ stages, stage }: Pick<Workshop, 'stages' | 'stage'>): Stage | undefined {
  return stages.find(({ id }) => id === stage)
}

/** The stage after the current one; before the start the first; `undefined` at the end. */
export function nextStage({ stages, stage }: Pick<Workshop, 'stages' | 'stage'>): Stage | undefined {
  return stages[stages.findIndex(({ id }) => id === stage) + 1]
}

/** Planned minutes of all stages together. */
export function totalMinutes(stages: readonly Pick<Stage, 'minutes'>[]): number {
  return stages.reduce((sum, { minutes }) => sum + minutes, 0)
}
