/**
 * What this browser has joined, in localStorage: the secrets by which coming back needs nothing. *Forget me* and
 * *Leave this device* remove them together with unsent words.
 */
import * as z from 'zod/mini'
import {
  keysOf,
  readForTab,
  readKept,
  removeForTab,
  removeKept,
  writeForTab,
  writeKept,
} from './pageStorage.ts'
import { forgetRescued } from './rescued.ts'

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
  /** Somebody whom a facilitator tries the workshop as: kept for this tab alone, so that who they are themselves stays. */
  isTrial: z.optional(z.literal(true)),
  /** The example, made here to look at. */
  isExample: z.optional(z.literal(true)),
})
/** One workshop that this browser has joined, as whom. */
export type Visit = z.infer<typeof visitSchema>

const PREFIX = 'moot.visit.'
const TRIAL = 'moot.trial.'

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
  return parse(readForTab(TRIAL + workshopId)) ?? parse(readKept(PREFIX + workshopId))
}

/** Remembers a visit; one workshop has one, and in a tab that tries it another one before it. */
export function keepVisit(visit: Visit): void {
  const text = JSON.stringify(visit)
  if (visit.isTrial) writeForTab(TRIAL + visit.workshopId, text)
  else writeKept(PREFIX + visit.workshopId, text)
}

/** The end of trying a workshop in this tab: it is again who the browser is. */
export function endTrial(workshopId: string): void {
  removeForTab(TRIAL + workshopId)
}

/**
 * Forgets one workshop on this device, words that were never sent included; in a tab that tries it the trial alone. What
 * other parts keep of it is under `moot.<what>.<workshop>.<more>`.
 */
export async function forgetVisit(workshopId: string): Promise<void> {
  if (visitOf(workshopId)?.isTrial) {
    endTrial(workshopId)
    return
  }
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

/** The database comes with the first board: Join looks at visits only. Never throws. */
async function forgetUnsent(workshopId?: string): Promise<void> {
  try {
    const unsent = await import('./unsent.ts')
    await unsent.forgetUnsent(workshopId)
  } catch {
    // Its code could not be fetched just now: all else is forgotten, and words that were never sent are the next time.
  }
}
