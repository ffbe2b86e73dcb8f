import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardReading, orderedRegions, seedBoard } from '@moot/board'
import type { BoardSeed } from '@moot/board'
import { boardSeed, templateIds, templates, templateSummaries } from './boardSeed.ts'
import { COLUMN_GAP, COLUMN_HEIGHT, COLUMN_WIDTH, columnSets } from './columns.ts'
import { COLUMNS_MAX, templateSchema } from './schema.ts'

function seedFor(id: string, options?: Parameters<typeof boardSeed>[1]): BoardSeed {
  const result = boardSeed(id, options)
  if (!result.ok) throw new Error(result.code)
  return result.seed
}

function readBack(seed: BoardSeed): BoardReading {
  const doc = new Y.Doc()
  seedBoard(doc, seed, 'test')
  // Through bytes, as a browser gets it.
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return new BoardReading(copy)
}

describe('every template', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    '[T-1] %s fits the schema',
    (_id, template) => {
      expect(templateSchema.safeParse(template)).toMatchObject({ success: true })
    },
  )

  it.each(templateIds)('[T-1] sections of %s do not overlap', (id) => {
    const { regions } = seedFor(id)
    regions.forEach((a, index) => {
      for (const b of regions.slice(index + 1)) {
        const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
        expect(apart, `${a.title} and ${b.title}`).toBe(true)
      }
    })
  })

  it.each(templateIds)('[T-2] %s put on a board reads back as it was written', (id) => {
    const seed = seedFor(id)
    const board = readBack(seed)
    const regions = orderedRegions(board).map(({ tag, title, prompt, hue, x, y, w, h }) => ({
      tag,
      title,
      prompt,
      hue,
      x,
      y,
      w,
      h,
    }))
    expect(regions).toEqual(seed.regions)
    const pieces = [...board.drawings.values()].toSorted(
      (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)),
    )
    expect(pieces.map(({ id: _id, furniture, ...piece }) => ({ furniture, ...piece }))).toEqual(
      seed.furniture.map((piece) => ({ furniture: true, ...piece })),
    )
    expect(board.doc.getMap('meta').get('template')).toBe(id)
  })

  it('[T-3] is summed up for choosing, with its sections in order', () => {
    expect(templateSummaries.map((summary) => summary.id)).toEqual([...templateIds])
    expect(templateSummaries.at(2)?.sections.at(0)).toBe('Now: how things are done')
    expect(templateSummaries.at(0)?.sections).toEqual([])
  })
})

describe('asking for a template', () => {
  it.each(['', 'Blank', 'constructor', '__proto__', 'fishbone'])('[T-4] refuses %j, which is none', (id) => {
    expect(boardSeed(id)).toMatchObject({ ok: false, code: 'unknown_template' })
  })

  it('[T-5] lays any number of columns side by side, with the words as given', () => {
    const columns = Array.from({ length: COLUMNS_MAX }, (_, index) => ({
      title: `Column ${index + 1}`,
      prompt: `Why ${index}?`,
    }))
    const { regions } = seedFor('columns', { columns })
    expect(regions.map(({ title, prompt }) => ({ title, prompt }))).toEqual(columns)
    regions.forEach((region, index) => {
      expect(region).toMatchObject({
        x: index * (COLUMN_WIDTH + COLUMN_GAP),
        y: 0,
        w: COLUMN_WIDTH,
        h: COLUMN_HEIGHT,
        tag: '',
      })
    })
    expect(seedFor('columns', { columns: [{ title: ' One ' }] }).regions).toMatchObject([
      { title: 'One', prompt: '' },
    ])
  })

  it.each([
    ['none', []],
    ['thirteen', Array.from({ length: COLUMNS_MAX + 1 }, () => ({ title: 'x' }))],
    ['one without a title', [{ title: '  ' }]],
    ['a title that is a page long', [{ title: 'x'.repeat(301) }]],
  ])('[T-5] refuses columns: %s', (_why, columns) => {
    expect(boardSeed('columns', { columns })).toMatchObject({ ok: false, code: 'bad_columns' })
  })

  it('[T-6] leave behind, keep, do differently asks its three questions in this order (T-01)', () => {
    expect(columnSets[0]?.columns.map((column) => column.prompt)).toEqual([
      'What do we need to leave behind?',
      'What do we want to keep?',
      'What should we do differently?',
    ])
    expect(seedFor('columns').regions.map((region) => region.title)).toEqual([
      'Leave behind',
      'Keep',
      'Do differently',
    ])
    expect(seedFor('columns').regions[1]?.tag).toBe('keep')
  })
})

describe('sections that other boards have too', () => {
  const tagged = (id: string): [string, string][] => seedFor(id).regions.map(({ tag, title }) => [tag, title])

  it('[T-10] third horizon has four columns with the tags of three horizons (methods §2.5)', () => {
    const known = new Set(seedFor('three-horizons').regions.map(({ tag }) => tag))
    const tags = tagged('third-horizon').map(([tag]) => tag)
    expect(tags).toEqual(['pocket', 'h3', 'values', 'barrier'])
    expect(tags.every((tag) => known.has(tag))).toBe(true)
  })

  it('[T-10] a check-in asks, and asks again (T-15)', () => {
    expect(tagged('check-in')).toEqual([
      ['check-in', 'How are you arriving?'],
      ['check-in', 'And how are you really?'],
    ])
  })

  it('[T-10] a retrospective goes from how it felt to what to try (T-16)', () => {
    expect(tagged('retrospective')).toEqual([
      ['felt', 'How it felt'],
      ['happened', 'What happened'],
      ['helped', 'What helped'],
      ['hindered', 'What got in the way'],
      ['why', 'Why? Patterns'],
      ['next', 'We will try'],
    ])
  })
})
