/** Notes as tables, for spreadsheets and other programs (methods §4.7): UTF-8 with a byte order mark, RFC 4180. */
import type { WriteUp } from './writeUp.ts'
import { placedNotes } from './writeUp.ts'

/** What a spreadsheet would run as a formula (RD-2), also behind quotes of our own, so that reading back is exact. */
const RUNS = /^'*[=+\-@\t\r]/

/** A cell that no spreadsheet runs; `restored` is its inverse. */
function defused(text: string): string {
  return RUNS.test(text) ? `'${text}` : text
}

function restored(text: string): string {
  return text.startsWith("'") && RUNS.test(text) ? text.slice(1) : text
}

function cell(text: string): string {
  const safe = defused(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as one file: byte order mark, commas, CRLF after every row, cells defused. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** Reads what `csv` wrote, and files like it: RFC 4180 with CRLF or LF, with or without a byte order mark. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let value = ''
  let quoted = false
  const endCell = (): void => {
    row.push(restored(value))
    value = ''
  }
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  for (let index = 0; index < body.length; index += 1) {
    const char = body[index] ?? ''
    if (quoted) {
      if (char !== '"') value += char
      else if (body[index + 1] === '"') {
        value += '"'
        index += 1
      } else quoted = false
    } else if (char === '"' && value === '') quoted = true
    else if (char === ',') endCell()
    else if (char === '\n' || (char === '\r' && body[index + 1] === '\n')) {
      if (char === '\r') index += 1
      endCell()
      rows.push(row)
      row = []
    } else value += char
  }
  if (value !== '' || row.length > 0) {
    endCell()
    rows.push(row)
  }
  return rows
}

const NOTE_COLUMNS = [
  'note_id',
  'board_id',
  'board',
  'region_tag',
  'region',
  'theme_id',
  'theme',
  'position',
  'text',
  'text_original',
  'attribution',
  'author',
  'source',
  'promoted_from',
  'colour',
  'state',
  'created_utc',
  'after_round',
] as const

/** ISO 8601 in UTC, or '' where the time is not known. */
function utc(at: number): string {
  // A given time is only written down here; no clock is read.
  // eslint-disable-next-line no-restricted-globals
  return at > 0 ? new Date(at).toISOString() : ''
}

/** notes.csv: one row a note, in reading order. Notes are unnamed unless their writer agreed otherwise (X-8). */
export function notesCsv(value: WriteUp): string {
  const rows = placedNotes(value).map(({ board, section, theme, position, note }) => [
    note.id,
    board.id,
    board.title,
    section.tag,
    section.title,
    theme?.id ?? '',
    theme?.title ?? '',
    String(position),
    note.text,
    note.original ?? '',
    'unnamed',
    '',
    note.source,
    note.origin === '' ? '' : note.copyOf,
    note.color,
    'open',
    utc(note.created),
    note.isLate ? 'yes' : '',
  ])
  return csv([NOTE_COLUMNS, ...rows])
}

/** themes.csv: note and theme only, the same form that an import takes; a blank theme means none. */
export function themesCsv(value: WriteUp): string {
  return csv([
    ['note', 'theme'],
    ...placedNotes(value).map(({ note, theme }) => [note.text, theme?.title ?? '']),
  ])
}
