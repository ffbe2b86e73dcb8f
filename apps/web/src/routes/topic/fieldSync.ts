/**
 * One text of a report that several people type into at once, as plain data: what stands in the field, what the server
 * has, what is on its way. The server merges three ways (`before`, what was typed, what it has), and so does whatever
 * comes back, so that no word is lost on either side.
 */

/** Merges three ways: what two people made of `before`, with the words of both. */
export type Merge = (before: string, mine: string, theirs: string) => string

/** A write as it is given to the server. */
export interface FieldWrite {
  readonly text: string
  /** What it was made from. */
  readonly before: string
}

/** What of a field outlives the page: what stands in it, what that was made from, and what was on its way. */
export interface KeptField extends FieldWrite {
  readonly sent: string | null
}

/** One text, in step or not. */
export interface FieldSync {
  /** What stands in the field. */
  readonly text: string
  /** What of the server's the field was made from: the `before` of the next write. */
  readonly base: string
  /** What was last heard from the server. */
  readonly seen: string
  /** What is on its way, until the server answers. `isLost`: no answer came, so it may or may not have arrived. */
  readonly sent: (FieldWrite & { readonly isLost: boolean }) | null
  /** Why the server did not take it, or ''. */
  readonly refused: string
}

/** Spaces at the end come and go while one types: they alone are nothing to send. */
const isSame = (one: string, other: string): boolean => one.trimEnd() === other.trimEnd()

/**
 * A field as it begins.
 *
 * @param heard - what the server has
 * @param kept - what was typed here earlier and not known to be saved
 */
export function beginField(heard: string, merge: Merge, kept?: KeptField): FieldSync {
  if (kept === undefined) return { text: heard, base: heard, seen: heard, sent: null, refused: '' }
  const { text, before } = kept
  const sent = kept.sent === null ? null : { text: kept.sent, before, isLost: true }
  const field: FieldSync = { text, base: before, seen: heard, sent, refused: '' }
  return sent === null ? rebased(field, before, heard, merge) : settleLost(field, merge)
}

/** What of a field is to be kept; `undefined` where all of it is saved. */
export function keptOfField(field: FieldSync): KeptField | undefined {
  const { text, base, sent } = field
  return isFieldSaved(field) ? undefined : { text, before: base, sent: sent?.text ?? null }
}

/** The person typed. */
export function typeInField(field: FieldSync, text: string): FieldSync {
  return { ...field, text, refused: '' }
}

/** Whether everything that stands in the field is saved. */
export function isFieldSaved({ text, base, sent }: FieldSync): boolean {
  return sent === null && isSame(text, base)
}

/** What there is to write, if anything and if nothing else is on its way. */
export function writeOfField(field: FieldSync): FieldWrite | undefined {
  return field.sent === null && !isFieldSaved(field) ? { text: field.text, before: field.base } : undefined
}

/** A write was given to the server. */
export function sentField(field: FieldSync, write: FieldWrite): FieldSync {
  return { ...field, sent: { ...write, isLost: false } }
}

/** The server took it. @param stored - the text as it is there now, with what others wrote meanwhile */
export function acceptedField(field: FieldSync, stored: string, merge: Merge): FieldSync {
  if (field.sent === null) return field
  return { ...rebased(field, field.sent.text, stored, merge), sent: null }
}

/** The server said no: what was typed stays in the field. */
export function refusedField(field: FieldSync, why: string, merge: Merge): FieldSync {
  return { ...rebased(field, field.base, field.seen, merge), sent: null, refused: why }
}

/** No answer came: the connection went away under it. */
export function lostField(field: FieldSync): FieldSync {
  return field.sent === null ? field : { ...field, sent: { ...field.sent, isLost: true } }
}

/**
 * The server told what it has. While a write is on its way that waits: it cannot be known whether the write is in it, and
 * the answer says all.
 */
export function heardField(field: FieldSync, heard: string, merge: Merge): FieldSync {
  if (field.sent?.isLost === true) return settleLost({ ...field, seen: heard }, merge)
  if (heard === field.seen) return field
  const next = { ...field, seen: heard }
  return field.sent === null ? rebased(next, field.base, heard, merge) : next
}

/** After a write without an answer, once it is known what the server has: was it in there? */
function settleLost(field: FieldSync, merge: Merge): FieldSync {
  const { sent, seen } = field
  if (sent === null) return field
  const from = isIn(sent, seen) ? sent.text : sent.before
  return { ...rebased(field, from, seen, merge), sent: null }
}

/**
 * Whether a change is part of a text: the stretch that it put in is there. Where it only took words away the answer is
 * no, because taking them away twice is the same as once.
 */
function isIn({ before, text }: FieldWrite, there: string): boolean {
  if (there === text) return true
  let head = 0
  while (head < before.length && head < text.length && before[head] === text[head]) head += 1
  let tail = 0
  const most = Math.min(before.length, text.length) - head
  while (tail < most && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1
  const put = text.slice(head, text.length - tail).trim()
  return put !== '' && !before.includes(put) && there.includes(put)
}

/** The field made from `base` becomes one made from `next`. */
function rebased(field: FieldSync, base: string, next: string, merge: Merge): FieldSync {
  // Without a change here, or there, nothing is to be merged: what was typed last keeps its space at the end.
  const text = isSame(base, next)
    ? field.text
    : isSame(field.text, base)
      ? next
      : merge(base, field.text, next)
  return { ...field, text, base: next }
}
