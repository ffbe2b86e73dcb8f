/** Bodies of the HTTP interface (design §4). Both ends parse with these. */
import { BOARDS_MAX, CARRIED_MAX, FRAMING_MAX, QUESTION_MAX } from '@moot/workshop'
import * as z from 'zod/mini'

const text = (max: number) => z.string().check(z.maxLength(max))
const key = z.string().check(z.minLength(8), z.maxLength(200))

const framing = z.optional(text(FRAMING_MAX * 4))
/** What a workshop brings along from the one before. */
const carried = z
  .array(z.object({ kind: z.enum(['question', 'commitment']), text: text(QUESTION_MAX * 4) }))
  .check(z.maxLength(CARRIED_MAX))

/** A workshop made from an earlier one; needs the Bearer secret of one of its facilitators. */
const fromEarlier = z.object({
  workshopId: text(64),
  /** `plan`: its set-up without people and content. `follow`: the next one, with what is to be brought along. */
  kind: z.enum(['plan', 'follow']),
  /** Boards to be copied with what is on them, of `follow`. */
  boards: z.optional(z.array(text(64)).check(z.maxLength(BOARDS_MAX))),
  carried: z.optional(carried),
  /** Whether `follow` takes the running order and the spaces along; `plan` always does. */
  isSameOrder: z.optional(z.boolean()),
})

/** `POST /api/workshops`. Everything may be left out: one press makes a board. */
export const createRequest = z.object({
  title: z.optional(text(480)),
  question: z.optional(text(2_000)),
  /** Id of a template; `blank` without it. */
  template: z.optional(text(60)),
  /** Titles and prompts for the template `columns`. */
  columns: z.optional(
    z.array(z.object({ title: text(300), prompt: z.optional(text(1_000)) })).check(z.maxLength(12)),
  ),
  /** Id of a ready plan: its running order, its boards, its spaces. */
  plan: z.optional(text(60)),
  /** Why it is held, what is fixed, what is open, how to take part by phone. */
  purpose: framing,
  fixed: framing,
  open: framing,
  phone: framing,
  /** Home time zone by its IANA name, and the planned start, ms since 1970. */
  zone: z.optional(text(60)),
  starts: z.optional(z.number()),
  /** The example, to look at; everything else but the operator's key and the zone is passed over. */
  example: z.optional(z.boolean()),
  from: z.optional(fromEarlier),
  /** Needed only where the operator asks for one. */
  operatorKey: z.optional(text(200)),
})
export type CreateRequest = z.infer<typeof createRequest>

export const createResponse = z.object({
  id: z.string(),
  joinCode: z.string(),
  keys: z.object({ facilitator: z.string(), join: z.string(), observer: z.string() }),
  boards: z.array(z.object({ id: z.string(), title: z.string(), doc: z.string() })),
})
export type CreateResponse = z.infer<typeof createResponse>

/** `POST /api/codes`: a join code typed in, or a rejoin code: then `key` is that code, for `rejoin` below. */
export const codeRequest = z.object({ code: text(40) })
export const codeResponse = z.object({
  workshopId: z.string(),
  key: z.string(),
  kind: z.optional(z.literal('rejoin')),
})
export type CodeResponse = z.infer<typeof codeResponse>

/** `POST /api/workshops/:id/door`: what the Join page may say before somebody has joined. */
export const doorRequest = z.object({ key })
export const doorResponse = z.object({
  title: z.string(),
  question: z.string(),
  role: z.enum(['facilitator', 'participant', 'observer']),
})
export type DoorResponse = z.infer<typeof doorResponse>

/**
 * `POST /api/workshops/:id/people`: come in through a link, or as yourself on another device. With a Bearer secret of
 * this workshop and a key, the same person rises to the link's role.
 */
export const joinRequest = z.union([
  z.object({ key, name: text(320) }),
  z.object({ rejoin: z.string().check(z.minLength(4), z.maxLength(40)) }),
])
export type JoinRequest = z.infer<typeof joinRequest>
export const joinResponse = z.object({
  personId: z.string(),
  secret: z.string(),
  role: z.enum(['facilitator', 'participant', 'observer']),
  name: z.string(),
})
export type JoinResponse = z.infer<typeof joinResponse>

/** `POST /api/workshops/:id/commands` answers this; `result` is the command's own. */
export const answerSchema = z.union([
  z.object({ ok: z.literal(true), result: z.optional(z.unknown()) }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() }),
])
export type Answer = z.infer<typeof answerSchema>

/** Every refusal over HTTP. */
export const problemSchema = z.object({ ok: z.literal(false), code: z.string(), message: z.string() })
export type Problem = z.infer<typeof problemSchema>

/** `GET /api/about`: who runs this server, for the Join page and *About this service*. */
export const aboutResponse = z.object({
  operator: z.object({
    name: z.string(),
    contact: z.string(),
    privacyUrl: z.string(),
    accessibilityUrl: z.string(),
    /** Days after its last use when a workshop is erased, or 0 where it is kept. */
    retentionDays: z.number(),
  }),
  /** Whether making a workshop needs the operator's key. */
  needsOperatorKey: z.boolean(),
  /** Address that links and QR codes begin with, without a slash at the end; '' for the page's own. */
  publicUrl: z.string(),
  version: z.string(),
})
export type AboutResponse = z.infer<typeof aboutResponse>

/** Answers of the commands that give something back. */
export const linkResult = z.object({ key: z.string() })
export const rejoinResult = z.object({ code: z.string(), expires: z.number() })
export const undoneResult = z.object({ notes: z.number() })
