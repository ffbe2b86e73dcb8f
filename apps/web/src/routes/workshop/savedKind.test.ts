import { describe, expect, it } from 'vitest'
import { savedKind } from './savedKind.ts'

const board = {
  connection: { state: 'open' },
  synced: true,
  unsaved: 0,
  kept: false,
  readOnly: false,
} as const
const lost = { state: 'lost' } as const

describe('the word in the bar', () => {
  it('says saved only when nothing waits for the server', () => {
    expect(savedKind([board], 'open')).toBe('saved')
    expect(savedKind([{ ...board, unsaved: 1 }], 'open')).toBe('saving')
    expect(savedKind([board, { ...board, unsaved: 1 }], 'open')).toBe('saving')
  })

  it('says that words are kept only when they are', () => {
    expect(savedKind([{ ...board, connection: lost, unsaved: 2, kept: true }], 'lost')).toBe('offline')
    expect(savedKind([{ ...board, connection: lost, unsaved: 2, kept: false }], 'lost')).toBe('reconnecting')
    expect(savedKind([{ ...board, connection: lost }], 'open')).toBe('reconnecting')
  })

  it('does not call a board that is still coming saved', () => {
    expect(savedKind([{ ...board, connection: { state: 'connecting' }, synced: false }], 'open')).toBe(
      'connecting',
    )
    expect(savedKind([], 'connecting')).toBe('connecting')
  })

  it('puts a refusal above everything', () => {
    const refused = { state: 'refused', code: 4403, reason: '' } as const
    expect(savedKind([board, { ...board, connection: refused }], 'open')).toBe('stopped')
    expect(savedKind([board], 'refused')).toBe('stopped')
  })

  it('does not say that it is saving where a locked board takes nothing', () => {
    const locked = { ...board, readOnly: true, unsaved: 1 }
    expect(savedKind([board, { ...locked, kept: true }], 'open')).toBe('waiting')
    expect(savedKind([locked], 'open')).toBe('saving')
    expect(
      savedKind(
        [
          { ...locked, kept: true },
          { ...board, unsaved: 1 },
        ],
        'open',
      ),
    ).toBe('saving')
  })

  it('tells observers that they are watching', () => {
    expect(savedKind([{ ...board, readOnly: true }], 'open')).toBe('watching')
  })
})
