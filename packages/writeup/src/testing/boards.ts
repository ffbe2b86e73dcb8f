/** Random boards as plain values, for the laws of write-ups. */
import fc from 'fast-check'
import type { ArrowEnd, Figure, Gone, Note, ReadableBoard, Region, Theme } from '@moot/board'
import { DRAW_COLORS, FIGURE_KINDS, NOTE_COLORS } from '@moot/board'

/** Words as people, spreadsheets and attackers write them. */
export const anyWords: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'ab1 .*_[]()<>&#-+=~`\\|!$^:@\'"/\n\r\t'.split('')), maxLength: 24 }),
  fc
    .array(
      fc.constantFrom(
        'https://example.org/a_b?c=d&e=f*g',
        'www.example.org/x_y',
        'me_you@example.org',
        '&amp;',
        '&',
        '1.',
        '- ',
        '# ',
        '---',
        '```',
        '![x](y)',
        '[x]: y',
        '<b>',
        '<!--',
        'snake_case_word',
        '_under_',
        '**bold**',
        '~~gone~~',
        '"quoted".',
        '=1+1',
        '\n\n',
        '\r\n',
        '\u2028',
        ' ',
        'words',
        '| a | b |',
        '[ ] task',
        '[^1]',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
)

const gone: fc.Arbitrary<Gone | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  fc.record({
    by: fc.constant('p1'),
    at: fc.nat(),
    how: fc.constantFrom('deleted', 'cleared', 'hidden', 'undone', 'empty'),
  }),
)
const order = fc.constantFrom('a0', 'a1', 'a2', 'a1V')
const regionId = fc.option(fc.constantFrom('r1', 'r2', 'r3', 'nowhere'))
const themeId = fc.option(fc.constantFrom('t1', 't2', 't3', 'nowhere'))

const notes: fc.Arbitrary<Note[]> = fc
  .array(
    fc.record({
      by: fc.option(fc.constantFrom('p1', 'p2')),
      via: fc.constant(null),
      created: fc.constantFrom(0, 1_700_000_000_000),
      source: fc.constantFrom('typed' as const, 'pasted' as const),
      from: fc.constant(null),
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
      z: order,
      text: anyWords,
      color: fc.constantFrom(...NOTE_COLORS),
      region: regionId,
      theme: themeId,
      order,
      gone,
      original: fc.option(anyWords),
    }),
    { maxLength: 14 },
  )
  .map((list) => list.map((note, index) => ({ id: `n${index}`, ...note })))

const themes: fc.Arbitrary<Theme[]> = fc
  .array(
    fc.record({
      by: fc.constant('p1'),
      created: fc.constant(1),
      title: anyWords,
      region: regionId,
      order,
      gone,
    }),
    { maxLength: 3 },
  )
  .map((list) => list.map((theme, index) => ({ id: `t${index + 1}`, ...theme })))

const regions: fc.Arbitrary<Region[]> = fc
  .array(
    fc.record({
      tag: fc.constantFrom('', 'h1', 'park', 'next'),
      order,
      title: anyWords,
      prompt: anyWords,
      hue: fc.constant(''),
      x: fc.constant(0),
      y: fc.constant(0),
      w: fc.constant(100),
      h: fc.constant(100),
    }),
    { maxLength: 3 },
  )
  .map((list) => list.map((region, index) => ({ id: `r${index + 1}`, ...region })))

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((each) => [each.id, each]))

const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })
const end: fc.Arbitrary<ArrowEnd> = fc.record({
  on: fc.option(
    fc.record({
      root: fc.constantFrom('notes' as const, 'drawings' as const),
      id: fc.constantFrom('n0', 'n1', 'n2', 'd0', 'd1', 'nowhere'),
    }),
  ),
  at: fc.constant([0.5, 0.5] as const),
  x: fc.constant(5),
  y: fc.constant(5),
})

const drawings: fc.Arbitrary<Figure[]> = fc
  .array(
    fc
      .tuple(
        fc.record({
          by: fc.constant('p1'),
          created: fc.constant(1),
          from: fc.constant(null),
          z: order,
          region: regionId,
          order,
          color: fc.constantFrom(...DRAW_COLORS),
          size: fc.constantFrom('s' as const, 'm' as const),
          gone,
        }),
        point,
        fc.constantFrom(...FIGURE_KINDS),
        anyWords,
        end,
        end,
      )
      .map(([common, at, kind, text, start, tip]): ((id: string) => Figure) => (id) => {
        const base = { id, furniture: false as const, ...common, ...at }
        switch (kind) {
          case 'ink':
            return { ...base, kind, pen: 'pen', points: [0, 0] }
          case 'text':
            return { ...base, kind, w: 100, text }
          case 'arrow':
            return { ...base, kind, start, end: tip, text }
          case 'shape':
            return { ...base, kind, form: 'ellipse', w: 50, h: 50, fill: false, text }
          case 'picture':
            return { ...base, kind, upload: 'u1', w: 50, h: 50, text }
          default:
            return kind satisfies never
        }
      }),
    { maxLength: 5 },
  )
  .map((list) => list.map((make, index) => make(`d${index}`)))

/** A board with up to 14 notes and a few drawings in any state, in sections and themes that may or may not exist. */
export const anyBoard: fc.Arbitrary<ReadableBoard> = fc
  .record({ notes, themes, regions, drawings })
  .map((parts) => ({
    notes: byId(parts.notes),
    themes: byId(parts.themes),
    regions: byId(parts.regions),
    drawings: byId(parts.drawings),
  }))
