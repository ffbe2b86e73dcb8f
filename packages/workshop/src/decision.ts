/** What judging a command comes to. */
import type { WorkshopEvent } from './event.ts'

/** A stable code for programs and a sentence for the person. */
export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  readonly message: string
}
/** Why a command is refused, for programs. */
export type RefusalCode =
  | 'not_allowed'
  | 'name_missing'
  | 'too_long'
  | 'no_such_board'
  | 'no_such_person'
  | 'last_board'
  | 'too_many_boards'
  | 'full'
  | 'no_such_stage'
  | 'no_such_space'
  | 'no_such_ask'
  | 'too_many_stages'
  | 'too_many_spaces'
  | 'too_many_asks'
  | 'bad_minutes'
  | 'bad_zone'
  | 'bad_link'
  | 'bad_count'
  | 'already_running'
  | 'moved_on'
  | 'stage_running'
  | 'no_timer'
  | 'no_round'
  | 'last_facilitator'
  | 'not_assisted'
  | 'no_helper'
  | 'words_missing'
  | 'bad_time'
  | 'no_connection'
  | 'hallway_needed'
  | 'no_such_topic'
  | 'no_such_draft'
  | 'no_such_question'
  | 'no_such_place'
  | 'cell_taken'
  | 'too_many_topics'
  | 'too_many_drafts'
  | 'not_convener'
  | 'not_yet'
  | 'topic_running'
  | 'topic_over'
  | 'not_merged'
  | 'last_convener'
  | 'nothing_written'

/** What a command leads to; an empty list where it changes nothing. */
export interface Decision {
  readonly ok: true
  readonly events: readonly WorkshopEvent[]
}

/** A refusal with its code and its sentence. */
export const refuse = (code: RefusalCode, message: string): Refusal => ({ ok: false, code, message })
/** A decision that leads to these events. */
export const accept = (...events: WorkshopEvent[]): Decision => ({ ok: true, events })
/** @param max - the measure, in letters */
export const tooLong = (max: number): Refusal =>
  refuse('too_long', `That is too long: ${max} letters at most.`)

/** Whether something that was to be made came out as a refusal. */
export const isRefusal = (made: object): made is Refusal => 'ok' in made && made.ok === false

/** An entry of a record by a name from outside: what every object inherits is none. */
export function entryOf<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
