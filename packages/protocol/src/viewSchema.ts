/**
 * The view in full, as JSON: what other programs may rely on, and what the fingerprint is made of. The browser does
 * without it (`live.ts`), so it may be as long as the view is.
 */
import * as z from 'zod/mini'

const role = z.enum(['facilitator', 'participant', 'observer'])
const removal = z.object({ by: z.string(), at: z.number() })
const presence = z.object({ board: z.nullable(z.string()), note: z.nullable(z.string()) })

const workshop = z.strictObject({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  created: z.number(),
  follows: z.nullable(z.strictObject({ title: z.string() })),
  carried: z.array(z.strictObject({ kind: z.enum(['question', 'commitment']), text: z.string() })),
  purpose: z.string(),
  fixed: z.string(),
  open: z.string(),
  phone: z.string(),
  next: z.string(),
  zone: z.string(),
  starts: z.number(),
})

const about = z.strictObject({ perspective: z.string(), needs: z.string(), isNamed: z.boolean() })

const id = z.string()
const ids = z.array(id)
const place = z.strictObject({
  round: z.nullable(id),
  time: z.string(),
  space: z.nullable(id),
  where: z.string(),
})
const myTopics = z.strictObject({
  drafts: z.array(
    z.strictObject({
      id,
      owner: id,
      question: z.string(),
      pitch: z.string(),
      template: z.string(),
      isAction: z.boolean(),
      at: z.number(),
    }),
  ),
  signUps: z.record(id, ids),
  close: z.array(z.strictObject({ mine: id, other: id })),
  merges: z.array(z.strictObject({ id, topic: id, other: id, by: id, at: z.number() })),
  /** Kinds are text here: a later server's are no reason to refuse its view. */
  notices: z.array(
    z.strictObject({
      id,
      kind: z.string(),
      topic: id,
      other: z.nullable(id),
      by: z.nullable(id),
      at: z.number(),
      text: z.string(),
    }),
  ),
  tookPart: z.record(id, ids),
  people: z.record(id, ids),
  takeOver: z.nullable(z.strictObject({ topic: id, from: z.number() })),
})

const market = z.strictObject({
  isDrafting: z.boolean(),
  drafting: z.number(),
  turn: z.nullable(z.strictObject({ draft: id, person: id, at: z.number(), after: z.number() })),
  signUps: z.enum(['names', 'counts']),
})
/** States and facts are text here, as kinds are. */
const topic = z.strictObject({
  id,
  questions: z.array(z.strictObject({ id, text: z.string(), origin: id, by: id })),
  pitch: z.string(),
  conveners: ids,
  state: z.string(),
  posted: z.number(),
  place: z.nullable(place),
  signUps: z.number(),
  names: ids,
  board: z.nullable(id),
  template: z.string(),
  isAction: z.boolean(),
  started: z.nullable(z.number()),
  ends: z.nullable(z.number()),
  over: z.nullable(z.number()),
  continues: z.nullable(id),
  splitFrom: z.nullable(id),
  mergedInto: z.nullable(id),
  joined: ids,
  facts: z.array(
    z.strictObject({
      at: z.number(),
      by: z.nullable(id),
      what: z.string(),
      other: z.nullable(id),
      text: z.string(),
    }),
  ),
})
const report = z.strictObject({
  texts: z.strictObject({
    headline: z.string(),
    next: z.string(),
    question: z.string(),
    said: z.string(),
    requests: z.string(),
    resources: z.string(),
    surprising: z.string(),
  }),
  quote: z.nullable(z.strictObject({ note: id, text: z.string() })),
  noteTaker: z.nullable(id),
  writer: z.nullable(id),
  helpers: ids,
  people: z.number(),
  named: ids,
  perspectives: z.array(z.string()),
  edited: z.number(),
  isSubmitted: z.boolean(),
  versions: z.array(z.strictObject({ at: z.number(), by: id })),
})

