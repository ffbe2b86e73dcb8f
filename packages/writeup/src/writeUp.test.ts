import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardReading, addNotes, addTheme, seedBoard, visibleNotes } from '@moot/board'
import type { ReadableBoard } from '@moot/board'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { csv, notesCsv, readCsv, themesCsv } from './csv.ts'
import { drawingParts } from './drawings.ts'
import { escapeMarkdown, writeUpMarkdown } from './markdown.ts'
import { plainText } from './plainText.ts'
import { anyBoard, anyWords } from './testing/boards.ts'
import { englishWords, oneLine } from './words.ts'
import { isBlank, placedNotes, writeUp } from './writeUp.ts'
import type { WriteUp } from './writeUp.ts'

const of = (...boards: ReadableBoard[]): WriteUp =>
  writeUp({
    title: 'Title',
    question: 'Question?',
    boards: boards.map((board, index) => ({ id: `b${index}`, title: `Board ${index}`, board })),
  })

interface Node {
  readonly type: string
  readonly value?: string
  readonly depth?: number
  readonly children?: readonly Node[]
}
const wordsIn = (node: Node): string => node.value ?? (node.children ?? []).map(wordsIn).join('')
function found(node: Node, type: string): Node[] {
  return [
    ...(node.type === type ? [node] : []),
    ...(node.children ?? []).flatMap((child) => found(child, type)),
  ]
}
const commonMark = (text: string): Node => fromMarkdown(text)
const gitHub = (text: string): Node =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
/** A parser shows NUL as a replacement mark, and runs of spaces as they are only inside a line. */
const shown = (text: string): string => oneLine(text).replaceAll('\u0000', '\ufffd')

describe('reports in a write-up', () => {
  const report = {
    id: 't',
    board: 'b0',
    title: 'Report of R1·1, unfinished',
    parts: [
      { title: 'Headline', text: '# Leadership is *learnt*' },
      { title: 'What was said', text: 'It began well.\n\n- Then it rained' },
    ],
  }
  const board = new BoardReading(new Y.Doc())
  const value = writeUp({
    title: 'Title',
    question: 'Question?',
    boards: [
      { id: 'b0', title: 'Leadership', board },
      { id: 'b1', title: 'Hallway', board },
    ],
    reports: [report, { ...report, id: 'u', board: 'gone', title: 'Report of R1·2' }],
  })

  it('[WU-14] stand before the notes of their board, and at the end where that is not there', () => {
    expect(value.boards.map(({ reports }) => reports.map(({ id }) => id))).toEqual([['t'], []])
    expect(value.reports.map(({ id }) => id)).toEqual(['u'])
    const markdown = writeUpMarkdown(value)
    const headings = found(commonMark(markdown), 'heading').map(
      (each) => `${each.depth ?? 0} ${wordsIn(each)}`,
    )
    expect(headings).toEqual([
      '1 Title',
      '2 Leadership',
      '3 Report of R1·1, unfinished',
      '4 Headline',
      '4 What was said',
      '2 Hallway',
      '2 Report of R1·2',
      '3 Headline',
      '3 What was said',
    ])
  })

  it('[WU-14] are as they were typed, line by line, in Markdown and in plain text', () => {
    const paragraphs = found(commonMark(writeUpMarkdown(value)), 'paragraph').map(wordsIn)
    for (const line of ['# Leadership is *learnt*', 'It began well.', '- Then it rained'])
      expect(paragraphs.filter((each) => each === line)).toHaveLength(2)
    expect(plainText(value)).toContain(
      'What was said\nIt began well.\n- Then it rained\n\nNo notes were written.',
    )
  })
})

