/**
 * What this browser has joined, in localStorage: the secrets by which coming back needs nothing. *Forget me* and
 * *Leave this device* remove them together with unsent words.
 */
import * as z from 'zod/mini'
import { keysOf, readKept, removeKept, writeKept } from './pageStorage.ts'
import { forgetRescued } from './rescued.ts'
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
  return keysOf(PREFIX)
    .flatMap((key) => parse(readKept(key)) ?? [])
    .toSorted((a, b) => b.joined - a.joined)
}

/** Who this browser is in a workshop, or `undefined` where it has not joined. */
export function visitOf(workshopId: string): Visit | undefined {
  return parse(readKept(PREFIX + workshopId))
}

/** Remembers a visit; one workshop has one. */
export function keepVisit(visit: Visit): void {
  writeKept(PREFIX + visit.workshopId, JSON.stringify(visit))
}

/**
 * Forgets one workshop on this device, words that were never sent included. What other parts keep of it is under
 * `moot.<what>.<workshop>.<more>`.
 */
export async function forgetVisit(workshopId: string): Promise<void> {
  removeKept(PREFIX + workshopId)
  forgetRescued(workshopId)
  try {
    for (const key of Object.keys(localStorage)) {
      const [ours, , workshop] = key.split('.')
      if (ours === 'moot' && workshop === workshopId) localStorage.removeItem(key)
    }
  } catch {
    // No storage, nothing kept.
  }
  await forgetUnsent(workshopId)
}

/** *Leave this device*: forgets everything that Moot keeps in this browser. */
export async function forgetDevice(): Promise<void> {
  for (const key of keysOf('moot.')) removeKept(key)
  await forgetUnsent()
}