const me = z.strictObject({
  person: z.string(),
  role,
  about,
  space: z.nullable(z.string()),
  sent: z.nullable(z.strictObject({ space: z.string(), at: z.number() })),
  isDone: z.boolean(),
  assists: z.array(z.string()),
  helped: z.record(z.string(), about),
  asks: z.array(z.string()),
  announcements: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      kind: z.enum(['words', 'nudge']),
      at: z.number(),
      isForAll: z.boolean(),
    }),
  ),
  missed: z.nullable(z.strictObject({ since: z.number(), notes: z.number() })),
  topics: myTopics,
})

const now = z.strictObject({
  stage: z.nullable(z.string()),
  focus: z.enum(['main', 'spaces']),
  timer: z.nullable(z.strictObject({ started: z.number(), ends: z.number() })),
  ended: z.nullable(z.number()),
  board: z.nullable(z.string()),
  round: z.number(),
  roundStage: z.nullable(z.string()),
  fill: z.enum(['choose', 'random', 'hand']),
  done: z.number(),
  here: z.number(),
  invitation: z.nullable(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('back'), by: z.string(), at: z.number() }),
      z.strictObject({ kind: z.literal('here'), by: z.string(), board: z.string(), at: z.number() }),
    ]),
  ),
})

const person = z.strictObject({
  name: z.string(),
  role,
  at: z.nullable(presence),
  helper: z.optional(z.string()),
  isExpected: z.optional(z.literal(true)),
  isTrial: z.optional(z.literal(true)),
  isGone: z.optional(z.literal(true)),
  needs: z.optional(z.string()),
  place: z.optional(
    z.strictObject({
      space: z.nullable(z.string()),
      sent: z.nullable(z.string()),
      isInCall: z.boolean(),
    }),
  ),
})

const board = z.strictObject({
  title: z.string(),
  doc: z.string(),
  template: z.string(),
  order: z.number(),
  isLocked: z.optional(z.literal(true)),
  gone: z.optional(removal),
})

/** Kinds, places and gates are text here: a later server's are no reason to refuse its view. */
const stage = z.strictObject({
  order: z.number(),
  kind: z.string(),
  title: z.string(),
  prompt: z.string(),
  part: z.string(),
  where: z.string(),
  template: z.string(),
  minutes: z.number(),
  gate: z.string(),
  isReadOnly: z.boolean(),
  started: z.nullable(z.number()),
  ended: z.nullable(z.number()),
  board: z.nullable(z.string()),
  round: z.optional(z.number()),
})

const spaceKind = z.enum(['breakout', 'hallway', 'help'])
const slotKind = z.enum(['breakout', 'hallway', 'help', 'topic'])
const space = z.strictObject({
  kind: spaceKind,
  number: z.number(),
  videoName: z.string(),
  videoLink: z.string(),
  isHidden: z.boolean(),
  board: z.nullable(z.string()),
  isOn: z.boolean(),
  title: z.string(),
  question: z.string(),
  noteTaker: z.nullable(z.string()),
  people: z.number(),
  helpAt: z.nullable(z.number()),
})
const slot = z.strictObject({
  round: z.number(),
  space: z.string(),
  kind: slotKind,
  number: z.number(),
  title: z.string(),
  question: z.string(),
  earlier: z.optional(
    z.array(z.strictObject({ round: z.number(), number: z.number(), title: z.string(), until: z.number() })),
  ),
})

/** What one person may see. The parts `spaces`, `slots`, `stages` and `asks` are empty where there are none. */
export const viewSchema = z.strictObject({
  workshop,
  me,
  now,
  people: z.record(z.string(), person),
  boards: z.record(z.string(), board),
  stages: z.record(z.string(), stage),
  spaces: z.record(z.string(), space),
  slots: z.record(z.string(), slot),
  asks: z.record(z.string(), z.strictObject({ name: z.string(), by: z.string(), at: z.number() })),
  perspectives: z.record(z.string(), z.number()),
  market,
  topics: z.record(z.string(), topic),
  reports: z.record(z.string(), report),
  clients: z.record(z.string(), z.string()),
  links: z.strictObject({
    join: z.optional(z.string()),
    code: z.optional(z.string()),
    observer: z.optional(z.string()),
  }),
})
