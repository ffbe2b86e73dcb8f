/** What happens in an open space; part of `eventSchema`. Kinds and fields are only ever added. */
import * as z from 'zod/mini'

const id = z.string()
const ids = z.array(id)
const place = z.object({ round: z.nullable(id), time: z.string(), space: z.nullable(id), where: z.string() })
const question = z.object({ id, text: z.string() })
/** What is to be done on boards because of it is known by this, so that it is done once; events of before it was have none. */
const errand = z.optional(id)

/** See the head of this file. */
export const topicEvents = [
  z.object({ type: z.literal('market.set'), signUps: z.enum(['names', 'counts']) }),
  z.object({ type: z.literal('drafts.held'), isOn: z.boolean() }),
  z.object({
    type: z.literal('draft.written'),
    draft: id,
    owner: id,
    question: z.string(),
    pitch: z.string(),
    template: z.string(),
    isAction: z.boolean(),
  }),
  z.object({ type: z.literal('draft.discarded'), draft: id }),
  /** Who comes when, the whole queue; the first has their turn now. Empty: nobody takes turns any more. */
  z.object({ type: z.literal('turns.set'), queue: ids }),
  /** `draft`: the one that it was, which is none any more. `by`: who typed it. */
  z.object({
    type: z.literal('topic.posted'),
    topic: id,
    question,
    pitch: z.string(),
    convener: id,
    template: z.string(),
    isAction: z.boolean(),
    by: id,
    draft: z.optional(id),
  }),
  z.object({
    type: z.literal('topic.edited'),
    topic: id,
    question: z.optional(question),
    pitch: z.optional(z.string()),
    template: z.optional(z.string()),
    by: id,
  }),
  z.object({ type: z.literal('topic.placed'), topic: id, place, by: id }),
  /** `by` is `null` where its round or space went. */
  z.object({ type: z.literal('topic.lifted'), topic: id, by: z.nullable(id) }),
  z.object({ type: z.literal('topic.signedUp'), topic: id, person: id, isOn: z.boolean(), by: id }),
  z.object({ type: z.literal('topic.withdrawn'), topic: id, reason: z.string(), by: id }),
  z.object({ type: z.literal('topic.broughtBack'), topic: id, by: id }),
  z.object({ type: z.literal('merge.asked'), ask: id, topic: id, other: id, by: id }),
  /** It was answered no, taken back, or came to nothing. */
  z.object({ type: z.literal('merge.closed'), ask: id }),
  /** `main`: the question that leads. */
  z.object({ type: z.literal('topics.merged'), into: id, from: id, main: id, by: id, errand }),
  /** `topic` was merged and is one of its own again, in its old place unless that is taken. */
  z.object({ type: z.literal('topic.unmerged'), topic: id, by: id, errand }),
  /** `question.isTaken`: the parent does not have it any more. `board`: the child's, which exists by now, or `null`. */
  z.object({
    type: z.literal('topic.split'),
    topic: id,
    child: id,
    question: z.object({ id, text: z.string(), isTaken: z.boolean() }),
    convener: id,
    board: z.nullable(id),
    notes: ids,
    isMoved: z.boolean(),
    by: id,
    errand,
  }),
  /** `by` is `null` where its round began. */
  z.object({ type: z.literal('topic.started'), topic: id, board: id, by: z.nullable(id) }),
  /** `by` is `null` where its time was up; `over`: when it really was, ms since 1970. */
  z.object({ type: z.literal('topic.ended'), topic: id, over: z.number(), by: z.nullable(id) }),
  z.object({ type: z.literal('topic.extended'), topic: id, ms: z.number(), by: id }),
  z.object({ type: z.literal('topic.continued'), topic: id, next: id, by: id }),
  z.object({
    type: z.literal('topic.convened'),
    topic: id,
    person: id,
    isOn: z.boolean(),
    how: z.enum(['named', 'tookOver']),
    by: id,
  }),
  z.object({ type: z.literal('topics.nudged'), topics: ids }),
  z.object({ type: z.literal('report.written'), topic: id, field: z.string(), text: z.string(), by: id }),
  z.object({
    type: z.literal('report.quoted'),
    topic: id,
    note: z.nullable(z.object({ id, text: z.string() })),
    by: id,
  }),
  z.object({ type: z.literal('report.peopled'), topic: id, add: ids, remove: ids, by: id }),
  z.object({
    type: z.literal('report.staffed'),
    topic: id,
    noteTaker: z.optional(z.nullable(id)),
    writer: z.optional(z.nullable(id)),
    helper: z.optional(z.object({ person: id, isOn: z.boolean() })),
    by: id,
  }),
  z.object({ type: z.literal('report.submitted'), topic: id, by: id }),
  z.object({ type: z.literal('report.reopened'), topic: id, by: id }),
  z.object({
    type: z.literal('notice.given'),
    notice: id,
    kind: z.string(),
    to: ids,
    topic: id,
    other: z.nullable(id),
    text: z.string(),
    by: z.nullable(id),
  }),
  z.object({ type: z.literal('notices.seen'), person: id, notices: ids }),
] as const
