/** Bytes of a file that should be a table, as text. */

/** How a file's letters are stored. `windows-1252` is a guess: the file is no UTF-8 and does not say what it is. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What came of it. `spreadsheet`: a workbook and no table of text; `binary`: something else that is no text. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: TableEncoding }
  | { readonly ok: false; readonly code: 'too_big' | 'spreadsheet' | 'binary' | 'empty_file' }

/** Largest file that is read, in bytes. */
export const TABLE_BYTES_MAX = 20_000_000

/** First bytes of workbooks: a zip (.xlsx, .ods, .numbers) and the older container (.xls). */
const WORKBOOKS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
]

const BOMS: readonly (readonly [TableEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Of a text, at most this part is control signs; a file with more is no text. */
const CONTROL_PART = 0.01

/**
 * Reads UTF-8 with or without a byte order mark, UTF-16 with one, and everything else as windows-1252, which older
 * spreadsheets write. What is no text is refused.
 */
export function decodeTable(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, code: 'empty_file' }
  if (bytes.length > TABLE_BYTES_MAX) return { ok: false, code: 'too_big' }
  if (WORKBOOKS.some((start) => begins(bytes, start))) return { ok: false, code: 'spreadsheet' }
  const marked = BOMS.find(([, bom]) => begins(bytes, bom))
  if (marked !== undefined) {
    const [encoding, bom] = marked
    const text = decoded(bytes.subarray(bom.length), encoding)
    // A mark and then something else: the mark was no mark.
    if (text !== undefined) return { ok: true, text, encoding }
  }
  if (isBinary(bytes)) return { ok: false, code: 'binary' }
  const text = decoded(bytes, 'utf-8')
  if (text !== undefined) return { ok: true, text, encoding: 'utf-8' }
  return { ok: true, text: decoded(bytes, 'windows-1252') ?? '', encoding: 'windows-1252' }
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function decoded(bytes: Uint8Array, encoding: TableEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether these bytes have too many control signs for a text; tabs, line breaks and form feeds are none. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  return controls > 4 + bytes.length * CONTROL_PART
}
