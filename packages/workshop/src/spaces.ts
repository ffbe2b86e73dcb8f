/** Spaces: places where groups meet, and the rounds in which they do. */
import type { Workshop } from './state.ts'

/** What a space is for. The main room is everybody's and is no entry of its own: it is where nobody is elsewhere. */
export const SPACE_KINDS = ['breakout', 'hallway', 'help'] as const
/** See `SPACE_KINDS`. */
export type SpaceKind = (typeof SPACE_KINDS)[number]

/** A place that lasts from round to round, in Moot and in the video call beside it (X-11). */
export interface Space {
  readonly id: string
  readonly kind: SpaceKind
  /** Breakouts are numbered from 1; 0 for the others. */
  readonly number: number
  /** What the room is called in the video call, exactly, or ''. */
  readonly videoName: string
  /** Address of the room in the video call, or ''. */
  readonly videoLink: string
  /** A spare that is folded away. */
  readonly isHidden: boolean
  /** Who called a facilitator there and when (ms since 1970), or `null`. */
  readonly help: { readonly by: string; readonly at: number } | null
  /** Board of the hallway; breakouts have one each round. */
  readonly board: string | null
  /** Whether it was removed; its boards are kept. */
  readonly isGone: boolean
}

/** One space in one round: its question, its board, who takes notes. */
export interface Slot {
  readonly space: string
  /** `null` where people only talk. */
  readonly board: string | null
  /** Short title, such as *Leadership*, or ''. */
  readonly title: string
  readonly question: string
  /** The person who takes notes, or `null`. */
  readonly noteTaker: string | null
}

/** How people come into spaces. */
export const FILLS = ['choose', 'random', 'hand'] as const
/** See `FILLS`. */
export type Fill = (typeof FILLS)[number]

/** A time in which spaces meet side by side. */
export interface Round {
  /** What people call it, from 1; 0 where they only talk: a check-in does not take a number from the rounds after it. */
  readonly number: number
  /** ms since 1970, server time. */
  readonly opened: number
  /** When its time is up, ms since 1970; `null` where nothing says so. Topics in it end then (OS-16). */
  readonly ends: number | null
  /** The stage it belongs to, or `null` without a running order. */
  readonly stage: string | null
  readonly fill: Fill
  readonly slots: readonly Slot[]
  /** Where everybody was last sent in it, by person: kept so that the next mix can avoid the same company. */
  readonly sent: Readonly<Record<string, string>>
}

/** Limits on spaces: number, letters. */
export const SPACES_MAX = 60
export const SLOT_TITLE_MAX = 60
export const VIDEO_NAME_MAX = 120
export const VIDEO_LINK_MAX = 1_000
/** Longest label of a slot, in UTF-16 units: rooms are found by number under stress (methods §1.3). */
const LABEL_MAX = 30

/** Breakouts that are there, folded ones included, by number. */
export function breakouts(spaces: Workshop['spaces']): Space[] {
  return Object.values(spaces)
    .filter(({ kind, isGone }) => kind === 'breakout' && !isGone)
    .toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
}

/** The number of a further round with boards. */
export function nextRoundNumber(rounds: readonly Pick<Round, 'number'>[]): number {
  return Math.max(0, ...rounds.map(({ number }) => number)) + 1
}

/** The round that the current stage opened last, even where later ones were opened since; else the latest, if any. */
export function currentRound({ rounds, stage }: Pick<Workshop, 'rounds' | 'stage'>): Round | undefined {
  const own = stage === null ? undefined : rounds.findLast((round) => round.stage === stage)
  return own ?? rounds.at(-1)
}

/** Whether people are expected in the spaces of the latest round just now. */
export function isRoundOn({ rounds, focus }: Pick<Workshop, 'rounds' | 'focus'>): boolean {
  return focus === 'spaces' && rounds.length > 0
}

/** A space's slot in the current round, if it has one. */
export function slotOf(workshop: Pick<Workshop, 'rounds' | 'stage'>, space: string): Slot | undefined {
  return currentRound(workshop)?.slots.find((slot) => slot.space === space)
}

/** The board that belongs to a space just now. */
export function boardOfSpace(
  workshop: Pick<Workshop, 'rounds' | 'stage' | 'spaces'>,
  space: string,
): string | null {
  const entry = Object.hasOwn(workshop.spaces, space) ? workshop.spaces[space] : undefined
  return slotOf(workshop, space)?.board ?? entry?.board ?? null
}

/** `R1·3 Leadership`: round, space and short title, for facilitators' lists and write-ups. No half of a letter is left. */
export function slotLabel(round: number, number: number, title: string): string {
  const label = `R${round}·${number}${title === '' ? '' : ` ${title}`}`
  return label.length <= LABEL_MAX
    ? label
    : `${label
        .slice(0, LABEL_MAX - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`
}

/**
 * How many spaces to offer for so many people (methods §1.3): about eight in each, and above forty people groups of six.
 */
export function suggestedSpaces(people: number): number {
  if (people <= 1) return 1
  return Math.min(SPACES_MAX, Math.max(2, Math.ceil(people / (people > 40 ? 6 : 8))))
}
