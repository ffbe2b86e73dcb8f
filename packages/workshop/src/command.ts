/** What people may ask of the workshop; parsed at the edge, trusted inside. */
import * as z from 'zod/mini'
import { FILLS, SPACES_MAX } from './spaces.ts'
import { STAGE_GATES, STAGE_KINDS, STAGE_PLACES, STAGES_MAX } from './stages.ts'
import { topicCommands } from './topics/topicCommands.ts'
import { PEOPLE_MAX } from './state.ts'
import { typed } from './typedSchema.ts'

const id = z.string().check(z.minLength(1), z.maxLength(64))

/** Titles and prompts for the template `columns`. */
const columns = z
  .array(
    z.object({
      title: z.string().check(z.maxLength(300)),
      prompt: z.optional(z.string().check(z.maxLength(1_000))),
    }),
  )
  .check(z.maxLength(12))
const template = z.string().check(z.maxLength(60))

const stageDraft = z.object({
  kind: z.enum(STAGE_KINDS),
  title: typed,
  prompt: typed,
  part: typed,
  where: z.enum(STAGE_PLACES),
  template,
  minutes: z.number(),
  gate: z.enum(STAGE_GATES),
  isReadOnly: z.boolean(),
})

export const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('workshop.rename'), title: typed }),
  z.object({ type: z.literal('workshop.ask'), question: typed }),
  /** Sets what is given of the workshop's framing; the rest stays. `starts` is ms since 1970, 0 for none. */
  z.object({
    type: z.literal('workshop.describe'),
    purpose: z.optional(typed),
    fixed: z.optional(typed),
    open: z.optional(typed),
    phone: z.optional(typed),
    next: z.optional(typed),
    zone: z.optional(z.string().check(z.maxLength(60))),
    starts: z.optional(z.number()),
  }),
  z.object({ type: z.literal('workshop.end') }),
  z.object({ type: z.literal('workshop.reopen') }),
  /** Gives every board a fresh document with its set-up alone and takes back what happened; plan and people stay. */
  z.object({ type: z.literal('workshop.reset') }),

  /** Replaces the running order; refused once a stage has been started. */
  z.object({ type: z.literal('plan.set'), stages: z.array(stageDraft).check(z.maxLength(STAGES_MAX)) }),
  /** After the stage `after`, as the first with `null`, at the end without it. The answer names it. */
  z.object({ type: z.literal('stage.add'), stage: stageDraft, after: z.optional(z.nullable(id)) }),
  z.object({ type: z.literal('stage.change'), stage: id, change: z.partial(stageDraft) }),
  /** `to` is its place in the running order, from 0. */
  z.object({ type: z.literal('stage.move'), stage: id, to: z.number() }),
  z.object({ type: z.literal('stage.remove'), stage: id }),
  /** Goes to a stage: on, back, or past others. `from` is the current one as the asker sees it. */
  z.object({ type: z.literal('stage.go'), stage: id, from: z.nullable(id) }),

  /** Minutes may be fractions; of `timer.extend` also negative. */
  z.object({ type: z.literal('timer.start'), minutes: z.number() }),
  z.object({ type: z.literal('timer.extend'), minutes: z.number() }),
  z.object({ type: z.literal('timer.stop') }),

  /** Renames oneself, or with `person` somebody whom one assists; facilitators rename anybody assisted or expected. */
  z.object({ type: z.literal('person.rename'), name: typed, person: z.optional(id) }),
  /** What one says of oneself, or of somebody one assists. */
  z.object({
    type: z.literal('person.about'),
    person: z.optional(id),
    perspective: z.optional(typed),
    needs: z.optional(typed),
    isNamed: z.optional(z.boolean()),
  }),
  z.object({
    type: z.literal('person.appoint'),
    person: id,
    role: z.enum(['facilitator', 'participant', 'observer']),
  }),
  /** A facilitator becomes a participant; refused for the last one. */
  z.object({ type: z.literal('person.stepDown') }),
  z.object({ type: z.literal('person.remove'), person: id }),
  /** Puts somebody without a connection on the roster, with a helper. The answer names them. */
  z.object({ type: z.literal('person.assist'), name: typed, helper: id }),
  z.object({ type: z.literal('person.setHelper'), person: id, helper: id }),
  /** *I'm writing for someone*; from a facilitator it needs no yes. */
  z.object({ type: z.literal('help.ask'), name: typed }),
  z.object({ type: z.literal('help.answer'), ask: id, isYes: z.boolean() }),
  /** Names that are expected, one each; the answer says how many were new. */
  z.object({
    type: z.literal('people.expect'),
    names: z.array(typed).check(z.maxLength(PEOPLE_MAX)),
  }),
  z.object({ type: z.literal('person.done'), isDone: z.boolean() }),
  /** A secret for trying the workshop as a participant; the answer carries it as a rejoin code. */
  z.object({ type: z.literal('person.try') }),

  /** Sees to it that so many breakouts are in sight, with hallway, help desk and one spare. Opens nothing. */
  z.object({
    type: z.literal('spaces.prepare'),
    count: z.number(),
  }),
  /** Opens a round: so many breakouts in sight, each with a board from the template ('' for none), filled as asked. */
  z.object({
    type: z.literal('spaces.open'),
    count: z.number(),
    template,
    columns: z.optional(columns),
    fill: z.enum(FILLS),
    /** Number of the latest round as the asker sees it: two who open one together open it once. */
    round: z.optional(z.number()),
    /** Question for all, and short titles and questions for one each, in order of their numbers. */
    question: z.optional(typed),
    slots: z.optional(
      z.array(z.object({ title: typed, question: z.optional(typed) })).check(z.maxLength(SPACES_MAX)),
    ),
  }),
  /** Mixes everybody anew into the spaces of the current round. */
  z.object({ type: z.literal('spaces.mix') }),
  /** *Invite everyone back*: a button for all. */
  z.object({ type: z.literal('spaces.back') }),
  /** Adds a breakout to the current round, with a board like the others'. */
  z.object({ type: z.literal('space.add') }),
  z.object({
    type: z.literal('space.change'),
    space: id,
    title: z.optional(typed),
    question: z.optional(typed),
    videoName: z.optional(typed),
    videoLink: z.optional(typed),
    /** Folds a space away or unfolds it; unfolded while a round is on it gets a board like the others'. */
    isHidden: z.optional(z.boolean()),
  }),
  /** Takes a space away; its boards are kept, those who are there are offered the hallway. */
  z.object({ type: z.literal('space.remove'), space: id }),
  /** Goes to a space, `null` for the main room. Looking in is no going. */
  z.object({ type: z.literal('space.enter'), space: z.nullable(id) }),
  z.object({ type: z.literal('space.help'), space: id, isOn: z.boolean() }),
  z.object({ type: z.literal('space.nudge'), space: id }),
  z.object({ type: z.literal('space.noteTaker'), space: id, person: z.nullable(id) }),
  /** Sends people to spaces by hand; `null` lets them choose. */
  z.object({
    type: z.literal('people.send'),
    places: z.array(z.object({ person: id, space: z.nullable(id) })).check(z.maxLength(PEOPLE_MAX)),
  }),
  /** Says that somebody is in the call of their space, or is not after all. */
  z.object({ type: z.literal('person.inCall'), person: id, isInCall: z.boolean() }),

  /** `to`: spaces whose people it is for; everybody without it. */
  z.object({
    type: z.literal('announce'),
    text: typed,
    to: z.optional(z.array(id).check(z.minLength(1), z.maxLength(SPACES_MAX))),
  }),
  /** *Invite everyone here*: to one's own place on this board. */
  z.object({ type: z.literal('invite.here'), board: id }),
  /** Takes the invitation away. */
  z.object({ type: z.literal('invite.end') }),
  z.object({ type: z.literal('board.lock'), board: id, isLocked: z.boolean() }),

  z.object({ type: z.literal('board.rename'), board: id, title: typed }),
  /** Makes a board from a template, after the board `after` or at the end; the answer names it. */
  z.object({
    type: z.literal('board.add'),
    template,
    title: z.optional(typed),
    columns: z.optional(columns),
    after: z.optional(id),
  }),
  /** Makes a board of what is in sight on another one, right after it; the answer names it. */
  z.object({ type: z.literal('board.copy'), board: id, title: z.optional(typed) }),
  /** Moves a board; `to` is its place among the boards in sight, from 0. */
  z.object({ type: z.literal('board.move'), board: id, to: z.number() }),
  /** Takes a board away; it is kept, and `board.restore` brings it back. */
  z.object({ type: z.literal('board.remove'), board: id }),
  z.object({ type: z.literal('board.restore'), board: id }),
  /** Takes back what one person did on a board since a time (ms since 1970, server time). */
  z.object({ type: z.literal('board.undoPerson'), board: id, person: id, since: z.number() }),
  /** Makes a further facilitator link; the answer carries its key, once. */
  z.object({ type: z.literal('link.facilitator') }),
  /**
   * Makes a code with which the same person joins on another device: one use, ten minutes. With `person` a facilitator
   * makes it for a participant or observer who lost theirs.
   */
  z.object({ type: z.literal('person.rejoinCode'), person: z.optional(id) }),

  ...topicCommands,
])
/** A request; see `decide` for what each needs and does. */
export type Command = z.infer<typeof commandSchema>
