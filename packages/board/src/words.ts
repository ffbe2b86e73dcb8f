/** Words: the smallest change between two texts, and what to make of pasted ones. */
import * as Y from 'yjs'

/** Replace `remove` UTF-16 units at `index` by `insert`. */
export interface TextEdit {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/**
 * The smallest single edit that turns `before` into `after`, or `null` where they are equal. Where letters repeat
 * several edits would do; the one that ends at the caret is what the person did.
 *
 * @param caret - selection end in `after`, in UTF-16 units
 */
export function editBetween(before: string, after: string, caret = after.length): TextEdit | null {
  if (before === after) return null
  const tailMax = Math.min(before.length, after.length, after.length - Math.min(caret, after.length))
  let tail = 0
  while (tail < tailMax && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const headMax = Math.min(before.length, after.length) - tail
  let head = 0
  while (head < headMax && before[head] === after[head]) head += 1
  const more = Math.min(before.length, after.length) - head
  while (tail < more && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  if (splitsPair(before, head) || splitsPair(after, head)) head -= 1
  if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail -= 1
  return { index: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) }
}

/** Whether cutting at `index` would tear a surrogate pair. */
function splitsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false
  const high = text.charCodeAt(index - 1)
  const low = text.charCodeAt(index)
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}

/** Writes one edit into shared words under `origin`. Inside a transaction it becomes part of it. */
export function applyEdit(words: Y.Text, edit: TextEdit, origin: unknown): void {
  const work = (): void => {
    if (edit.remove > 0) words.delete(edit.index, edit.remove)
    if (edit.insert !== '') words.insert(edit.index, edit.insert)
  }
  if (words.doc === null) work()
  else words.doc.transact(work, origin)
}

/** Where a caret at `caret` stands after somebody else's change to the same words (a Yjs delta). */
export function caretAfter(
  caret: number,
  delta: readonly { readonly retain?: number; readonly insert?: unknown; readonly delete?: number }[],
): number {
  let position = 0
  let result = caret
  for (const part of delta) {
    if (part.retain !== undefined) position += part.retain
    else if (part.delete !== undefined) result -= Math.max(0, Math.min(part.delete, result - position))
    else if (typeof part.insert === 'string') {
      if (position < result) result += part.insert.length
      position += part.insert.length
    }
  }
  return Math.max(0, result)
}

/**
 * What several lines pasted at once mean: one note each. Spreadsheet cells (tab separated, quoted when they hold line
 * breaks) give one note a row, its cells joined by " / ". Bullets and blank lines are dropped.
 */
export function notesFromPaste(text: string): string[] {
  const rows = text.includes('\t') || /^"[^"]*\n/.test(text) ? cells(text).map((row) => row.join(' / ')) : text.split(/\r\n|\r|\n/)
  return rows
    .map((row) => row.replace(/^[\s]*[•◦▪‣·*–-][ \t]+/, '').replace(/\u0000/g, '').trim())
    .filter((row) => row !== '')
}

function cells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    if (cell.trim() !== '') row.push(cell.trim())
    cell = ''
  }
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[index + 1] === '"') {
        cell += '"'
        index += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === '\t') endCell()
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[index + 1] === '\n') index += 1
      endCell()
      rows.push(row)
      row = []
    } else cell += char
  }
  endCell()
  rows.push(row)
  return rows
}
