/** A workshop from its record. */
import type { Happened, Workshop } from '@moot/workshop'
import { eventSchema, NO_WORKSHOP } from '@moot/workshop'
import type { Errand } from './errands.ts'
import { withErrands } from './errands.ts'
import type { StoredEvent } from './Storage.ts'

/**
 * The workshop that these events make, what they leave to be done on its boards, and how many of them this version does not
 * know: those are passed over.
 */
export function replay(events: readonly StoredEvent[]): {
  readonly workshop: Workshop
  readonly errands: readonly Errand[]
  readonly unknown: number
} {
  const happened: Happened[] = []
  for (const { at, event } of events) {
    const parsed = eventSchema.safeParse(event)
    if (parsed.success) happened.push({ event: parsed.data, at })
  }
  return { ...withErrands(NO_WORKSHOP, happened), unknown: events.length - happened.length }
}