describe('what a write-up holds', () => {
  it('[WU-1] every note in sight exactly once, and a tally that adds up (NT-3)', () => {
    fc.assert(
      fc.property(anyBoard, anyBoard, (one, two) => {
        const value = of(one, two)
        const visible = [
          ...visibleNotes(one).map((note) => `b0 ${note.id}`),
          ...visibleNotes(two).map((note) => `b1 ${note.id}`),
        ]
        const placed = placedNotes(value)
        expect(placed.map(({ board, note }) => `${board.id} ${note.id}`).toSorted()).toEqual(
          visible.toSorted(),
        )
        const { notes, themed, unthemed, parked, themes, hidden } = value.tally
        expect(notes).toBe(visible.length)
        expect(themed + unthemed + parked).toBe(notes)
        expect(themed).toBe(placed.filter((each) => each.theme !== null).length)
        expect(parked).toBe(
          placed.filter((each) => each.theme === null && each.section.tag === 'park').length,
        )
        expect(themes).toBe(
          value.boards.flatMap((board) => board.sections.flatMap((section) => section.themes)).length,
        )
        const allNotes = [...one.notes.values(), ...two.notes.values()]
        expect(hidden).toBe(allNotes.filter((note) => note.gone?.how === 'hidden').length)
      }),
    )
  })

  it('[WU-2] empty sections and themes are left out, next steps excepted (NT-4)', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        for (const section of of(board).boards.flatMap((each) => each.sections)) {
          expect(section.tag === 'next' || !isBlank(section)).toBe(true)
          for (const theme of section.themes) expect(theme.notes.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('as Markdown', () => {
  it.each([
    ['CommonMark', commonMark],
    ['GitHub', gitHub],
  ])('[WU-3] words are shown as they were written, whatever they hold (%s)', (_name, parse) => {
    fc.assert(
      fc.property(anyWords, (text) => {
        fc.pre(text.trim() !== '')
        const tree = parse(`- *${escapeMarkdown(text)}*\n`)
        expect(wordsIn(tree)).toBe(shown(text))
        expect(found(tree, 'listItem')).toHaveLength(1)
        expect(found(tree, 'emphasis').map(wordsIn)).toEqual([shown(text)])
        for (const odd of [
          'html',
          'inlineCode',
          'code',
          'strong',
          'delete',
          'image',
          'heading',
          'thematicBreak',
          'table',
        ])
          expect(found(tree, odd)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['CommonMark', commonMark],
    ['GitHub', gitHub],
  ])('[WU-3] every note in italics once, titles and prompts as written (%s)', (_name, parse) => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const value = of(board)
        const tree = parse(writeUpMarkdown(value))
        const sections = value.boards.flatMap((each) => each.sections)
        // What people wrote is in italics, all of it and nothing else; a drawing is one line.
        const lines = sections.flatMap((section) => [
          ...[...section.themes.flatMap(({ notes }) => notes), ...section.others].map(({ text }) =>
            text.trim() === '' ? [] : [shown(text)],
          ),
          ...section.drawings.map((drawing) =>
            drawingParts(drawing, englishWords).flatMap((part) => (part.isTheirs ? [shown(part.words)] : [])),
          ),
        ])
        expect(found(tree, 'emphasis').map(wordsIn)).toEqual(lines.flat())
        expect(found(tree, 'listItem')).toHaveLength(lines.length)
        const headings = found(tree, 'heading').map(wordsIn)
        for (const section of value.boards.flatMap((each) => each.sections)) {
          if (section.id !== null) expect(headings).toContain(shown(section.title))
          if (section.prompt.trim() !== '')
            expect(found(tree, 'paragraph').map(wordsIn)).toContain(shown(section.prompt))
        }
      }),
    )
  })

  it('[WU-4] line breaks become " / "; no quotation marks or full stops are added (NT-2)', () => {
    expect(oneLine(' one\r\n\r\n  two\nthree ')).toBe('one / two / three')
    expect(escapeMarkdown('keep it')).toBe('keep it')
  })

  it('[WU-5] a small board reads like this', () => {
    const board = new BoardReading(new Y.Doc())
    seedBoard(
      board.doc,
      {
        template: 'columns',
        regions: [
          { tag: 'keep', title: 'Keep', prompt: 'What do we want to keep?', x: 0, y: 0, w: 600, h: 900 },
          { tag: '', title: 'Drop', prompt: 'What not?', x: 700, y: 0, w: 600, h: 900 },
          { tag: 'next', title: 'Next steps', prompt: 'Who?', x: 1400, y: 0, w: 600, h: 900 },
        ],
        furniture: [],
      },
      null,
    )
    let count = 0
    const writer = {
      board,
      person: 'p1',
      now: () => 1_700_000_000_000,
      newId: () => `id${(count += 1)}`,
      origin: {},
    }
    const [first = '', second = ''] = addNotes(writer, [
      { text: 'Short meetings\nwith an end', region: 'r1' },
      { text: '=SUM(A1)', region: 'r1' },
      { text: 'Two, "three"', region: 'r1' },
    ])
    addTheme(writer, 'Time', [first, second])
    const value = writeUp({
      title: 'Our year',
      question: 'What next?',
      boards: [{ id: 'b', title: 'Board', board }],
    })
    expect(writeUpMarkdown(value)).toBe(
      [
        '# Our year',
        'What next?',
        '## Keep',
        'What do we want to keep?',
        '### Time',
        '- *Short meetings / with an end*\n- *=SUM(A1)*',
        '### Other notes',
        '- *Two, "three"*',
        '## Next steps',
        'Who?',
        'None recorded.',
        '3 notes: 2 in 1 theme, 1 other, 0 parked.\n',
      ].join('\n\n'),
    )
    expect(plainText(value)).toBe(
      [
        'Our year\nWhat next?',
        'Keep\nWhat do we want to keep?',
        'Time\n• Short meetings / with an end\n• =SUM(A1)',
        'Other notes\n• Two, "three"',
        'Next steps\nWho?',
        'None recorded.',
        '3 notes: 2 in 1 theme, 1 other, 0 parked.\n',
      ].join('\n\n'),
    )
    expect(themesCsv(value)).toBe(
      '\ufeffnote,theme\r\n"Short meetings\nwith an end",Time\r\n\'=SUM(A1),Time\r\n"Two, ""three""",\r\n',
    )
    expect(readCsv(notesCsv(value))[2]).toEqual([
      'id2',
      'b',
      'Board',
      'keep',
      'Keep',
      'id4',
      'Time',
      '2',
      '=SUM(A1)',
      '',
      'unnamed',
      '',
      'typed',
      '',
      'lemon',
      'open',
      '2023-11-14T22:13:20.000Z',
      '',
    ])
  })

  it('[WU-6] an empty board says that no notes were written', () => {
    const value = of(new BoardReading(new Y.Doc()))
    expect(writeUpMarkdown(value)).toContain(englishWords.noNotes)
    expect(plainText(value)).toContain(englishWords.noNotes)
  })
})

describe('as plain text', () => {
  it('[WU-7] holds every note once, on a line of its own', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const value = of(board)
        const lines = plainText(value).split('\n')
        const expected = placedNotes(value).map(
          ({ note }) => `• ${oneLine(note.text) || englishWords.emptyNote}`,
        )
        const titles = value.boards.flatMap((each) =>
          each.sections.flatMap((section) => [section.title, section.prompt]),
        )
        fc.pre(!titles.some((title) => title.includes('•')))
        expect(lines.filter((line) => line.startsWith('• '))).toEqual(expected)
      }),
    )
  })
})

describe('as a table', () => {
  it('[WU-8] what is written is read back cell by cell', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyWords, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (rows) => {
        expect(readCsv(csv(rows))).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it('[WU-9] no cell begins with what a spreadsheet runs (RD-2)', () => {
    fc.assert(
      fc.property(
        anyWords,
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'=", '"=', ''),
        (text, start) => {
          const written = csv([[`${start}${text}`]]).slice(1)
          // Whatever is quoted, the reader sees the text inside.
          const seen = written.startsWith('"') ? written.slice(1) : written
          expect('=+-@\t'.includes(seen.charAt(0)) || (seen.startsWith('\r') && seen !== '\r\n')).toBe(false)
        },
      ),
    )
  })

  it('[WU-10] begins with a byte order mark and a header, and ends each row with CRLF', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const value = of(board)
        for (const file of [notesCsv(value), themesCsv(value)]) {
          expect(file.startsWith('\ufeffnote')).toBe(true)
          expect(file.endsWith('\r\n')).toBe(true)
          const [header = [], ...rows] = readCsv(file)
          expect(rows).toHaveLength(value.tally.notes)
          for (const row of rows) expect(row).toHaveLength(header.length)
          expect(
            rows.map((row) => row[header.findIndex((name) => name === 'text' || name === 'note')]),
          ).toEqual(placedNotes(value).map(({ note }) => note.text))
        }
      }),
    )
  })
})
