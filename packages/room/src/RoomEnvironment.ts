/** What a room needs from outside. */
import type { BoardEnvironment } from './BoardEnvironment.ts'
import type { Secrets } from './Secrets.ts'

export interface RoomEnvironment extends BoardEnvironment {
  readonly secrets: Secrets
  readonly newId: () => string
}
