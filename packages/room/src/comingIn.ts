/** What becomes of somebody who asks to come in, or of anything else that can be refused. */
import type { Role } from '@moot/workshop'

/** Somebody who has come in. */
export interface Joined {
  readonly ok: true
  readonly personId: string
  readonly secret: string
  readonly role: Role
  readonly name: string
}
/** A refusal with a stable code and a sentence. */
export interface Refused {
  readonly ok: false
  readonly code: string
  readonly message: string
}
