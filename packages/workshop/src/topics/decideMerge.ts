/** Judging how topics are joined, taken apart again, and split (OS-8, OS-9). */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, entryOf, refuse } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { currentStage } from '../stages.ts'
import type { Person, Workshop } from '../state.ts'
import { decideSplit } from './decideSplit.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { acted, told } from './notices.ts'
import { convenersAwaySince } from './timeOf.ts'
import type { MergeAsk, Topic } from './topic.ts'
import { AWAY_MS, isOpen, isOver } from './topic.ts'
import { NO_SUCH_TOPIC, topicHere } from './topicHere.ts'
import { undoable } from './unions.ts'
import type { Standing } from './whoMay.ts'
import { convenes, NOT_CONVENER, standingWhileAway } from './whoMay.ts'

/** Commands that this file judges, splitting by way of `decideSplit`. */
export type MergeCommand = Extract<
  TopicsCommand,
  { type: 'topic.askMerge' | `merge.${string}` | 'topic.unmerge' | 'topic.split' }
>

/** With so little left of a stage it is ending, ms. */
const ENDING_MS = 180_000

const NO_SUCH_ASK = refuse('no_such_ask', 'That is not being asked any more.')
const NOT_MERGED = refuse('not_merged', 'That topic stands for itself already.')

/** Judges one of them by somebody whose role may give it. */
export function decideMerge(
  workshop: Workshop,
  command: MergeCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  switch (command.type) {
    case 'topic.askMerge':
      return decideAsk(workshop, command, actor, moment)
    case 'merge.answer':
      return decideAnswer(workshop, command, actor, moment)
    case 'merge.cancel':
      return decideCancel(workshop, command.ask, actor, moment)
    case 'topic.unmerge':
      return decideUnmerge(workshop, command.topic, actor, moment)
    case 'topic.split':
      return decideSplit(workshop, command, actor, moment)
    default:
      return command satisfies never
  }
}

/** Why a topic cannot be joined with another just now, or `undefined` where it can. */
function notJoinable(topic: Topic): Refusal | undefined {
  if (isOpen(topic)) return undefined
  if (topic.state === 'running')
    return refuse('topic_running', 'That topic has begun. What has begun is not joined any more.')
  return isOver(topic) ? refuse('topic_over', 'That topic is over.') : NO_SUCH_TOPIC
}

function decideAsk(
  workshop: Workshop,
  { topic: mine, other: asked }: Extract<MergeCommand, { type: 'topic.askMerge' }>,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const topic = topicHere(workshop, mine)
  const other = topicHere(workshop, asked)
  if (topic === undefined || other === undefined) return NO_SUCH_TOPIC
  const standing = standingWhileAway(workshop, actor, topic, moment)
  if (typeof standing !== 'string') return standing
  if (topic === other) return refuse('no_such_topic', 'Choose another topic to join it with.')
  const no = notJoinable(topic) ?? notJoinable(other)
  if (no !== undefined) return no
  const act = { standing, actor: actor.id, what: 'joined' as const }
  // Who convenes both has nobody to ask.
  if (standing === 'convener' && convenes(workshop, actor, other))
    return accept(...joined({ workshop, topic, other }, { actor, standing }, moment))
  const asks = Object.values(workshop.merges)
  if (asks.some((ask) => ask.topic === mine && ask.other === asked)) return accept()
  const back = asks.find((ask) => ask.topic === asked && ask.other === mine)
  // They asked the same from the other side: that is a yes.
  if (back !== undefined) return decideAnswer(workshop, { ask: back.id, isYes: true }, actor, moment)
  return accept(
    { type: 'merge.asked', ask: moment.newId(), topic: mine, other: asked, by: actor.id },
    ...acted(workshop, topic, act, moment),
  )
}

/** Two topics, the first of them that of who asked. */
interface Pair {
  readonly workshop: Workshop
  readonly topic: Topic
  readonly other: Topic
  readonly ask?: string
}

/** The topic whose question leads: as they say, else the one that was posted first. */
function leading({ workshop, topic, other }: Pair, main: string | undefined): Topic {
  if (main !== undefined) return main === topic.id ? topic : other
  // Those that were posted at once are in the order in which they were.
  const [first = topic] = Object.values(workshop.topics)
    .filter((each) => each === topic || each === other)
    .toSorted((a, b) => a.posted - b.posted)
  return first
}

/** Joins two topics and tells everybody concerned; for those whom a facilitator stood in for, that comes first. */
function joined(
  pair: Pair,
  { actor, standing }: { readonly actor: Person; readonly standing: Standing },
  moment: Moment,
  main?: string,
): WorkshopEvent[] {
  const { workshop, topic, other, ask } = pair
  const into = leading(pair, main)
  const from = into === topic ? other : topic
  const isFor = standing === 'facilitator'
  const people = isFor ? topic.conveners : [...topic.conveners, ...other.conveners]
  const [question] = into.questions
  if (question === undefined) return []
  return [
    {
      type: 'topics.merged',
      into: into.id,
      from: from.id,
      main: question.id,
      by: actor.id,
      errand: moment.newId(),
    },
    ...told(workshop, { kind: 'merged', to: people, topic: into.id, other: from.id, by: actor.id }, moment),
    ...(isFor ? acted(workshop, other, { standing, actor: actor.id, what: 'merged' }, moment) : []),
    ...dropped(workshop, from, ask, actor, moment),
  ]
}

