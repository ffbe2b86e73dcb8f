/** One event further, where it is about topics, drafts and what people are told of them. */
import type { WorkshopEvent } from '../event.ts'
import { given, withEntry, without } from '../changed.ts'
import { entryOf } from '../decision.ts'
import type { Workshop } from '../state.ts'
import { evolveReport } from './evolveReport.ts'
import type { MergeAsk, NoticeKind, Place, Topic, TopicFact, TopicFactKind, Union } from './topic.ts'
import { isSamePlace } from './grid.ts'
import { withNotice } from './withNotice.ts'
import { apart, isStillThere, withNextBoard } from './unions.ts'
import { cellOf, EMPTY_REPORT, FACTS_KEPT, isOnGrid, NOTICE_KINDS } from './topic.ts'

type Of<T extends WorkshopEvent['type']> = Extract<WorkshopEvent, { type: T }>
/** Events that this file knows, some by way of `evolveReport`. */
export type TopicsEvent = Extract<
  WorkshopEvent,
  {
    type:
      | 'market.set'
      | `drafts.${string}`
      | `draft.${string}`
      | 'turns.set'
      | `topic.${string}`
      | `topics.${string}`
      | `merge.${string}`
      | `report.${string}`
      | 'notice.given'
      | 'notices.seen'
  }
>

/** Parts of the workshop that such an event changes. */
type Topics = Workshop['topics']

/** See `evolve`. */
export function evolveTopics(workshop: Workshop, event: TopicsEvent, at: number): Workshop {
  const { market, drafts, merges, notices } = workshop
  switch (event.type) {
    case 'market.set':
      return { ...workshop, market: { ...market, signUps: event.signUps } }
    case 'drafts.held':
      return { ...workshop, market: { ...market, isDrafting: event.isOn } }
    case 'draft.written': {
      const { type: _, draft: id, ...draft } = event
      return { ...workshop, drafts: { ...drafts, [id]: { id, ...draft, at } } }
    }
    case 'draft.discarded':
      return withoutDraft(workshop, event.draft, at)
    case 'turns.set': {
      const [first] = event.queue
      const isSame = first !== undefined && first === market.queue[0]
      const turnSince = first === undefined ? 0 : isSame ? market.turnSince : at
      return { ...workshop, market: { ...market, queue: event.queue, turnSince } }
    }
    case 'merge.asked': {
      const { type: _, ask: id, ...ask } = event
      return { ...workshop, merges: { ...merges, [id]: { id, ...ask, at } } }
    }
    case 'merge.closed':
      return { ...workshop, merges: without(merges, event.ask) }
    case 'notice.given': {
      const { type: _, notice: id, kind, ...notice } = event
      // A kind that this version does not know is passed over: its words are not known either.
      const known = NOTICE_KINDS.find((each): each is NoticeKind => each === kind)
      if (known === undefined) return workshop
      const given = { id, kind: known, ...notice, unseen: notice.to, at }
      return { ...workshop, notices: withNotice(notices, given) }
    }
    case 'notices.seen':
      return {
        ...workshop,
        notices: notices.map((notice) =>
          event.notices.includes(notice.id)
            ? { ...notice, unseen: notice.unseen.filter((person) => person !== event.person) }
            : notice,
        ),
      }
    case 'topics.nudged':
      return event.topics.reduce((now, id) => change(now, id, () => ({ isNudged: true })), workshop)
    case 'topic.posted':
      return post(workshop, event, at)
    case 'topics.merged':
      return merge(workshop, event, at)
    case 'topic.unmerged':
      return unmerge(workshop, event, at)
    case 'topic.split':
      return split(workshop, event, at)
    case 'topic.continued':
      return goOn(workshop, event, at)
    case 'report.written':
    case 'report.quoted':
    case 'report.peopled':
    case 'report.staffed':
    case 'report.submitted':
    case 'report.reopened':
      return evolveReport(workshop, event, at)
    case 'topic.started':
    case 'topic.withdrawn':
      return closeMerges(
        change(workshop, event.topic, (topic) => changeOf(topic, event, at)),
        event.topic,
      )
    default:
      return change(workshop, event.topic, (topic) => changeOf(topic, event, at))
  }
}

type OneTopicEvent = Of<
  | 'topic.edited'
  | 'topic.placed'
  | 'topic.lifted'
  | 'topic.signedUp'
  | 'topic.withdrawn'
  | 'topic.broughtBack'
  | 'topic.started'
  | 'topic.ended'
  | 'topic.extended'
  | 'topic.convened'
>

