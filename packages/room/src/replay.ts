/** A workshop from its record. */
import type { Happened, Workshop } from '@moot/workshop'
import { eventSchema, evolveAll, NO_WORKSHOP } from '@moot/workshop'
import type { StoredEvent } from './Storage.ts'

/** The workshop that these events make, and how many of them this version does not know: those are passed over. */
export function replay(events: readonly StoredEvent[]): {
  readonly workshop: Workshop
  readonly unknown: number
} {
  const happened: Happened[] = []
  for (const { at, event } of events) {
    const parsed = eventSchema.safeParse(event)
    if (parsed.success) happened.push({ event: parsed.data, at })
  }
  return { workshop: evolveAll(NO_WORKSHOP, happened), unknown: events.length - happened.length }
}
