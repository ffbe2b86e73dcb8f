import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTable, TABLE_BYTES_MAX } from './decodeTable.ts'
import type { Delimiter, Table } from './readTable.ts'
import { guessColumns, readTable, TABLE_ROWS_MAX } from './readTable.ts'

function tableOf(text: string, given?: Delimiter, isPasted?: boolean): Table {
  const read = readTable(text, given, isPasted)
  if (!read.ok) throw new Error(read.code)
  return read.table
}
const cells = (text: string, given?: Delimiter): (readonly string[])[] =>
  tableOf(text, given).rows.map((row) => row.cells)

describe('bytes', () => {
  const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
    new Uint8Array(
      parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
    )

  it('[IN-1] UTF-8 with and without a mark, UTF-16 with one, else windows-1252, which is said', () => {
    expect(decodeTable(bytes('é – “x”'))).toEqual({ ok: true, text: 'é – “x”', encoding: 'utf-8' })
    expect(decodeTable(bytes([0xef, 0xbb, 0xbf], 'é'))).toEqual({ ok: true, text: 'é', encoding: 'utf-8' })
    expect(decodeTable(bytes([0xff, 0xfe, 0xe9, 0, 0x13, 0x20]))).toEqual({
      ok: true,
      text: 'é–',
      encoding: 'utf-16le',
    })
    expect(decodeTable(bytes([0xfe, 0xff, 0, 0xe9]))).toEqual({ ok: true, text: 'é', encoding: 'utf-16be' })
    expect(decodeTable(bytes('a,', [0x96, 0xe9, 0x93]))).toEqual({
      ok: true,
      text: 'a,–é“',
      encoding: 'windows-1252',
    })
  })

  it('[IN-2] workbooks, other files and files that are too big are refused, each by its name', () => {
    expect(decodeTable(bytes('PK', [3, 4, 20, 0]))).toEqual({ ok: false, code: 'spreadsheet' })
    expect(decodeTable(bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual({ ok: false, code: 'spreadsheet' })
    expect(decodeTable(bytes([0x89], 'PNG', [13, 10, 26, 10, 0, 0, 0, 13], 'IHDR', [0, 0, 0, 1]))).toEqual({
      ok: false,
      code: 'binary',
    })
    expect(
      decodeTable(bytes(Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 0x61 : 0)))),
    ).toEqual({
      ok: false,
      code: 'binary',
    })
    expect(decodeTable(new Uint8Array(TABLE_BYTES_MAX + 1))).toEqual({ ok: false, code: 'too_big' })
    expect(decodeTable(new Uint8Array())).toEqual({ ok: false, code: 'empty_file' })
  })

  it('[IN-2] never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
        const decoded = decodeTable(any)
        if (decoded.ok) readTable(decoded.text)
      }),
      { numRuns: 500 },
    )
  })
})

