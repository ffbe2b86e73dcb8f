/** Judging who convenes a topic: further ones, one who leaves, one who stands in for those who are away. */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, refuse } from '../decision.ts'
import { NO_SUCH_PERSON, onRoster } from '../roster.ts'
import type { Person, Workshop } from '../state.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { acted, told } from './notices.ts'
import { actsFor, convenersMissingSince } from './timeOf.ts'
import type { Topic } from './topic.ts'
import { TAKE_OVER_MS } from './topic.ts'
import { convenes, NOT_CONVENER, standingWhileAway } from './whoMay.ts'

/** Judges `topic.convener`. */
export function decideConvener(
  workshop: Workshop,
  topic: Topic,
  { person: id, isOn }: Extract<TopicsCommand, { type: 'topic.convener' }>,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  return isOn ? decideAdd(workshop, topic, id, actor, moment) : decideLeave(workshop, topic, id, actor)
}

/** A facilitator may name one while all are away: one who leaves for good leaves a topic that somebody else can carry on. */
function decideAdd(
  workshop: Workshop,
  topic: Topic,
  id: string,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const standing = standingWhileAway(workshop, actor, topic, moment)
  if (typeof standing !== 'string') return standing
  const person = onRoster(workshop, id)
  if (person === undefined) return NO_SUCH_PERSON
  if (topic.conveners.includes(id)) return accept()
  if (person.role === 'observer' || person.way.kind === 'expected')
    return refuse('no_connection', `${person.name} takes no part here yet, so somebody else has to.`)
  return accept(
    { type: 'topic.convened', topic: topic.id, person: id, isOn: true, how: 'named', by: actor.id },
    ...told(workshop, { kind: 'convened', to: [id], topic: topic.id, by: actor.id }, moment),
    ...acted(workshop, topic, { standing, actor: actor.id, what: 'convened' }, moment),
  )
}

/** One leaves oneself, or somebody whom one writes for; nobody is put out by another. */
function decideLeave(workshop: Workshop, topic: Topic, id: string, actor: Person): Decision | Refusal {
  if (!convenes(workshop, actor, topic)) return NOT_CONVENER
  if (!topic.conveners.includes(id)) return accept()
  if (!actsFor(workshop, actor.id, [id])) return refuse('not_convener', 'Everybody leaves it for themselves.')
  if (topic.conveners.length === 1)
    return refuse(
      'last_convener',
      'Somebody has to convene it: name another person first, or withdraw the topic.',
    )
  return accept({
    type: 'topic.convened',
    topic: topic.id,
    person: id,
    isOn: false,
    how: 'named',
    by: actor.id,
  })
}

/** Whoever is there may carry on when nobody who offered it has been there for three minutes. */
export function decideTakeOver(
  workshop: Workshop,
  topic: Topic,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  if (convenes(workshop, actor, topic)) return accept()
  if (topic.state !== 'running') return refuse('not_yet', 'That is possible while a topic is on.')
  const space = topic.place?.space ?? null
  if (space === null || actor.space !== space) return refuse('not_yet', 'Go to that space first.')
  const since = convenersMissingSince(workshop, topic, space, moment)
  if (since === null || moment.now - since < TAKE_OVER_MS)
    return refuse('not_yet', 'Wait three minutes for those who offered it; begin without them meanwhile.')
  return accept(
    { type: 'topic.convened', topic: topic.id, person: actor.id, isOn: true, how: 'tookOver', by: actor.id },
    ...told(workshop, { kind: 'tookOver', to: topic.conveners, topic: topic.id, by: actor.id }, moment),
  )
}
