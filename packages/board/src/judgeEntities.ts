/** What a person may say of an entity: whose it is, what kind of thing, and who took it out of sight. */
import { FIGURE_KINDS, INK_MAX, LABEL_MAX } from './figures.ts'
import { readOrigin } from './readFigures.ts'
import { Refused } from './refused.ts'
import type { EntityRoot } from './schema.ts'
import { FURNITURE_KINDS, GONE_HOWS, NOTE_SOURCES, NOTE_TEXT_MAX, TITLE_MAX } from './schema.ts'

/** Who sends the update and what is known of client ids. */
export interface Sender {
  readonly person: string
  readonly isFacilitator: boolean
  /** Whether this person may enter notes as that one (themselves, or somebody they assist). */
  readonly mayWriteAs: (person: string) => boolean
  /** The person a client id belongs to, or `undefined` where nobody has used it yet. */
  readonly ownerOf: (client: number) => string | undefined
}

/** A JSON object as an update brings it. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Refuses what only facilitators do. */
export function facilitatorsOnly(sender: Sender, what: string): void {
  if (!sender.isFacilitator) throw new Refused('not_allowed', `${what} are a facilitator’s`)
}

/** Judges the `base` of an entity that is made. Returns its kind. */
export function judgeBase(root: EntityRoot, value: unknown, sender: Sender): unknown {
  if (!isObject(value)) throw new Refused('wrong_type', 'base is an object')
  if (root === 'regions') return value.kind
  if (root === 'drawings' && value.furniture === true) {
    facilitatorsOnly(sender, 'template furniture')
    if (!FURNITURE_KINDS.some((kind) => kind === value.kind))
      throw new Refused('wrong_type', 'an unknown kind of furniture')
    return value.kind
  }
  if (typeof value.by !== 'string' || !sender.mayWriteAs(value.by))
    throw new Refused('not_allowed', `${root} by somebody else`)
  // Whose note it is and who entered it are two things, and both are said.
  if (root === 'notes' && value.by !== sender.person && value.via !== sender.person)
    throw new Refused('not_allowed', 'a note for somebody else that does not say who entered it')
  if (value.via !== undefined && (value.via !== sender.person || value.by === sender.person))
    throw new Refused('not_allowed', `${root} entered by somebody else`)
  if (value.from != null && readOrigin(value.from) === null)
    throw new Refused('wrong_type', 'an origin that names nothing')
  if (root === 'notes') {
    if (value.kind !== 'note') throw new Refused('wrong_type', 'an unknown kind of note')
    const source = NOTE_SOURCES.find((each) => each === value.source)
    if (source === undefined || source === 'revealed') throw new Refused('wrong_type', 'an unknown source')
  }
  if (root === 'drawings' && (value.furniture !== false || !FIGURE_KINDS.some((kind) => kind === value.kind)))
    throw new Refused('wrong_type', 'an unknown kind of drawing')
  return value.kind
}

/** Judges a `gone`: in the sender's own name, and hiding by facilitators only. */
export function judgeGone(value: unknown, sender: Sender): void {
  if (!isObject(value) || !GONE_HOWS.some((how) => how === value.how))
    throw new Refused('wrong_type', 'gone says how')
  if (value.by !== sender.person) throw new Refused('not_allowed', 'gone by somebody else')
  if (value.how === 'hidden') facilitatorsOnly(sender, 'hiding')
}

/**
 * How many letters a group of words takes, in UTF-16 units. People who write in one text at once may together come to
 * more than one may have; a stroke is drawn by one person alone.
 */
export function lettersMax(root: EntityRoot | 'meta', group: string | null): number {
  if (group === 'ink') return INK_MAX
  if (group === 'title') return TITLE_MAX * 2
  return (root === 'drawings' ? LABEL_MAX : NOTE_TEXT_MAX) * 2
}
