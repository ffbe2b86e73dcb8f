/** What belongs to whom while topics are merged: so that a merge can be undone and nothing is lost. */
import { entryOf } from '../decision.ts'
import type { Workshop } from '../state.ts'
import type { Place, Topic, Union } from './topic.ts'
import { isOpen } from './topic.ts'

type Topics = Workshop['topics']

/**
 * Questions that a topic holds of one that was merged into it. It may have given some away to a topic split from it; one
 * that came back with that is that topic's, which was merged later.
 */
export function heldOf(topics: Topics, into: Topic, union: Union): ReadonlySet<string> {
  const cameWith = (question: string): Union | undefined =>
    into.unions.findLast(({ from }) => entryOf(topics, from)?.questions.some(({ id }) => id === question))
  return new Set(into.questions.map(({ id }) => id).filter((id) => cameWith(id) === union))
}

/**
 * Whether a merge can be taken back: the topic still holds a question of the other, and keeps one of its own. Where the
 * last question of either was split off, the two are what they are.
 */
function isSeparable(topics: Topics, into: Topic, union: Union): boolean {
  const held = heldOf(topics, into, union).size
  return held > 0 && held < into.questions.length
}

/** The merges of a topic that can be taken back just now: until the round of either begins. */
export function undoable(workshop: Pick<Workshop, 'topics' | 'stages'>, into: Topic): readonly Union[] {
  if (!isOpen(into)) return []
  return into.unions.filter(
    (union) =>
      isSeparable(workshop.topics, into, union) &&
      !hasBegun(workshop, entryOf(workshop.topics, union.from)?.place ?? null),
  )
}

/** Whether the round of a place has begun, be it over by now. */
export function hasBegun({ stages }: Pick<Workshop, 'stages'>, place: Place | null): boolean {
  const stage = stages.find(({ id }) => id === place?.round)
  return stage !== undefined && stage.started !== null
}

/** Both topics as they are when a merge is taken back, each with what is its own. */
export interface Apart {
  readonly into: Pick<Topic, 'questions' | 'conveners' | 'signUps' | 'unions'>
  readonly from: Pick<Topic, 'questions' | 'conveners' | 'signUps'>
}

/**
 * What each gets back. Words edited meanwhile stay edited; who took their sign-up back meanwhile does not get it again;
 * who came with a further topic as well stays for that; nobody is left without a convener.
 */
export function apart(topics: Topics, into: Topic, union: Union, from: Topic): Apart {
  const held = heldOf(topics, into, union)
  const rest = into.unions.filter((each) => each !== union)
  /** Whom another topic that stays brought along too. */
  const alsoWith = (kind: 'conveners' | 'signUps', person: string): Union | undefined =>
    rest.find((each) => entryOf(topics, each.from)?.[kind].includes(person) === true)
  const goes = (kind: 'conveners' | 'signUps', person: string): boolean =>
    union[kind].includes(person) && alsoWith(kind, person) === undefined
  const unions = rest.map((each) => ({
    ...each,
    conveners: [...each.conveners, ...union.conveners.filter((id) => alsoWith('conveners', id) === each)],
    signUps: [...each.signUps, ...union.signUps.filter((id) => alsoWith('signUps', id) === each)],
  }))
  const conveners = into.conveners.filter((person) => !goes('conveners', person))
  const still = from.conveners.filter((person) => into.conveners.includes(person))
  return {
    into: {
      questions: into.questions.filter(({ id }) => !held.has(id)),
      conveners: conveners.length === 0 ? into.conveners : conveners,
      signUps: into.signUps.filter((person) => !goes('signUps', person)),
      unions,
    },
    from: {
      questions: into.questions.filter(({ id }) => held.has(id)),
      conveners: still.length === 0 ? from.conveners : still,
      signUps: from.signUps.filter((person) => into.signUps.includes(person)),
    },
  }
}

/** The board of a topic once that which came with another has gone with it: that of the next one that brought any. */
export function withNextBoard(topics: Topics, unions: readonly Union[]): Pick<Topic, 'board' | 'unions'> {
  const boardOf = ({ from }: Union): string | null => entryOf(topics, from)?.board ?? null
  const next = unions.find((union) => boardOf(union) !== null)
  if (next === undefined) return { board: null, unions }
  return {
    board: boardOf(next),
    unions: unions.map((union) => (union === next ? { ...union, hasBoard: true } : union)),
  }
}

/** Whether a place can still be taken as it was: its round has not begun, its space is in sight. */
export function isStillThere(workshop: Pick<Workshop, 'stages' | 'spaces'>, place: Place): boolean {
  const isRound = workshop.stages.some(({ id }) => id === place.round)
  const space = place.space === null ? undefined : entryOf(workshop.spaces, place.space)
  return (
    (place.round === null || (isRound && !hasBegun(workshop, place))) &&
    (place.space === null || (space !== undefined && !space.isGone && !space.isHidden))
  )
}
