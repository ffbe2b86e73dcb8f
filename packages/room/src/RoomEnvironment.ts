/** What a room needs from outside. */
import type { BoardEnvironment } from './BoardEnvironment.ts'
import type { Secrets } from './Secrets.ts'

/** What a board needs, and what making people, links and boards needs besides. */
export interface RoomEnvironment extends BoardEnvironment {
  readonly secrets: Secrets
  readonly newId: () => string
}
