/** How the guard says no while it is at work. */

/** Why an update was refused: stable, for programs. */
export type GuardCode =
  | 'malformed'
  | 'too_large'
  | 'unresolved'
  | 'foreign_client'
  | 'wrong_place'
  | 'wrong_type'
  | 'not_allowed'

/** Thrown inside the guard only; `inspectUpdate` turns it into a value. The message is for the log. */
export class Refused extends Error {
  readonly code: GuardCode
  constructor(code: GuardCode, detail: string) {
    super(detail)
    this.code = code
  }
}
