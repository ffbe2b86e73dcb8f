import type { Clock } from './Clock.ts'
import type { Log } from './Log.ts'
import type { Storage } from './Storage.ts'

/** What a board needs from outside. */
export interface BoardEnvironment {
  readonly storage: Storage
  readonly clock: Clock
  readonly log: Log
  /** A random number fit for a Yjs client id: below 2^32. */
  readonly newClientId: () => number
  /** Counts events for the operator. */
  readonly count: (
    what: 'updates' | 'refused' | 'flushes' | 'broken' | 'unsaved' | 'commands' | 'hurried',
  ) => void
}
