/** The messages of `/live/:workshopId`: JSON text, one message a frame. */
import * as z from 'zod/mini'
import { commandSchema } from '@moot/workshop'

const id = z.nullable(z.string().check(z.minLength(1), z.maxLength(64)))

/** Client → server. */
export const upMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), v: z.number() }),
  z.object({ type: z.literal('command'), id: z.number(), command: commandSchema }),
  /** Where this connection is: board looked at, note being written. */
  z.object({ type: z.literal('at'), board: id, note: id }),
  z.object({ type: z.literal('ping') }),
])
export type UpMessage = z.infer<typeof upMessage>

const view = z.object({
  workshop: z.object({ id: z.string(), title: z.string(), question: z.string(), created: z.number() }),
  me: z.object({ person: z.string(), role: z.enum(['facilitator', 'participant', 'observer']) }),
  people: z.record(
    z.string(),
    z.object({
      name: z.string(),
      role: z.enum(['facilitator', 'participant', 'observer']),
      at: z.nullable(z.object({ board: z.nullable(z.string()), note: z.nullable(z.string()) })),
    }),
  ),
  boards: z.record(
    z.string(),
    z.object({
      title: z.string(),
      doc: z.string(),
      template: z.string(),
      order: z.number(),
      gone: z.optional(z.object({ by: z.string(), at: z.number() })),
    }),
  ),
  clients: z.record(z.string(), z.string()),
  links: z.object({
    join: z.optional(z.string()),
    code: z.optional(z.string()),
    observer: z.optional(z.string()),
  }),
})

/** Entries that came or changed, and names of those that went, by part of the view. */
export const viewChange = z.object({
  set: z.record(z.string(), z.record(z.string(), z.unknown())),
  unset: z.record(z.string(), z.array(z.string())),
})
export type ViewChange = z.infer<typeof viewChange>

/** Server → client. `now` is server time in ms since 1970, for timers. */
export const downMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), v: z.number(), now: z.number(), view }),
  z.object({ type: z.literal('change'), now: z.number(), change: viewChange }),
  z.object({
    type: z.literal('answer'),
    id: z.number(),
    ok: z.literal(true),
    result: z.optional(z.unknown()),
  }),
  z.object({ type: z.literal('refusal'), id: z.number(), code: z.string(), message: z.string() }),
  z.object({ type: z.literal('pong'), now: z.number() }),
])
export type DownMessage = z.infer<typeof downMessage>

/** Answer of `board.add` and `board.copy`: the board that was made. */
export const boardResult = z.object({ board: z.string() })

/** Largest message on `/live`, in bytes, towards the server. */
export const LIVE_MESSAGE_MAX = 256 * 1024

/** Reads one message by its schema; `undefined` where it is none. */
export function parseUp(text: string): UpMessage | undefined {
  return parse(upMessage, text)
}
/** Reads one message by its schema; `undefined` where it is none. */
export function parseDown(text: string): DownMessage | undefined {
  return parse(downMessage, text)
}

function parse<T>(schema: z.ZodMiniType<T>, text: string): T | undefined {
  try {
    const result = schema.safeParse(JSON.parse(text))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}

type Parts = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Names that would reach an object's prototype instead of an entry. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/** What changed between two views, entry by entry; `undefined` where nothing did. */
export function changeBetween(before: object, after: object): ViewChange | undefined {
  const set: Record<string, Record<string, unknown>> = {}
  const unset: Record<string, string[]> = {}
  const from = { ...before } as Parts
  const to = { ...after } as Parts
  for (const [part, entries] of Object.entries(to)) {
    const old = from[part] ?? {}
    if (old === entries) continue
    for (const [name, value] of Object.entries(entries)) {
      if (old[name] === value || JSON.stringify(old[name]) === JSON.stringify(value)) continue
      const changed = (set[part] ??= {})
      changed[name] = value
    }
    const left = Object.keys(old).filter((name) => !Object.hasOwn(entries, name))
    if (left.length > 0) unset[part] = left
  }
  return Object.keys(set).length + Object.keys(unset).length === 0 ? undefined : { set, unset }
}

/** A view with a change applied; parts that did not change keep their identity. */
export function applyChange<T extends object>(value: T, change: ViewChange): T {
  const next = { ...value } as Record<string, Record<string, unknown>>
  for (const [part, entries] of Object.entries(change.set)) {
    if (UNSAFE.has(part)) continue
    const merged: Record<string, unknown> = { ...next[part] }
    for (const [name, entry] of Object.entries(entries)) if (!UNSAFE.has(name)) merged[name] = entry
    next[part] = merged
  }
  for (const [part, names] of Object.entries(change.unset)) {
    if (UNSAFE.has(part)) continue
    const rest = { ...next[part] }
    for (const name of names) delete rest[name]
    next[part] = rest
  }
  return next as T
}
