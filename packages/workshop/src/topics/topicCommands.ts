/** What people may ask of an open space; part of `commandSchema`. */
import * as z from 'zod/mini'
import { typed } from '../typedSchema.ts'
import { REPORT_FIELDS } from './topic.ts'

const id = z.string().check(z.minLength(1), z.maxLength(64))
const template = z.string().check(z.maxLength(60))
/** Everybody whom somebody writes for, and oneself, are few. */
const people = z.array(id).check(z.maxLength(500))
/** A round or a time in words; a space or a place in words. */
const place = z.object({
  round: z.nullable(id),
  time: typed,
  space: z.nullable(id),
  where: typed,
})
/** What is offered. `as`: somebody whom one writes for, who will be the convener. */
const offer = {
  as: z.optional(id),
  question: typed,
  pitch: z.optional(typed),
  /** Of its board; the round's without it. */
  template: z.optional(template),
  isAction: z.optional(z.boolean()),
}

/** See the head of this file. */
export const topicCommands = [
  /** Sees to it that there are a marketplace and so many rounds in the running order, and spaces. Starts nothing. */
  z.object({
    type: z.literal('market.prepare'),
    rounds: z.number(),
    minutes: z.number(),
    spaces: z.number(),
  }),
  z.object({ type: z.literal('market.set'), signUps: z.enum(['names', 'counts']) }),
  /**
   * One more round at the end of the others, with their minutes and template; `isAction`: for topics about doing. `after`:
   * the stage of the last round that one saw (`null` for none), so that two who press together add one.
   */
  z.object({
    type: z.literal('market.addRound'),
    isAction: z.optional(z.boolean()),
    after: z.optional(z.nullable(id)),
  }),
  /** Private drafting on or off; off lets everybody post when they like. */
  z.object({ type: z.literal('drafts.hold'), isOn: z.boolean() }),
  /** All drafts in random order: their owners post, pass or wait, one by one. */
  z.object({ type: z.literal('drafts.takeTurns') }),
  /** All drafts become topics at once, in random order. */
  z.object({ type: z.literal('drafts.postAll') }),
  /** The turn goes on without the one whose turn it is (they are not there, or have finished speaking). */
  z.object({ type: z.literal('turn.next'), draft: id }),
  /** One's own turn: `post` makes it a topic, `pass` keeps it as a draft, `later` moves it to the end of the queue. */
  z.object({ type: z.literal('turn.take'), draft: id, how: z.enum(['post', 'pass', 'later']) }),

  /** Keeps what is being written; makes a draft without `draft`. The answer names it. An empty one goes. */
  z.object({ type: z.literal('draft.write'), draft: z.optional(id), ...offer }),
  z.object({ type: z.literal('draft.discard'), draft: id }),
  /**
   * Offers a topic; of a draft if one is named. While all draft, or take turns, it waits as a draft (in turns: at the
   * end of the queue). The answer is `{topic}` or `{draft}`.
   */
  z.object({ type: z.literal('topic.offer'), draft: z.optional(id), ...offer }),
  /** Changes the words of a question (the main one without `question`), or the pitch. */
  z.object({
    type: z.literal('topic.edit'),
    topic: id,
    question: z.optional(id),
    text: z.optional(typed),
    pitch: z.optional(typed),
    template: z.optional(template),
  }),
  z.object({ type: z.literal('topic.place'), topic: id, place }),
  z.object({ type: z.literal('topic.lift'), topic: id }),
  /** Two topics change places; one asks who may place both. */
  z.object({ type: z.literal('topic.swap'), topic: id, with: id }),
  /** For oneself, or with `person` for somebody whom one writes for. */
  z.object({ type: z.literal('topic.signUp'), topic: id, isOn: z.boolean(), person: z.optional(id) }),
  z.object({ type: z.literal('topic.withdraw'), topic: id, reason: z.optional(typed) }),
  z.object({ type: z.literal('topic.bringBack'), topic: id }),

  /** Asks the conveners of `other` to join the topics; carried out at once where one convenes both. */
  z.object({ type: z.literal('topic.askMerge'), topic: id, other: id }),
  /** `main`: the topic whose question leads; the one that was posted first without it. */
  z.object({ type: z.literal('merge.answer'), ask: id, isYes: z.boolean(), main: z.optional(id) }),
  /** Takes back what one asked. */
  z.object({ type: z.literal('merge.cancel'), ask: id }),
  /** Gives a topic that was merged its own life back. `topic` is the one that was merged. */
  z.object({ type: z.literal('topic.unmerge'), topic: id }),
  /**
   * A child takes one of the questions (`question`) or a new one (`text`), and chosen notes, moved or copied. The answer
   * names it.
   */
  z.object({
    type: z.literal('topic.split'),
    topic: id,
    question: z.optional(id),
    text: z.optional(typed),
    notes: z.array(id).check(z.maxLength(2_000)),
    isMoved: z.boolean(),
    place: z.optional(place),
  }),

  /** Early or late, by its convener. */
  z.object({ type: z.literal('topic.start'), topic: id }),
  /** *It's over*. */
  z.object({ type: z.literal('topic.end'), topic: id }),
  /** More time for one; all get more by `timer.extend`. */
  z.object({ type: z.literal('topic.extend'), topic: id, minutes: z.number() }),
  /** Goes on as another topic with the same board, conveners and questions; the answer names it. */
  z.object({ type: z.literal('topic.continue'), topic: id, place: z.optional(place) }),
  z.object({ type: z.literal('topic.takeOver'), topic: id }),
  /** Makes somebody a convener beside oneself, or takes oneself off while there is another. */
  z.object({ type: z.literal('topic.convener'), topic: id, person: id, isOn: z.boolean() }),

  /** Sets a text. `before` is what the writer began from: what others wrote meanwhile is kept beside it. */
  z.object({
    type: z.literal('report.write'),
    topic: id,
    field: z.enum(REPORT_FIELDS),
    text: typed,
    before: typed,
  }),
  z.object({
    type: z.literal('report.quote'),
    topic: id,
    note: z.nullable(z.object({ id, text: z.string().check(z.maxLength(10_000)) })),
  }),
  z.object({ type: z.literal('report.people'), topic: id, add: people, remove: people }),
  /** Who takes notes, who writes it up, who may fill it in: what is given. */
  z.object({
    type: z.literal('report.jobs'),
    topic: id,
    noteTaker: z.optional(z.nullable(id)),
    writer: z.optional(z.nullable(id)),
    helper: z.optional(z.object({ person: id, isOn: z.boolean() })),
  }),
  z.object({ type: z.literal('report.submit'), topic: id }),
  z.object({ type: z.literal('report.reopen'), topic: id }),
  /** Answers what it said at a submission, counted from 0. */
  z.object({ type: z.literal('report.version'), topic: id, version: z.number() }),
  /** Reminds its conveners, and nobody else. */
  z.object({ type: z.literal('report.nudge'), topic: id }),
  /** A board with a note for each report's headline, for making sense of them together; the answer names it. */
  z.object({ type: z.literal('reports.gather') }),
  z.object({ type: z.literal('notices.see'), notices: z.array(id).check(z.maxLength(500)) }),
] as const
