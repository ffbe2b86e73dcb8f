import type { Note, ReadableBoard, Region, Theme } from '@moot/board'
import { describe, expect, it } from 'vitest'
import { notesToTake } from './notesToTake.ts'

// Only what is read of them.
const note = (id: string, parts: Partial<Note>) =>
  ({ id, text: id, order: id, theme: null, region: null, gone: null, ...parts }) as Note
const theme = (id: string, gone: Theme['gone'] = null) => ({ id, title: `T ${id}`, order: id, gone }) as Theme
const region = (id: string) => ({ id, title: `R ${id}`, order: id }) as Region
const map = <T extends { readonly id: string }>(all: readonly T[]) =>
  new Map(all.map((each) => [each.id, each] as const))

const board: ReadableBoard = {
  notes: map([
    note('a', { theme: 't1', text: 'Vertrauen wächst langsam' }),
    note('b', { theme: 'gone', region: 'r1' }),
    note('c', {}),
    note('d', { region: 'r1', text: '   ' }),
    note('e', { theme: 't1', gone: { how: 'removed', by: 'x', at: 1 } as unknown as Note['gone'] }),
    note('f', { theme: 't1' }),
  ]),
  themes: map([theme('t1'), theme('gone', { how: 'removed' } as unknown as Theme['gone'])]),
  regions: map([region('r1')]),
  drawings: new Map(),
}
const groups = (query: string) =>
  notesToTake(board, query).map(({ title, notes }) => [title, notes.map(({ id }) => id)])

describe('notes that may go along when a topic is split', () => {
  it('stand under their theme, else their section, each once; neither empty ones nor those that are gone', () => {
    expect(groups('')).toEqual([
      ['T t1', ['a', 'f']],
      ['R r1', ['b']],
      ['', ['c']],
    ])
  })

  it('are found by their words, whatever the capitals and accents', () => {
    expect(groups('WACHST')).toEqual([['T t1', ['a']]])
  })
})
