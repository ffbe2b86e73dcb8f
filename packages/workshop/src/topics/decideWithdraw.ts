/** Judging that a topic is taken off, and brought back (OS-10). It stays in the record in any case. */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, entryOf, refuse, tooLong } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import type { Person, Workshop } from '../state.ts'
import { cleanLine } from '../typed.ts'
import { acted, told } from './notices.ts'
import type { Topic } from './topic.ts'
import { isOver, REASON_MAX } from './topic.ts'
import { standingWhileAway } from './whoMay.ts'

/** Judges `topic.withdraw`. Who signed up is told, once; what was asked about joining it comes to nothing. */
export function decideWithdraw(
  workshop: Workshop,
  topic: Topic,
  typed: string | undefined,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const standing = standingWhileAway(workshop, actor, topic, moment)
  if (typeof standing !== 'string') return standing
  const { id, conveners, signUps } = topic
  if (topic.state === 'withdrawn') return accept()
  if (topic.state === 'merged') return refuse('no_such_topic', 'This topic was joined with another one.')
  if (topic.state === 'running')
    return refuse(
      'topic_running',
      'This topic has begun, and is not withdrawn any more. Press It’s over instead.',
    )
  if (isOver(topic)) return refuse('topic_over', 'This topic is over. What was said in it is kept.')
  const reason = cleanLine(typed ?? '')
  if (reason.length > REASON_MAX) return tooLong(REASON_MAX)
  const by = actor.id
  const act = { standing, actor: by, what: 'withdrawn' } as const
  // Those who offered it with the one who withdraws it are told as well; where a facilitator did it, in other words.
  const to =
    standing === 'convener' ? [...signUps, ...conveners] : signUps.filter((each) => !conveners.includes(each))
  return accept(
    { type: 'topic.withdrawn', topic: id, reason, by },
    ...askersTold(workshop, topic, by, moment),
    ...told(workshop, { kind: 'withdrawn', to, topic: id, text: reason, by }, moment),
    ...acted(workshop, topic, act, moment),
  )
}

/** Whoever waits for an answer about joining is told that none will come. */
function askersTold(workshop: Workshop, { id }: Topic, by: string, moment: Moment): WorkshopEvent[] {
  return Object.values(workshop.merges)
    .filter(({ other }) => other === id)
    .flatMap(({ topic }) => {
      const to = entryOf(workshop.topics, topic)?.conveners ?? []
      return told(workshop, { kind: 'notMerged', to, topic, other: id, by }, moment)
    })
}

/** Judges `topic.bringBack`: it is offered again, and has no place yet. */
export function decideBringBack(
  workshop: Workshop,
  topic: Topic,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const standing = standingWhileAway(workshop, actor, topic, moment)
  if (typeof standing !== 'string') return standing
  if (topic.state !== 'withdrawn') return accept()
  return accept(
    { type: 'topic.broughtBack', topic: topic.id, by: actor.id },
    ...acted(workshop, topic, { standing, actor: actor.id, what: 'broughtBack' }, moment),
  )
}
