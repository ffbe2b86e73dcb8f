/** Words: the smallest change between two texts, and what to make of pasted ones. */
import type * as Y from 'yjs'

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

/** Half a surrogate pair: other replicas would read it as something else. */
const TORN = /\p{Surrogate}/gu

/** Text cut to `max` UTF-16 units, and whole: no half of a letter is left at the cut or anywhere else. */
export function cut(text: string, max: number): string {
  const end = splitsPair(text, max) ? max - 1 : max
  return text.slice(0, end).replace(TORN, '\ufffd')
}

/** Writes one edit into shared words under `origin`. Inside a transaction it becomes part of it. */
export function applyEdit(words: Y.Text, edit: TextEdit, origin: unknown): void {
  const work = (): void => {
    if (edit.remove > 0) words.delete(edit.index, edit.remove)
    if (edit.insert !== '') words.insert(edit.index, edit.insert.replace(TORN, '\ufffd'))
  }
  if (words.doc === null) work()
  else words.doc.transact(work, origin)
}

/** Where a caret at `caret` stands after somebody else's change to the same words (a Yjs delta). */
export function caretAfter(
  caret: number,
  delta: readonly {
    readonly retain?: number | undefined
    readonly insert?: unknown
    readonly delete?: number | undefined
  }[],
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

/** A cell in quotes because of what is in it, from where the expression stands to the end of the cell. */
const QUOTED_CELL = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y
const PLAIN_CELL = /[^\t\r\n]*/y

/**
 * What several lines pasted at once mean: one note each. Spreadsheet cells (tab separated, quoted when they hold line
 * breaks or tabs) give one note a row, its cells joined by " / ". Bullets and blank lines are dropped.
 */
export function notesFromPaste(text: string): string[] {
  return pastedRows(text)
    .map((row) => {
      const cells = row.map((cell) => cell.replace(/\u0000/g, '').trim()).filter((cell) => cell !== '')
      // Word processors put a tab after a bullet.
      const [first = ''] = cells
      return (BULLET.test(`${first} `) && first.length === 1 ? cells.slice(1) : cells).join(' / ')
    })
    .map((row) => row.replace(BULLET, '').trim())
    .filter((row) => row !== '')
}

/** A sign that lists begin their lines with, and the space after it. */
const BULLET = /^[•◦▪‣·*–-][ \t]+/

/** Cells of pasted text, row by row: parted by tabs; a cell in quotes because of what is in it loses them. */
export function pastedRows(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    QUOTED_CELL.lastIndex = at
    const quoted = QUOTED_CELL.exec(text)?.[1]
    PLAIN_CELL.lastIndex = at
    const plain = PLAIN_CELL.exec(text)?.[0] ?? ''
    // Quotes round a cell without line breaks or tabs were typed by somebody, and stay.
    const isCell = quoted !== undefined && /[\t\r\n]/.test(quoted)
    rows.at(-1)?.push(isCell ? quoted.replaceAll('""', '"') : plain)
    at = isCell ? QUOTED_CELL.lastIndex : PLAIN_CELL.lastIndex
    if (text[at] === '\t') at += 1
    else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1
      rows.push([])
    }
  }
  return rows
}