function changeOf(topic: Topic, event: OneTopicEvent, at: number): Partial<Topic> {
  const say = (what: TopicFactKind, text = '', other: string | null = null): Pick<Topic, 'facts'> => ({
    facts: withFact(topic, { at, by: event.type === 'topic.signedUp' ? null : event.by, what, other, text }),
  })
  switch (event.type) {
    case 'topic.edited': {
      const { question, pitch, template } = event
      const before = topic.questions.find(({ id }) => id === question?.id)
      return {
        ...given({ pitch, template }),
        ...(question !== undefined && {
          questions: topic.questions.map((each) =>
            each.id === question.id ? { ...each, text: question.text } : each,
          ),
        }),
        ...say('edited', before?.text ?? topic.pitch),
      }
    }
    case 'topic.placed':
      return {
        place: event.place,
        state: topic.state === 'posted' ? 'scheduled' : topic.state,
        ...say('placed'),
      }
    case 'topic.lifted':
      return { place: null, state: topic.state === 'scheduled' ? 'posted' : topic.state, ...say('lifted') }
    case 'topic.signedUp': {
      const { person, isOn } = event
      const others = topic.signUps.filter((each) => each !== person)
      return isOn
        ? { signUps: [...others, person] }
        : { signUps: others, unions: withoutPerson(topic, 'signUps', person) }
    }
    case 'topic.withdrawn':
      return { state: 'withdrawn', ...say('withdrawn', event.reason) }
    case 'topic.broughtBack':
      return { state: 'posted', place: null, ...say('broughtBack') }
    case 'topic.started':
      return {
        state: 'running',
        board: event.board,
        // Gone back to, a round goes on: it began when it did, and is not over.
        started: topic.started ?? at,
        over: null,
        report: topic.report ?? EMPTY_REPORT,
        ...say('started'),
      }
    case 'topic.ended':
      return {
        state: topic.report?.isSubmitted === true ? 'reported' : 'ended',
        over: event.over,
        ...say('ended'),
      }
    case 'topic.extended':
      return { extra: topic.extra + event.ms, ...say('extended') }
    case 'topic.convened': {
      const { person, isOn, how } = event
      const others = topic.conveners.filter((each) => each !== person)
      return {
        conveners: isOn ? [...others, person] : others,
        ...(!isOn && { unions: withoutPerson(topic, 'conveners', person) }),
        ...say(how === 'tookOver' ? 'tookOver' : isOn ? 'convened' : 'leftIt', '', person),
      }
    }
    default:
      event satisfies never
      return {}
  }
}

/** Whoever leaves a topic did not come with what was merged into it any more: they may come back for themselves. */
const withoutPerson = ({ unions }: Topic, kind: 'conveners' | 'signUps', person: string): readonly Union[] =>
  unions.map((union) => ({ ...union, [kind]: union[kind].filter((each) => each !== person) }))

function change(workshop: Workshop, id: string, with_: (topic: Topic) => Partial<Topic>): Workshop {
  const topic = entryOf(workshop.topics, id)
  return topic === undefined
    ? workshop
    : { ...workshop, topics: withEntry<Topic>(workshop.topics, id, with_(topic)) }
}

const withFact = ({ facts }: Topic, fact: TopicFact): readonly TopicFact[] =>
  [...facts, fact].slice(-FACTS_KEPT)

/** A topic as it begins. */
function newTopic(
  said: Pick<Topic, 'id' | 'questions' | 'pitch' | 'conveners' | 'posted' | 'template' | 'isAction'> &
    Partial<Topic>,
): Topic {
  return {
    state: 'posted',
    place: null,
    signUps: [],
    board: null,
    started: null,
    over: null,
    extra: 0,
    continues: null,
    splitFrom: null,
    mergedInto: null,
    unions: [],
    isNudged: false,
    facts: [],
    report: null,
    ...said,
  }
}

function withTopics(workshop: Workshop, topics: Topics): Workshop {
  return { ...workshop, topics }
}

function withoutDraft(workshop: Workshop, draft: string | undefined, at: number): Workshop {
  if (draft === undefined || entryOf(workshop.drafts, draft) === undefined) return workshop
  const { market } = workshop
  const queue = market.queue.filter((each) => each !== draft)
  const isNext = queue[0] !== market.queue[0]
  const turnSince = queue.length === 0 ? 0 : isNext ? at : market.turnSince
  return {
    ...workshop,
    drafts: without(workshop.drafts, draft),
    market: { ...market, queue, turnSince },
  }
}

function post(workshop: Workshop, event: Of<'topic.posted'>, at: number): Workshop {
  const { topic: id, question, pitch, convener, template, isAction, by, draft } = event
  const posted = newTopic({
    id,
    questions: [{ ...question, origin: id, by: convener }],
    pitch,
    conveners: [convener],
    posted: at,
    template,
    isAction,
    facts: [{ at, by, what: 'posted', other: null, text: '' }],
  })
  return withoutDraft(withTopics(workshop, { ...workshop.topics, [id]: posted }), draft, at)
}

/** The topic that holds a place, which only a cell can be held of. */
export function holderOf(topics: Topics, place: Place | null): Topic | undefined {
  const cell = cellOf(place)
  if (cell === undefined) return undefined
  return Object.values(topics).find((topic) => isOnGrid(topic) && cellOf(topic.place) === cell)
}

