/** Where a table comes from, and why it may not become one. */
import type { Decoded, Imported, TableRead } from '@moot/intake'
import { decodeTable, TABLE_BYTES_MAX } from '@moot/intake'
import { t } from '../../../text/index.ts'

/** Text to read a table from. */
export interface Source {
  /** Name of the file; '' for what was pasted. */
  readonly name: string
  readonly text: string
  /** The file did not say how its letters are stored, and they were guessed. */
  readonly isGuessed: boolean
  readonly isPasted: boolean
}

type FailureOf<T> = T extends { readonly ok: false } ? T : never
/** Why nothing came of it. */
export type Failure =
  | FailureOf<Decoded>
  | FailureOf<TableRead>
  | FailureOf<Imported>
  | { readonly ok: false; readonly code: 'unreadable' }

/** Reads a file that somebody chose. */
export async function sourceOf(file: File): Promise<Source | Failure> {
  // Said before hundreds of megabytes are in memory.
  if (file.size > TABLE_BYTES_MAX) return { ok: false, code: 'too_big' }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return { ok: false, code: 'unreadable' }
  }
  const decoded = decodeTable(bytes)
  if (!decoded.ok) return decoded
  return {
    name: file.name,
    text: decoded.text,
    isGuessed: decoded.encoding === 'windows-1252',
    isPasted: false,
  }
}

/** The sentence for a failure: what is wrong, where, and what to do. */
export function failureText(failure: Failure): string {
  const row = 'row' in failure ? failure.row : 0
  const rows = 'rows' in failure ? failure.rows.toLocaleString('en') : ''
  return t(`intake.failed_${failure.code}`, { row, rows })
}

/** Rows that are named one by one; the rest is counted. */
const ROWS_NAMED = 8

/** “rows 3, 7 and 2 more”. */
export function rowsText(rows: readonly number[]): string {
  const named = rows.slice(0, ROWS_NAMED).join(', ')
  const more = rows.length - ROWS_NAMED
  const list = more > 0 ? t('intake.andMore', { list: named, count: more }) : named
  return t('intake.rows', { count: rows.length, list })
}
