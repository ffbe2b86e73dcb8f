import type { Note } from '@moot/board'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeKind, NoteChange, UnseenKind } from './changeLog.ts'
import { changeOf, merged, summaryOf, unseenAfter } from './changeLog.ts'

const note = (part: Partial<Note> = {}): Note => ({
  id: 'n',
  by: 'ama',
  via: null,
  created: 1,
  source: 'typed',
  from: null,
  x: 0,
  y: 0,
  z: 'a0',
  text: 'words',
  color: 'lemon',
  region: 'keep',
  theme: null,
  order: 'a0',
  gone: null,
  original: null,
  ...part,
})
const gone = { by: 'ama', at: 1, how: 'deleted' } as const
const change = (kind: ChangeKind, id = 'n', region: string | null = 'keep'): NoteChange => ({
  id,
  kind,
  region,
})

describe('changeOf', () => {
  it('tells of a note when it has words, not when somebody opens it', () => {
    expect(changeOf(undefined, note({ text: '' }))).toBeUndefined()
    expect(changeOf(note({ text: '' }), note())).toEqual(change('added'))
  })

  it('tells changed words and colour, another section or theme, and what went', () => {
    expect(changeOf(note(), note({ text: 'other words' }))?.kind).toBe('changed')
    expect(changeOf(note(), note({ color: 'sky' }))?.kind).toBe('changed')
    expect(changeOf(note(), note({ region: 'drop' }))).toEqual(change('moved', 'n', 'drop'))
    expect(changeOf(note(), note({ theme: 't' }))?.kind).toBe('moved')
    expect(changeOf(note(), note({ gone }))).toEqual(change('removed'))
    expect(changeOf(note(), undefined)).toEqual(change('removed'))
  })

  it('does not tell of a nudge, a restacking or a note that was out of sight all along', () => {
    expect(changeOf(note(), note({ x: 5, y: 5, z: 'a9', order: 'b' }))).toBeUndefined()
    expect(changeOf(note({ gone }), note({ gone, text: 'x' }))).toBeUndefined()
  })
})

describe('merged', () => {
  it('sums up what happened to one note', () => {
    expect(merged(change('added'), change('changed'))?.kind).toBe('added')
    expect(merged(change('added'), change('moved', 'n', 'drop'))).toEqual(change('added', 'n', 'drop'))
    expect(merged(change('changed'), change('removed'))?.kind).toBe('removed')
    expect(merged(change('added'), change('removed'))).toBeUndefined()
    expect(merged(change('removed'), change('added'))?.kind).toBe('changed')
    expect(merged(change('moved'), change('changed'))?.kind).toBe('changed')
  })
})

describe('summaryOf', () => {
  it('counts new notes by section and the rest together', () => {
    expect(
      summaryOf([
        change('added', 'a'),
        change('added', 'b', 'drop'),
        change('added', 'c'),
        change('changed', 'd'),
        change('removed', 'e'),
        change('removed', 'f'),
      ]),
    ).toEqual({
      added: [
        { region: 'keep', count: 2 },
        { region: 'drop', count: 1 },
      ],
      changed: 1,
      moved: 0,
      removed: 2,
    })
  })

  it('loses no change', () => {
    const anyChange = fc.record({
      id: fc.string(),
      kind: fc.constantFrom('added', 'changed', 'moved', 'removed'),
      region: fc.constantFrom('keep', 'drop', null),
    })
    fc.assert(
      fc.property(fc.array(anyChange), (changes) => {
        const { added, changed, moved, removed } = summaryOf(changes)
        const news = added.reduce((sum, { count }) => sum + count, 0)
        expect(news + changed + moved + removed).toBe(changes.length)
      }),
    )
  })
})

describe('unseenAfter', () => {
  const seen = new Map<string, UnseenKind>()

  it('a new note stays new while its writer goes on', () => {
    const once = unseenAfter(seen, change('added'))
    expect(unseenAfter(once, change('changed'))).toBe(once)
    expect(once.get('n')).toBe('new')
  })

  it('a changed note is changed, and what is gone need not be looked at', () => {
    const once = unseenAfter(seen, change('moved'))
    expect(once.get('n')).toBe('changed')
    expect(unseenAfter(once, change('removed')).size).toBe(0)
    expect(unseenAfter(seen, change('removed'))).toBe(seen)
  })
})