function merge(workshop: Workshop, event: Of<'topics.merged'>, at: number): Workshop {
  const into = entryOf(workshop.topics, event.into)
  const from = entryOf(workshop.topics, event.from)
  if (into === undefined || from === undefined || into === from) return workshop
  const union: Union = {
    from: from.id,
    conveners: from.conveners.filter((person) => !into.conveners.includes(person)),
    signUps: from.signUps.filter((person) => !into.signUps.includes(person)),
    place: into.place === null ? from.place : null,
    hasBoard: into.board === null && from.board !== null,
  }
  const all = [...into.questions, ...from.questions]
  const questions = [
    ...all.filter(({ id }) => id === event.main),
    ...all.filter(({ id }) => id !== event.main),
  ]
  const say = (topic: Topic, what: TopicFactKind, other: string) =>
    withFact(topic, { at, by: event.by, what, other, text: '' })
  const topics: Topics = {
    ...workshop.topics,
    [into.id]: {
      ...into,
      questions,
      conveners: [...into.conveners, ...union.conveners],
      signUps: [...into.signUps, ...union.signUps],
      unions: [...into.unions, union],
      ...(union.place !== null && { place: union.place, state: 'scheduled' }),
      ...(union.hasBoard && { board: from.board }),
      facts: say(into, 'joined', from.id),
    },
    [from.id]: { ...from, state: 'merged', mergedInto: into.id, facts: say(from, 'merged', into.id) },
  }
  return closeMerges(withTopics(workshop, topics), from.id)
}

/** What was asked about a topic that lives on in another, has begun or is withdrawn comes to nothing. */
function closeMerges(workshop: Workshop, topic: string): Workshop {
  const isAbout = (ask: MergeAsk): boolean => ask.topic === topic || ask.other === topic
  if (!Object.values(workshop.merges).some(isAbout)) return workshop
  const kept = Object.entries(workshop.merges).filter(([, ask]) => !isAbout(ask))
  return { ...workshop, merges: Object.fromEntries(kept) }
}

function unmerge(workshop: Workshop, event: Of<'topic.unmerged'>, at: number): Workshop {
  const from = entryOf(workshop.topics, event.topic)
  const into = from?.mergedInto == null ? undefined : entryOf(workshop.topics, from.mergedInto)
  const union = into?.unions.find((each) => each.from === from?.id)
  if (from === undefined || into === undefined || union === undefined) return workshop
  const each = apart(workshop.topics, into, union, from)
  const say = (topic: Topic, other: string) =>
    withFact(topic, { at, by: event.by, what: 'unmerged', other, text: '' })
  const rest: Topic = {
    ...into,
    ...each.into,
    // The place that came with it goes with it, unless it has moved since.
    ...(union.place !== null &&
      isSamePlace(into.place, union.place) && { place: null, state: 'posted' as const }),
    ...(union.hasBoard && into.board === from.board && withNextBoard(workshop.topics, each.into.unions)),
    facts: say(into, from.id),
  }
  const others: Topics = { ...workshop.topics, [into.id]: rest }
  const { place } = from
  const isFree = place !== null && isStillThere(workshop, place) && holderOf(others, place) === undefined
  const again: Topic = {
    ...from,
    ...each.from,
    state: isFree ? 'scheduled' : 'posted',
    place: isFree ? place : null,
    mergedInto: null,
    facts: say(from, into.id),
  }
  return withTopics(workshop, { ...others, [from.id]: again })
}

function split(workshop: Workshop, event: Of<'topic.split'>, at: number): Workshop {
  const parent = entryOf(workshop.topics, event.topic)
  if (parent === undefined) return workshop
  const { child: id, question, convener, board, by } = event
  const taken = question.isTaken ? parent.questions.find((each) => each.id === question.id) : undefined
  const child = newTopic({
    id,
    questions: [taken ?? { id: question.id, text: question.text, origin: id, by: convener }],
    pitch: '',
    conveners: [convener],
    posted: at,
    template: parent.template,
    isAction: parent.isAction,
    board,
    splitFrom: parent.id,
    facts: [{ at, by, what: 'split', other: parent.id, text: '' }],
  })
  const rest: Topic = {
    ...parent,
    questions: parent.questions.filter((each) => each !== taken),
    facts: withFact(parent, { at, by, what: 'split', other: id, text: '' }),
  }
  return withTopics(workshop, { ...workshop.topics, [parent.id]: rest, [id]: child })
}

function goOn(workshop: Workshop, event: Of<'topic.continued'>, at: number): Workshop {
  const before = entryOf(workshop.topics, event.topic)
  if (before === undefined) return workshop
  const { next: id, by } = event
  const next = newTopic({
    id,
    questions: before.questions,
    pitch: before.pitch,
    conveners: before.conveners,
    posted: at,
    template: before.template,
    isAction: before.isAction,
    board: before.board,
    continues: before.id,
    facts: [{ at, by, what: 'continued', other: before.id, text: '' }],
  })
  const over: Topic = {
    ...before,
    state: 'continued',
    over: before.over ?? at,
    facts: withFact(before, { at, by, what: 'continued', other: id, text: '' }),
  }
  return withTopics(workshop, { ...workshop.topics, [before.id]: over, [id]: next })
}