describe('rows and cells', () => {
  it('[IN-3] reads commas, semicolons and tabs, and lines alone', () => {
    for (const sign of [',', ';', '\t'])
      expect(cells(`note${sign}theme\na${sign}b\nc${sign}d\n`)).toEqual([
        ['note', 'theme'],
        ['a', 'b'],
        ['c', 'd'],
      ])
    expect(cells('Listen more\nFix things, fast\nA third one\n')).toEqual([
      ['Listen more'],
      ['Fix things, fast'],
      ['A third one'],
    ])
    expect(tableOf('a;b\n', '').rows[0]?.cells).toEqual(['a;b'])
    // Commas in sentences do not make columns where semicolons do.
    expect(cells('Gedanke;Gruppe\nEins, zwei, drei;A\nVier, fünf;B\n')[1]).toEqual(['Eins, zwei, drei', 'A'])
  })

  it('[IN-4] reads quoted cells: line breaks, delimiters and quotation marks in them', () => {
    expect(cells('note,theme\r\n"two\nlines, and ""quotes""",A\r\n"",B\r\n')).toEqual([
      ['note', 'theme'],
      ['two\nlines, and "quotes"', 'A'],
      ['', 'B'],
    ])
    expect(cells('note,theme\n5" pipe,A\nsay "hi",B\n')[1]).toEqual(['5" pipe', 'A'])
  })

  it('[IN-5] reads CRLF, LF, CR and a mixture, and keeps the breaks within cells as they are', () => {
    for (const end of ['\r\n', '\n', '\r'])
      expect(cells(`note,theme${end}"a\r\nb\rc\nd",x${end}`)[1]).toEqual(['a\r\nb\rc\nd', 'x'])
    expect(cells('note,theme\r\na,1\nb,2\r"c\r\nd",3\r\n')).toEqual([
      ['note', 'theme'],
      ['a', '1'],
      ['b', '2'],
      ['c\r\nd', '3'],
    ])
  })

  it('[IN-6] leaves empty rows out, fills short ones up and counts rows as a spreadsheet does', () => {
    const table = tableOf('note,theme,who\na,1,x\n\n , ,\nb\nc,2,y,extra\n')
    expect(table.rows.map(({ number, cells: [first] }) => [number, first])).toEqual([
      [1, 'note'],
      [2, 'a'],
      [5, 'b'],
      [6, 'c'],
    ])
    expect(table).toMatchObject({ emptyRows: 2, raggedRows: [5, 6], columns: 4 })
    expect(table.rows[2]?.cells).toEqual(['b', '', '', ''])
  })

  it('[IN-7] a bad table says in which row', () => {
    expect(readTable('note,theme\na,1\n"b,2\nc,3\n')).toEqual({ ok: false, code: 'unclosed_quote', row: 3 })
    expect(readTable('note,theme\n"b" c,2\n"d",3\n')).toMatchObject({ ok: false, row: 2 })
    expect(readTable('note,theme\na\0b,2\n')).toEqual({ ok: false, code: 'not_text', row: 2 })
    expect(readTable(' \n\n')).toEqual({ ok: false, code: 'empty_table' })
    expect(readTable('x\n'.repeat(TABLE_ROWS_MAX + 2))).toEqual({
      ok: false,
      code: 'too_many_rows',
      rows: TABLE_ROWS_MAX + 2,
    })
    expect(tableOf(`note\n${'x\n'.repeat(TABLE_ROWS_MAX)}`).rows).toHaveLength(TABLE_ROWS_MAX + 1)
  })

  it('[IN-7] what is pasted may begin with a quotation mark', () => {
    expect(tableOf('"Be brave" she said\tA\nb\tB\n', undefined, true).rows[0]?.cells).toEqual([
      '"Be brave" she said',
      'A',
    ])
    expect(tableOf('"Be brave" she said\nb\n', undefined, true).rows).toHaveLength(2)
  })

  it('[IN-8] what our exports put before a formula is taken off again', () => {
    expect(cells("note,theme\n'=SUM(A1),'-dash\n''+x,'quoted'\n")).toEqual([
      ['note', 'theme'],
      ['=SUM(A1)', '-dash'],
      ["'+x", "'quoted'"],
    ])
  })

  it('[IN-9] any cells written as RFC 4180 come back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', ',', ';', '\t', '"', '\n', '\r', ' ', "'") })
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<Delimiter>(',', ';', '\t'),
        fc.constantFrom('\r\n', '\n', '\r'),
        (all, sign, end) => {
          const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
          const text = all.map((row) => `${row.map(quoted).join(sign)}${end}`).join('')
          const filled = all.filter((row) => row.some((each) => each.trim() !== ''))
          const read = readTable(text, sign)
          if (filled.length === 0) expect(read).toEqual({ ok: false, code: 'empty_table' })
          else
            expect(read.ok && read.table.rows.map((row) => row.cells)).toEqual(
              filled.map((row) => row.map((each) => (/^'+[\t\r]/.test(each) ? each.slice(1) : each))),
            )
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('guesses', () => {
  it('[IN-10] the first row is a header where it names columns, also in other languages, and not where it is a note', () => {
    expect(tableOf('Note,Theme\nx,y\n').hasHeader).toBe(true)
    expect(
      tableOf('Kommentar;Gruppe\nWir brauchen mehr Zeit füreinander;A\nNoch ein längerer Gedanke;A\n')
        .hasHeader,
    ).toBe(true)
    expect(tableOf('Listen more,A\nFix things,A\nBe kind,B\n').hasHeader).toBe(false)
    expect(tableOf('only one line\n').hasHeader).toBe(false)
  })

  it('[IN-11] columns go by their names, else by what is in them', () => {
    const named = tableOf('note_id,region,theme,text,colour\n1,Keep,A,hello,mint\n')
    expect(guessColumns(named, true)).toEqual({ note: 3, theme: 2, section: 1, color: 4 })
    const bare = tableOf(
      'A,Listen to everybody more\nA,Fix what is broken first\nB,Be kind to each other\n',
      ',',
    )
    expect(guessColumns(bare, false)).toMatchObject({ note: 1, theme: 0 })
    const colored = tableOf(
      'Listen to everybody more\tyellow\tA\nFix what is broken\tPink\tA\nBe kind\tblue\tA\n',
    )
    expect(guessColumns(colored, false)).toMatchObject({ note: 0, color: 1, theme: 2 })
    expect(guessColumns(tableOf('one\ntwo\n'), false)).toMatchObject({ note: 0, theme: undefined })
  })
})
