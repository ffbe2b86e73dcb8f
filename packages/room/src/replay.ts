/** A workshop from its record. */
import type { Happened, Workshop } from '@moot/workshop'
import { eventSchema, evolveAll, NO_WORKSHOP } from '@moot/workshop'
import type { StoredEvent } from './Storage.ts'

/** The workshop that these events make. What this version does not know is passed over, and `onUnknown` hears its number. */
export function replay(events: readonly StoredEvent[], onUnknown: (seq: number) => void): Workshop {
  return evolveAll(NO_WORKSHOP, known(events, onUnknown))
}

function* known(events: readonly StoredEvent[], onUnknown: (seq: number) => void): Iterable<Happened> {
  for (const { seq, at, event } of events) {
    const parsed = eventSchema.safeParse(event)
    if (parsed.success) yield { event: parsed.data, at }
    else onUnknown(seq)
  }
}