/** Others who asked about the topic that lives on in another now hear that nothing came of it. */
function dropped(
  workshop: Workshop,
  { id }: Topic,
  answered: string | undefined,
  actor: Person,
  moment: Moment,
): WorkshopEvent[] {
  return Object.values(workshop.merges)
    .filter((ask) => ask.other === id && ask.id !== answered)
    .flatMap((ask) =>
      told(
        workshop,
        {
          kind: 'notMerged',
          to: topicHere(workshop, ask.topic)?.conveners ?? [],
          topic: ask.topic,
          other: id,
          by: actor.id,
        },
        moment,
      ),
    )
}

function decideAnswer(
  workshop: Workshop,
  {
    ask: id,
    isYes,
    main,
  }: { readonly ask: string; readonly isYes: boolean; readonly main?: string | undefined },
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const ask = entryOf(workshop.merges, id)
  const topic = ask === undefined ? undefined : topicHere(workshop, ask.topic)
  const other = ask === undefined ? undefined : topicHere(workshop, ask.other)
  if (ask === undefined || topic === undefined || other === undefined) return NO_SUCH_ASK
  const standing = standingAsked(workshop, actor, other, moment)
  if (typeof standing !== 'string') return standing
  if (!isYes)
    // A facilitator stands in so that something comes of it: that nothing does, the asked say themselves.
    return standing === 'facilitator'
      ? NOT_CONVENER
      : accept(
          { type: 'merge.closed', ask: id },
          ...told(
            workshop,
            { kind: 'notMerged', to: topic.conveners, topic: topic.id, other: other.id, by: actor.id },
            moment,
          ),
        )
  const no = notJoinable(topic) ?? notJoinable(other)
  if (no !== undefined) return no
  if (main !== undefined && main !== topic.id && main !== other.id) return NO_SUCH_TOPIC
  return accept(...joined({ workshop, topic, other, ask: id }, { actor, standing }, moment, main))
}

/**
 * Who may answer: those who are asked. A facilitator may for somebody who has been away for two minutes, when the stage
 * is about to end and nothing else would come of it (OS-8).
 */
function standingAsked(workshop: Workshop, actor: Person, asked: Topic, moment: Moment): Standing | Refusal {
  if (convenes(workshop, actor, asked)) return 'convener'
  if (actor.role !== 'facilitator') return NOT_CONVENER
  const since = convenersAwaySince(workshop, asked, moment)
  if (since === null || moment.now - since <= AWAY_MS)
    return refuse(
      'not_yet',
      'Those who are asked decide that. A facilitator can when they have been away for two minutes.',
    )
  if (!isEnding(workshop, moment.now))
    return refuse(
      'not_yet',
      'There is time left: wait for those who are asked until the activity is about to end.',
    )
  return 'facilitator'
}

/** Whether the stage has little time left, or none that anybody set. */
function isEnding(workshop: Workshop, now: number): boolean {
  const { timer } = workshop
  return currentStage(workshop) === undefined || timer === null || timer.ends - now <= ENDING_MS
}

function decideCancel(workshop: Workshop, id: string, actor: Person, moment: Moment): Decision | Refusal {
  const ask: MergeAsk | undefined = entryOf(workshop.merges, id)
  const topic = ask === undefined ? undefined : topicHere(workshop, ask.topic)
  if (ask === undefined || topic === undefined) return NO_SUCH_ASK
  const standing = ask.by === actor.id ? 'convener' : standingWhileAway(workshop, actor, topic, moment)
  return typeof standing !== 'string' ? standing : accept({ type: 'merge.closed', ask: id })
}

function decideUnmerge(workshop: Workshop, id: string, actor: Person, moment: Moment): Decision | Refusal {
  const from = topicHere(workshop, id)
  if (from === undefined) return NO_SUCH_TOPIC
  const into = from.mergedInto === null ? undefined : topicHere(workshop, from.mergedInto)
  if (into === undefined) return NOT_MERGED
  // Conveners of either: those of the one that was merged are conveners of both, unless they have left it since.
  const standing = convenes(workshop, actor, from)
    ? 'convener'
    : standingWhileAway(workshop, actor, into, moment)
  if (typeof standing !== 'string') return standing
  if (into.state === 'merged')
    return refuse(
      'not_merged',
      'What it was joined with is part of another topic by now. Take that out first.',
    )
  if (!undoable(workshop, into).some((union) => union.from === id)) return tooLate(into)
  return accept(
    { type: 'topic.unmerged', topic: id, by: actor.id, errand: moment.newId() },
    ...(standing === 'facilitator'
      ? acted(workshop, into, { standing, actor: actor.id, what: 'unmerged' }, moment)
      : told(
          workshop,
          {
            kind: 'unmerged',
            to: [...into.conveners, ...from.conveners],
            topic: id,
            other: into.id,
            by: actor.id,
          },
          moment,
        )),
  )
}

function tooLate(into: Topic): Refusal {
  return isOpen(into) && into.questions.length > 1
    ? refuse(
        'topic_running',
        'It cannot be taken out any more: a round of theirs has begun, or its question has gone elsewhere. Split it off instead.',
      )
    : into.state === 'running'
      ? refuse('topic_running', 'They have begun together. Split the question off instead.')
      : refuse('not_merged', 'The two cannot be taken apart any more.')
}
