/** A table out of text: comma, semicolon or tab separated, or cells copied from a spreadsheet. */
import { pastedRows } from '@moot/board'
import Papa from 'papaparse'
import { colorOf } from './colors.ts'

export const DELIMITERS = [',', ';', '\t', ''] as const
/** What parts the columns; '' where there is only one. */
export type Delimiter = (typeof DELIMITERS)[number]

/** A row of a table and its number in the file, from 1, header and empty rows counted. */
export interface TableRow {
  readonly number: number
  /** As many as the widest row has. */
  readonly cells: readonly string[]
}

/** A table as it was read. */
export interface Table {
  readonly rows: readonly TableRow[]
  readonly columns: number
  readonly delimiter: Delimiter
  /** Whether the first row seems to name the columns. */
  readonly hasHeader: boolean
  /** Rows without a single word, left out. */
  readonly emptyRows: number
  /** Numbers of rows that have more or fewer cells than most. */
  readonly raggedRows: readonly number[]
}

/** What came of it; `row` is the number of the row where it went wrong. */
export type TableRead =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly code: 'empty_table' }
  | { readonly ok: false; readonly code: 'unclosed_quote' | 'bad_quote' | 'not_text'; readonly row: number }
  | { readonly ok: false; readonly code: 'too_many_rows'; readonly rows: number }

/** Most rows of notes in one table. */
export const TABLE_ROWS_MAX = 5_000
/** Rows, and UTF-16 units, that the guesses are made from. */
const SAMPLE_ROWS = 60
const SAMPLE_UNITS = 200_000
/** Columns that one table may have; more is some other kind of file. */
const COLUMNS_MAX = 200

/**
 * Reads a table: RFC 4180 with commas, semicolons or tabs; CRLF, LF, CR or a mixture; quoted cells with line breaks;
 * short rows filled up; empty rows left out. Signs that were put before a formula by our own export are taken off, so
 * that what was exported comes back exactly.
 *
 * @param given - what parts the columns, where somebody has said so; else it is guessed
 * @param isPasted - cells or lines from a clipboard, where a quotation mark at the beginning may be just that
 */
export function readTable(text: string, given?: Delimiter, isPasted = false): TableRead {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const delimiter = given ?? guessDelimiter(body.slice(0, SAMPLE_UNITS))
  const strict = recordsOf(body, delimiter)
  const isLenient = isPasted && (delimiter === '\t' || delimiter === '')
  const { records, fault } =
    strict.fault !== undefined && isLenient ? { records: pastedRows(body), fault: undefined } : strict
  if (fault !== undefined) return { ok: false, ...fault }
  const bad = records.findIndex((cells) => cells.some((cell) => cell.includes('\0')))
  if (bad !== -1) return { ok: false, code: 'not_text', row: bad + 1 }
  const numbered = records.map((cells, index) => ({ number: index + 1, cells }))
  const filled = numbered.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return { ok: false, code: 'empty_table' }
  if (filled.length > TABLE_ROWS_MAX + 1) return { ok: false, code: 'too_many_rows', rows: filled.length }
  const columns = Math.min(COLUMNS_MAX, Math.max(...filled.map(({ cells }) => cells.length)))
  const usual = commonest(filled.map(({ cells }) => cells.length))
  const rows = filled.map(({ number, cells }) => ({
    number,
    cells: Array.from({ length: columns }, (_, index) => restored(cells[index] ?? '')),
  }))
  return {
    ok: true,
    table: {
      rows,
      columns,
      delimiter,
      hasHeader: isHeader(rows),
      emptyRows: numbered.length - filled.length,
      raggedRows: filled.filter(({ cells }) => cells.length !== usual).map(({ number }) => number),
    },
  }
}

/** What our exports put an apostrophe before, so that no spreadsheet runs it (RD-2). */
const RUNS = /^'*[=+\-@\t\r]/

function restored(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell
}

interface Records {
  readonly records: readonly (readonly string[])[]
  readonly fault?: { readonly code: 'unclosed_quote' | 'bad_quote'; readonly row: number }
}

/** No text has it: parts nothing where there is only one column. */
const NEVER = '\u001f'

function recordsOf(text: string, delimiter: Delimiter, preview = 0): Records {
  const { newline, body } = oneNewline(text, delimiter)
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: delimiter === '' ? NEVER : delimiter,
    newline,
    preview,
    skipEmptyLines: false,
  })
  const error = errors.find(({ type }) => type === 'Quotes')
  // What ends with a line break has no empty row after it.
  const isEnded = data.at(-1)?.length === 1 && data.at(-1)?.[0] === ''
  const records = isEnded ? data.slice(0, -1) : data
  if (error === undefined) return { records }
  const code = error.code === 'MissingQuotes' ? 'unclosed_quote' : 'bad_quote'
  return { records, fault: { code, row: (error.row ?? 0) + 1 } }
}

type Newline = '\r\n' | '\n' | '\r'

/** The line break between rows. Where a file mixes several, those between rows become one kind; those in cells stay. */
function oneNewline(
  text: string,
  delimiter: Delimiter,
): { readonly newline: Newline; readonly body: string } {
  const kinds = new Set<Newline>()
  let body = ''
  let from = 0
  let isQuoted = false
  let isStart = true
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (isQuoted) {
      if (sign === '"') {
        if (text[at + 1] === '"') at += 1
        else isQuoted = false
      }
      continue
    }
    if (sign === '"' && isStart) {
      isQuoted = true
      isStart = false
    } else if (sign === '\n' || sign === '\r') {
      const kind = sign === '\n' ? '\n' : text[at + 1] === '\n' ? '\r\n' : '\r'
      kinds.add(kind)
      body += `${text.slice(from, at)}\n`
      at += kind.length - 1
      from = at + 1
      isStart = true
    } else isStart = sign === delimiter
  }
  const [only = '\n', another] = kinds
  return another === undefined
    ? { newline: only, body: text }
    : { newline: '\n', body: body + text.slice(from) }
}

