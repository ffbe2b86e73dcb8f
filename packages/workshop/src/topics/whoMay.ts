/** Who decides about a topic: its conveners. Facilitators act for them where the table of methods §0.3 says L. */
import type { Moment } from '../decideBoard.ts'
import type { Refusal } from '../decision.ts'
import { refuse } from '../decision.ts'
import type { Person, Workshop } from '../state.ts'
import { actsFor, convenersAwaySince } from './timeOf.ts'
import type { Topic } from './topic.ts'

/** As what somebody acts on a topic. As a facilitator it is told to the conveners, see `acted` in `notices.ts`. */
export type Standing = 'convener' | 'facilitator'

/** Whether somebody is one of these people, or writes for one of them. */
export const convenes = (workshop: Pick<Workshop, 'people'>, actor: Person, topic: Topic): boolean =>
  actsFor(workshop, actor.id, topic.conveners)

/** Refuses what its conveners alone decide. */
export const NOT_CONVENER = refuse('not_convener', 'Only those who offered this topic decide that.')

const WHILE_AWAY = refuse(
  'not_convener',
  'Those who offered this topic are here and decide that. A facilitator can only while they are away.',
)

/** What facilitators may do at any time so that a clash is solved: place, lift, swap, start, end, extend. */
export function standingOf(workshop: Workshop, actor: Person, topic: Topic): Standing | Refusal {
  if (convenes(workshop, actor, topic)) return 'convener'
  return actor.role === 'facilitator' ? 'facilitator' : NOT_CONVENER
}

/** What facilitators may do only while no convener has a connection: edit, withdraw, bring back, split, join, undo. */
export function standingWhileAway(
  workshop: Workshop,
  actor: Person,
  topic: Topic,
  moment: Pick<Moment, 'here' | 'left'>,
): Standing | Refusal {
  const standing = standingOf(workshop, actor, topic)
  if (standing !== 'facilitator') return standing
  return convenersAwaySince(workshop, topic, moment) === null ? WHILE_AWAY : 'facilitator'
}
