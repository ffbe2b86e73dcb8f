/** Judging what is done with an offered topic: its words, its place, who comes, taking it off. */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, isRefusal, refuse } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { assistedBy, NO_SUCH_PERSON, onRoster } from '../roster.ts'
import type { Person, Workshop } from '../state.ts'
import { decideEdit } from './decideEdit.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { decideBringBack, decideWithdraw } from './decideWithdraw.ts'
import { isSamePlace } from './grid.ts'
import { acted } from './notices.ts'
import { placedAt, placeFor } from './placing.ts'
import type { Topic } from './topic.ts'
import { isOver } from './topic.ts'
import { NO_SUCH_TOPIC, survivorOf, topicHere } from './topicHere.ts'
import { standingOf } from './whoMay.ts'

/** Commands that this file judges. */
export type GridCommand = Extract<
  TopicsCommand,
  {
    type:
      | 'topic.edit'
      | 'topic.place'
      | 'topic.lift'
      | 'topic.swap'
      | 'topic.signUp'
      | 'topic.withdraw'
      | 'topic.bringBack'
  }
>
type Of<T extends GridCommand['type']> = Extract<GridCommand, { type: T }>

/** Judges one of them by somebody whose role may give it. */
export function decideGrid(
  workshop: Workshop,
  command: GridCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const topic = topicHere(workshop, command.topic)
  if (topic === undefined) return NO_SUCH_TOPIC
  switch (command.type) {
    case 'topic.edit':
      return decideEdit(workshop, topic, command, actor, moment)
    case 'topic.place':
      return decidePlace(workshop, topic, command, actor, moment)
    case 'topic.lift':
      return decideLift(workshop, topic, actor, moment)
    case 'topic.swap': {
      const other = topicHere(workshop, command.with)
      return other === undefined ? NO_SUCH_TOPIC : decideSwap(workshop, [topic, other], actor, moment)
    }
    case 'topic.signUp':
      return decideSignUp(workshop, topic, command, actor)
    case 'topic.withdraw':
      return decideWithdraw(workshop, topic, command.reason, actor, moment)
    case 'topic.bringBack':
      return decideBringBack(workshop, topic, actor, moment)
    default:
      return command satisfies never
  }
}

/** Why a topic cannot be moved any more; `undefined` where it can. */
function notMovable(topic: Topic): Refusal | undefined {
  if (topic.state === 'running')
    return refuse('topic_running', 'This topic has begun. It stays where it is until it is over.')
  if (isOver(topic)) return refuse('topic_over', 'This topic is over. It can go on in another round.')
  if (topic.state === 'merged') return refuse('no_such_topic', 'This topic was joined with another one.')
  if (topic.state === 'withdrawn')
    return refuse('no_such_topic', 'This topic was withdrawn. Bring it back before you place it.')
  return undefined
}

function decidePlace(
  workshop: Workshop,
  topic: Topic,
  command: Of<'topic.place'>,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const standing = standingOf(workshop, actor, topic)
  if (typeof standing !== 'string') return standing
  // Who drops it again where it is has what they want, also when it has begun there meanwhile.
  if (topic.state === 'running' && isSamePlace(topic.place, command.place)) return accept()
  const no = notMovable(topic)
  if (no !== undefined) return no
  const place = placeFor(workshop, topic.id, command.place, moment.now)
  if (isRefusal(place)) return place
  if (isSamePlace(topic.place, place)) return accept()
  const placed = placedAt(workshop, topic, place, actor.id, moment)
  return isRefusal(placed)
    ? placed
    : accept(...placed, ...acted(workshop, topic, { standing, actor: actor.id, what: 'placed' }, moment))
}

function decideLift(workshop: Workshop, topic: Topic, actor: Person, moment: Moment): Decision | Refusal {
  const standing = standingOf(workshop, actor, topic)
  if (typeof standing !== 'string') return standing
  if (topic.state === 'posted') return accept()
  return (
    notMovable(topic) ??
    accept(
      { type: 'topic.lifted', topic: topic.id, by: actor.id },
      ...acted(workshop, topic, { standing, actor: actor.id, what: 'lifted' }, moment),
    )
  )
}

/** Two topics change places; where one has none, the other has none then. */
function decideSwap(
  workshop: Workshop,
  [one, other]: readonly [Topic, Topic],
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const events: WorkshopEvent[] = []
  const notices: WorkshopEvent[] = []
  for (const [topic, with_] of [
    [one, other],
    [other, one],
  ] as const) {
    const standing = standingOf(workshop, actor, topic)
    if (typeof standing !== 'string') return standing
    const no = notMovable(topic)
    if (no !== undefined) return no
    if (isSamePlace(topic.place, with_.place)) continue
    const what = with_.place === null ? 'lifted' : 'placed'
    events.push(
      with_.place === null
        ? { type: 'topic.lifted', topic: topic.id, by: actor.id }
        : { type: 'topic.placed', topic: topic.id, place: with_.place, by: actor.id },
    )
    notices.push(...acted(workshop, topic, { standing, actor: actor.id, what }, moment))
  }
  return accept(...events, ...notices)
}

/** Intent, no more (OS-11): any number, no most, no effect on anything. What is said of a joined topic goes to the whole. */
function decideSignUp(
  workshop: Workshop,
  named: Topic,
  { person: id, isOn }: Of<'topic.signUp'>,
  actor: Person,
): Decision | Refusal {
  if (id !== undefined && onRoster(workshop, id) === undefined) return NO_SUCH_PERSON
  const person = id ?? actor.id
  if (person !== actor.id && !assistedBy(workshop, actor.id).some((each) => each.id === person))
    return refuse('not_assisted', 'You can sign up yourself, and those for whom you write.')
  const topic = survivorOf(workshop, named)
  if (topic.signUps.includes(person) === isOn) return accept()
  if (isOn && topic.state === 'withdrawn') return refuse('no_such_topic', 'This topic was withdrawn.')
  return accept({ type: 'topic.signedUp', topic: topic.id, person, isOn, by: actor.id })
}