/** The delimiter with which most rows have the same number of cells, and more than one; '' where there is none. */
function guessDelimiter(text: string): Delimiter {
  let best: Delimiter = ''
  let most = 0
  // Tabs are hardly ever in a sentence, commas often: where two fit alike, the rarer sign means more.
  for (const delimiter of ['\t', ';', ','] as const) {
    const { records } = recordsOf(text, delimiter, SAMPLE_ROWS)
    const widths = records
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .map(({ length }) => length)
    const usual = commonest(widths)
    if (usual < 2) continue
    const part = widths.filter((width) => width === usual).length / widths.length
    const isNamed = namesIn(records[0] ?? []) > 0
    const score = isNamed ? 2 * part : part
    if (part >= (isNamed ? 0.3 : 0.6) && score > most) {
      best = delimiter
      most = score
    }
  }
  return best
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let [best, most] = [0, 0]
  for (const [value, count] of counts)
    if (count > most || (count === most && value > best)) [best, most] = [value, count]
  return best
}

/** Names that columns have, in our own exports and in other people's tables. */
const NAMES = {
  note: [
    'note',
    'notes',
    'text',
    'idea',
    'ideas',
    'comment',
    'comments',
    'post-it',
    'sticky',
    'card',
    'content',
  ],
  theme: ['theme', 'themes', 'group', 'cluster', 'category', 'topic', 'label', 'tag'],
  section: ['section', 'region', 'column', 'area', 'horizon'],
  color: ['colour', 'color'],
} as const

/** What a column can be used for. */
export type ColumnUse = keyof typeof NAMES

/** What a column's name says it is for. */
function useOf(name: string): ColumnUse | undefined {
  const plain = name.trim().toLowerCase()
  for (const use of ['note', 'theme', 'section', 'color'] as const)
    if (NAMES[use].some((each) => each === plain)) return use
  return undefined
}

const namesIn = (cells: readonly string[]): number => cells.filter((cell) => useOf(cell) !== undefined).length

/** Longest name of a column that is taken for one, in UTF-16 units. */
const NAME_MAX = 40

/** Whether a first row names the columns: it has a name we know, or short words that never come again over long ones. */
function isHeader(rows: readonly TableRow[]): boolean {
  const [first, ...rest] = rows
  if (first === undefined || rest.length === 0) return false
  const names = first.cells.filter((cell) => cell.trim() !== '')
  if (names.some((name) => name.length > NAME_MAX || name.includes('\n'))) return false
  if (namesIn(first.cells) > 0) return true
  if (names.length < 2 || names.length < first.cells.length || new Set(names).size < names.length)
    return false
  const sample = rest.slice(0, SAMPLE_ROWS)
  const isAgain = names.some((name, column) => sample.some(({ cells }) => cells[column] === name))
  const column = longest(sample, first.cells.length)
  return !isAgain && sample.length > 1 && meanLength(sample, column) > 2 * (names[column]?.length ?? 0)
}

function meanLength(rows: readonly TableRow[], column: number): number {
  const lengths = rows.map(({ cells }) => cells[column]?.trim().length ?? 0).filter((length) => length > 0)
  return lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length
}

function longest(rows: readonly TableRow[], columns: number): number {
  let best = 0
  for (let column = 1; column < columns; column += 1)
    if (meanLength(rows, column) > meanLength(rows, best)) best = column
  return best
}

/** Which column holds what, by number from 0; `undefined` where none does. */
export interface Columns {
  readonly note: number
  readonly theme?: number | undefined
  readonly section?: number | undefined
  readonly color?: number | undefined
}

/** What the columns are probably for: by their names, else the longest words are the notes and what repeats is a theme. */
export function guessColumns(table: Table, hasHeader: boolean): Columns {
  const names = hasHeader ? (table.rows[0]?.cells ?? []) : []
  const named = (use: ColumnUse): number | undefined => {
    const column = names.findIndex((name) => useOf(name) === use)
    return column === -1 ? undefined : column
  }
  const sample = (hasHeader ? table.rows.slice(1) : table.rows).slice(0, SAMPLE_ROWS)
  const theme = named('theme')
  const others = Array.from({ length: table.columns }, (_, index) => index).filter((index) => index !== theme)
  const byLength = others.toSorted((a, b) => meanLength(sample, b) - meanLength(sample, a))
  const note = named('note') ?? byLength[0] ?? 0
  const section = named('section')
  const valuesOf = (column: number): string[] =>
    sample.map(({ cells }) => cells[column]?.trim() ?? '').filter((value) => value !== '')
  const isColors = (column: number): boolean => {
    const values = valuesOf(column)
    return column !== note && values.length > 0 && values.every((value) => colorOf(value) !== undefined)
  }
  const color = named('color') ?? others.find(isColors)
  const repeats = others.find((column) => {
    if (column === note || column === section || column === color || hasHeader) return false
    const values = valuesOf(column)
    return values.length > 2 && new Set(values).size <= values.length * 0.7
  })
  return { note, theme: theme ?? repeats, section, color }
}
