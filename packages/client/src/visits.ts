/**
 * What this browser has joined, in localStorage: the secrets by which coming back needs nothing. *Forget me* and
 * *Leave this device* remove them together with unsent words.
 */
import * as z from 'zod/mini'
import { forgetUnsent } from './unsent.ts'

const visitSchema = z.object({
  workshopId: z.string(),
  title: z.string(),
  personId: z.string(),
  name: z.string(),
  secret: z.string(),
  role: z.enum(['facilitator', 'participant', 'observer']),
  /** When this browser joined, ms since 1970. */
  joined: z.number(),
  /** Kept where this browser made the workshop or came by a facilitator link, so that the link can be shown again. */
  facilitatorKey: z.optional(z.string()),
})
/** One workshop that this browser has joined, as whom. */
export type Visit = z.infer<typeof visitSchema>

const PREFIX = 'moot.visit.'

/** localStorage may be missing or refuse (private windows, policies): then the visit lasts as long as the page. */
const unsaved = new Map<string, string>()

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? unsaved.get(key) ?? null
  } catch {
    return unsaved.get(key) ?? null
  }
}

function write(key: string, value: string): void {
  unsaved.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // Kept in memory above: the person can go on, and joins anew next time.
  }
}

function remove(key: string): void {
  unsaved.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept where nothing can be removed.
  }
}

function keys(): string[] {
  const found = new Set(unsaved.keys())
  try {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index)
      if (key !== null) found.add(key)
    }
  } catch {
    // As above.
  }
  return [...found].filter((key) => key.startsWith(PREFIX))
}

function parse(text: string | null): Visit | undefined {
  if (text === null) return undefined
  try {
    const parsed = visitSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Every workshop this browser has joined, the latest first. */
export function listVisits(): Visit[] {
  return keys()
    .flatMap((key) => parse(read(key)) ?? [])
    .toSorted((a, b) => b.joined - a.joined)
}

/** Who this browser is in a workshop, or `undefined` where it has not joined. */
export function visitOf(workshopId: string): Visit | undefined {
  return parse(read(PREFIX + workshopId))
}

/** Remembers a visit; one workshop has one. */
export function keepVisit(visit: Visit): void {
  write(PREFIX + visit.workshopId, JSON.stringify(visit))
}

/** Forgets one workshop on this device, words that were never sent included. */
export async function forgetVisit(workshopId: string): Promise<void> {
  remove(PREFIX + workshopId)
  await forgetUnsent(workshopId)
}

/** *Leave this device*: forgets everything that Moot keeps in this browser. */
export async function forgetDevice(): Promise<void> {
  for (const key of keys()) remove(key)
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('moot.')) localStorage.removeItem(key)
  } catch {
    // No storage, nothing kept.
  }
  await forgetUnsent()
}
