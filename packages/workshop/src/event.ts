/** What happened, in order: the record. Kinds are only ever added, and fields of a kind only ever added as optional. */
import * as z from 'zod/mini'
import { topicEvents } from './topics/topicEvents.ts'

const id = z.string()
const role = z.enum(['facilitator', 'participant', 'observer'])
const way = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({ kind: z.literal('assisted'), helper: id }),
  z.object({ kind: z.literal('expected') }),
  z.object({ kind: z.literal('trial'), of: id }),
])
/** Kinds, places and gates are kept as text, so that a later version's are no reason to lose a workshop. */
const stage = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  prompt: z.string(),
  part: z.string(),
  where: z.string(),
  template: z.string(),
  minutes: z.number(),
  gate: z.string(),
  isReadOnly: z.boolean(),
})
const slot = z.object({ space: id, board: z.nullable(id), title: z.string(), question: z.string() })

export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('workshop.made'), id, title: z.string(), question: z.string() }),
  z.object({ type: z.literal('workshop.renamed'), title: z.string() }),
  z.object({ type: z.literal('workshop.asked'), question: z.string() }),
  z.object({ type: z.literal('board.added'), board: id, title: z.string(), doc: id, template: z.string() }),
  z.object({ type: z.literal('board.renamed'), board: id, title: z.string() }),
  /** `to`: its place among the boards in sight, from 0. */
  z.object({ type: z.literal('board.moved'), board: id, to: z.number() }),
  z.object({ type: z.literal('board.removed'), board: id, by: id }),
  z.object({ type: z.literal('board.restored'), board: id }),
  /** The board has a new document; the old one is not shown any more. */
  z.object({ type: z.literal('board.renewed'), board: id, doc: id }),
  z.object({ type: z.literal('board.locked'), board: id, isLocked: z.boolean(), by: id }),
  z.object({ type: z.literal('person.joined'), person: id, name: z.string(), role, way: z.optional(way) }),
  /** Somebody came who was expected. */
  z.object({ type: z.literal('person.arrived'), person: id, name: z.string() }),
  z.object({
    type: z.literal('person.described'),
    person: id,
    perspective: z.optional(z.string()),
    needs: z.optional(z.string()),
    isNamed: z.optional(z.boolean()),
  }),
  z.object({ type: z.literal('person.helped'), person: id, helper: id }),
  z.object({ type: z.literal('person.removed'), person: id, by: id }),
  z.object({ type: z.literal('person.finished'), person: id, isDone: z.boolean() }),
  /** `space`: where they went; `null` is the main room. */
  z.object({ type: z.literal('person.went'), person: id, space: z.nullable(id) }),
  z.object({ type: z.literal('person.seenInCall'), person: id, isInCall: z.boolean(), by: id }),
  z.object({ type: z.literal('help.asked'), ask: id, name: z.string(), by: id }),
  z.object({ type: z.literal('help.answered'), ask: id, isYes: z.boolean(), by: id }),

  z.object({
    type: z.literal('workshop.described'),
    purpose: z.optional(z.string()),
    fixed: z.optional(z.string()),
    open: z.optional(z.string()),
    phone: z.optional(z.string()),
    next: z.optional(z.string()),
    zone: z.optional(z.string()),
    starts: z.optional(z.number()),
  }),
  z.object({
    type: z.literal('workshop.followed'),
    workshop: id,
    title: z.string(),
    carried: z.array(z.object({ kind: z.enum(['question', 'commitment']), text: z.string() })),
  }),
  z.object({ type: z.literal('workshop.ended'), by: id }),
  z.object({ type: z.literal('workshop.reopened'), by: id }),
  /** What happened in it is taken back: stages, timer, places, announcements, trials. Boards are renewed beside it. */
  z.object({ type: z.literal('workshop.reset'), by: id }),

  z.object({ type: z.literal('plan.set'), stages: z.array(stage) }),
  /** `to`: its place, from 0. */
  z.object({ type: z.literal('stage.added'), stage, to: z.number() }),
  z.object({ type: z.literal('stage.changed'), stage: id, change: z.partial(z.omit(stage, { id: true })) }),
  z.object({ type: z.literal('stage.moved'), stage: id, to: z.number() }),
  z.object({ type: z.literal('stage.removed'), stage: id }),
  /** The stage before, if any, ends with it. */
  z.object({ type: z.literal('stage.started'), stage: id, by: id }),
  z.object({ type: z.literal('stage.boarded'), stage: id, board: id }),
  /** `ms` from now on, and to what is left. */
  z.object({ type: z.literal('timer.started'), ms: z.number() }),
  z.object({ type: z.literal('timer.extended'), ms: z.number() }),
  z.object({ type: z.literal('timer.stopped') }),

  z.object({
    type: z.literal('space.added'),
    space: id,
    kind: z.enum(['breakout', 'hallway', 'help']),
    number: z.number(),
    isHidden: z.boolean(),
    board: z.nullable(id),
  }),
  z.object({
    type: z.literal('space.changed'),
    space: id,
    videoName: z.optional(z.string()),
    videoLink: z.optional(z.string()),
    isHidden: z.optional(z.boolean()),
  }),
  z.object({ type: z.literal('space.removed'), space: id, by: id }),
  z.object({ type: z.literal('space.helpAsked'), space: id, by: id }),
  z.object({ type: z.literal('space.helpGiven'), space: id, by: id }),
  /** Everybody is expected in the spaces from now on; whoever was somewhere is counted in the main room again. */
  z.object({
    type: z.literal('round.opened'),
    stage: z.nullable(id),
    fill: z.enum(['choose', 'random', 'hand']),
    slots: z.array(slot),
    /** What it is called by, where that was settled before: a round of the marketplace. */
    number: z.optional(z.number()),
  }),
  /** Of the current round. */
  z.object({ type: z.literal('slot.added'), slot }),
  z.object({
    type: z.literal('slot.changed'),
    space: id,
    title: z.optional(z.string()),
    question: z.optional(z.string()),
    noteTaker: z.optional(z.nullable(id)),
    /** A topic that was placed there brings its own. */
    board: z.optional(id),
  }),
  /** `null` lets somebody choose for themselves. */
  z.object({
    type: z.literal('people.sent'),
    places: z.array(z.object({ person: id, space: z.nullable(id) })),
  }),
  z.object({ type: z.literal('back.invited'), by: id }),
  z.object({ type: z.literal('here.invited'), board: id, by: id }),
  z.object({ type: z.literal('invitation.ended'), by: id }),
  z.object({
    type: z.literal('announced'),
    announcement: id,
    text: z.string(),
    kind: z.enum(['words', 'nudge']),
    to: z.nullable(z.array(id)),
    by: id,
  }),
  z.object({ type: z.literal('person.renamed'), person: id, name: z.string() }),
  z.object({ type: z.literal('person.appointed'), person: id, role }),
  /** Facts for the log; they change no state. */
  z.object({ type: z.literal('person.undone'), board: id, person: id, by: id, since: z.number() }),
  z.object({ type: z.literal('board.copied'), board: id, from: id, by: id }),
  z.object({ type: z.literal('link.made'), by: id, role }),
  z.object({ type: z.literal('rejoin.made'), person: id, by: z.optional(id) }),

  ...topicEvents,
])
export type WorkshopEvent = z.infer<typeof eventSchema>
