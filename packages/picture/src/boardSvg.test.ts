import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Writer } from '@moot/board'
import { addFigures, addNotes, addTheme, figureBox, relabelRegion, visibleFigures } from '@moot/board'
import { boardSvg, planPicture } from './boardSvg.ts'
import { fitWords } from './fitWords.ts'
import { oneOfEverything, OUT_OF_SIGHT, writerOn } from './testing/boards.ts'
import type { Parsed } from './testing/parseXml.ts'
import { everyElement, parseXml, wordsIn } from './testing/parseXml.ts'

const DOT = 'data:image/png;base64,iVBORw0KGgo='
const pictures = new Map([
  ['p', DOT],
  ['b', DOT],
])

function everything(): Writer {
  const writer = writerOn(new Y.Doc())
  oneOfEverything(writer, { picture: 'p', backdrop: 'b' })
  return writer
}

const drawn = (writer: Writer, options: Partial<Parameters<typeof boardSvg>[1]> = {}): Parsed =>
  parseXml(boardSvg(writer.board, { pictures, ...options }).svg)

const idsOf = (root: Parsed, attribute: string): string[] =>
  everyElement(root).flatMap(({ attributes }) => attributes.get(attribute) ?? [])

/** Any words: mark-up, controls, halves of letters, directions, emoji. */
const anyWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        '<script>',
        '&amp;',
        '\u0000',
        '\uD800',
        '\u202E',
        '…',
        '\n',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
)

