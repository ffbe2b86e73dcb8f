/** What the server says on `/live/:workshopId`, and how a view changes. */
import * as z from 'zod/mini'
import type { WorkshopView } from '@moot/workshop'
import { readMessage } from './readMessage.ts'
import { digestsMessage } from './watch.ts'

/**
 * A view as it is read here: two levels, whatever the entries are. A browser believes the server that its page came
 * from, and the schema in full (`viewSchema`) would weigh as much as a screen; so the type is said and not proven.
 */
const view = z.record(z.string(), z.record(z.string(), z.unknown())) as unknown as z.ZodMiniType<WorkshopView>

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
  digestsMessage,
  z.object({ type: z.literal('pong'), now: z.number() }),
])
export type DownMessage = z.infer<typeof downMessage>

/** Reads one message by its schema; `undefined` where it is none. */
export function parseDown(text: string): DownMessage | undefined {
  return readMessage(downMessage, text)
}

type Parts = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Names that would reach an object's prototype instead of an entry. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether two entries are the same as JSON has them: a field that is `undefined` is none. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((each, index) => isSame(each, b[index]))
    )
  }
  // Neither is a list, so both are objects with fields: what views are made of.
  const from = a as Readonly<Record<string, unknown>>
  const to = b as Readonly<Record<string, unknown>>
  for (const name in from) if (!isSame(from[name], to[name])) return false
  for (const name in to) if (from[name] === undefined && to[name] !== undefined) return false
  return true
}

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
      if (Object.hasOwn(old, name) && isSame(old[name], value)) continue
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
