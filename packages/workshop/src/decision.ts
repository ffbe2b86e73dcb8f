/** What judging a command comes to. */
import type { WorkshopEvent } from './event.ts'

/** A stable code for programs and a sentence for the person. */
export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  readonly message: string
}
export type RefusalCode =
  | 'not_allowed'
  | 'name_missing'
  | 'too_long'
  | 'no_such_board'
  | 'no_such_person'
  | 'last_board'
  | 'too_many_boards'
  | 'full'
/** What a command leads to; an empty list where it changes nothing. */
export interface Decision {
  readonly ok: true
  readonly events: readonly WorkshopEvent[]
}

export const refuse = (code: RefusalCode, message: string): Refusal => ({ ok: false, code, message })
export const accept = (...events: WorkshopEvent[]): Decision => ({ ok: true, events })
/** @param max - the measure, in letters */
export const tooLong = (max: number): Refusal =>
  refuse('too_long', `That is too long: ${max} letters at most.`)

/** An entry of a record by a name from outside: what every object inherits is none. */
export function entryOf<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