describe('a board as SVG', () => {
  it('is well-formed whatever people write, and has their words in it as words only', () => {
    fc.assert(
      fc.property(anyWords, anyWords, anyWords, (one, two, three) => {
        const writer = writerOn(new Y.Doc())
        const ids = addNotes(writer, [{ text: one }, { text: two }])
        addTheme(writer, three, ids)
        relabelRegion(writer, 'r1', { title: two, prompt: one })
        addFigures(writer, [
          { kind: 'text', at: { x: 0, y: 0 }, text: three },
          { kind: 'shape', form: 'ellipse', box: { x: 0, y: 0, w: 200, h: 100 }, text: one },
          { kind: 'arrow', start: { x: 0, y: 0 }, end: { x: 10, y: 10 }, text: two },
          { kind: 'picture', upload: 'none', box: { x: 0, y: 0, w: 200, h: 100 }, text: three },
        ])
        const root = drawn(writer, { title: two })
        const names = new Set(everyElement(root).map(({ name }) => name))
        for (const name of names)
          expect(['svg', 'title', 'defs', 'g', 'rect', 'path', 'text', 'image', 'use']).toContain(name)
      }),
      { numRuns: 300 },
    )
  })

  it('has everything in sight once, and nothing that is not', () => {
    const writer = everything()
    const root = drawn(writer)
    const notes = [...writer.board.notes.values()]
    const inSight = notes.filter((note) => note.gone === null).map((note) => note.id)
    expect(idsOf(root, 'data-note').toSorted()).toEqual(inSight.toSorted())
    const backdrops = [...writer.board.drawings.values()].filter(({ kind }) => kind === 'backdrop')
    const figures = [...visibleFigures(writer.board.drawings), ...backdrops].map(({ id }) => id)
    expect(idsOf(root, 'data-figure').toSorted()).toEqual(figures.toSorted())
    const words = wordsIn(root)
    for (const text of OUT_OF_SIGHT) expect(words).not.toContain(text)
    for (const said of ['Short', 'What works', 'leads to', 'Filled rectangle', '3 of the curves', 'later'])
      expect(words.split(said)).toHaveLength(2)
  })

  it('draws words in the lines that they are fitted in, one after the other', () => {
    const writer = everything()
    const root = drawn(writer)
    const groups = everyElement(root).filter(({ attributes }) => attributes.has('data-note'))
    for (const group of groups) {
      const note = writer.board.notes.get(group.attributes.get('data-note') ?? '')
      const lines = fitWords(note?.text ?? '').lines.filter((line) => line !== '')
      expect(wordsIn(group)).toBe(lines.join(' '))
      const rows = everyElement(group)
        .filter(({ name }) => name === 'text')
        .map(({ attributes }) => Number(attributes.get('y')))
      expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    }
  })

  it('stacks notes and figures together', () => {
    const writer = writerOn(new Y.Doc())
    const [low = ''] = addNotes(writer, [{ text: 'low', at: { x: 0, y: 0 } }])
    const box = { x: 0, y: 0, w: 100, h: 100 }
    const [middle = ''] = addFigures(writer, [{ kind: 'shape', form: 'rectangle', box }])
    const [high = ''] = addNotes(writer, [{ text: 'high', at: { x: 0, y: 0 } }])
    const order = everyElement(drawn(writer)).flatMap(
      ({ attributes }) => attributes.get('data-note') ?? attributes.get('data-figure') ?? [],
    )
    expect(order).toEqual([low, middle, high])
  })

  it('takes in all that it shows, and is no larger than asked for', () => {
    const writer = everything()
    const { box, width, height } = boardSvg(writer.board, { pictures, within: { w: 400, h: 300 } })
    expect(width).toBeLessThanOrEqual(400)
    expect(height).toBeLessThanOrEqual(300)
    expect(Math.max(width / 400, height / 300)).toBeGreaterThan(0.99)
    for (const figure of visibleFigures(writer.board.drawings)) {
      const inner = figureBox(writer.board, figure)
      expect(inner.x).toBeGreaterThanOrEqual(box.x)
      expect(inner.y).toBeGreaterThanOrEqual(box.y)
      expect(inner.x + inner.w).toBeLessThanOrEqual(box.x + box.w)
      expect(inner.y + inner.h).toBeLessThanOrEqual(box.y + box.h)
    }
  })

  it('draws an empty board as an empty page', () => {
    const { svg, width, height } = boardSvg(writerOn(new Y.Doc(), 'ama', null).board, { pictures })
    expect([width, height]).toEqual([1_200, 800])
    expect(everyElement(parseXml(svg)).map(({ name }) => name)).toEqual(['svg', 'rect'])
  })

  it('holds each picture once, and takes nothing as one that is fetched or runs', () => {
    const writer = everything()
    addFigures(writer, [
      { kind: 'picture', upload: 'p', box: { x: 0, y: 0, w: 50, h: 50 }, text: 'the same again' },
    ])
    const { uploads } = planPicture(writer.board, { scale: 0.5 })
    expect([...uploads]).toEqual([
      ['b', 150],
      ['p', 150],
    ])
    const images = (root: Parsed): Parsed[] => everyElement(root).filter(({ name }) => name === 'image')
    expect(images(drawn(writer))).toHaveLength(2)
    for (const bad of [
      'https://example.org/a.png',
      'data:image/svg+xml;base64,PHN2Zy8+',
      'data:image/png;base64,AA"/><script/>',
      '',
    ]) {
      const root = drawn(writer, { pictures: new Map([['p', bad]]) })
      expect(images(root)).toHaveLength(0)
      expect(wordsIn(root)).toContain('A red square on blue')
    }
    for (const { attributes } of everyElement(drawn(writer)))
      for (const [key, value] of attributes) {
        expect(key).not.toMatch(/^on|style|xlink/i)
        if (key === 'href') expect(value).toMatch(/^(#picture-\d+|data:image\/png;base64,)/)
      }
  })

  it('reads words from right to left from the right edge', () => {
    const writer = writerOn(new Y.Doc(), 'ama', null)
    addNotes(writer, [
      { text: 'مرحبا بالعالم', at: { x: 0, y: 0 } },
      { text: 'ok مرحبا', at: { x: 0, y: 0 } },
    ])
    const anchors = everyElement(drawn(writer)).filter(({ attributes }) => attributes.has('font-size'))
    expect(anchors.map(({ attributes }) => attributes.get('text-anchor') ?? 'start')).toEqual([
      'end',
      'start',
    ])
  })
})
