import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinkKind } from './links.ts'
import { fragmentOf, isWebAddress, linkOf, readFragment, spellCode, workshopPath } from './links.ts'

const key = fc.stringMatching(/^[\w-]{4,200}$/)
const kind = fc.constantFrom<LinkKind>('join', 'facilitator', 'observer', 'rejoin', 'trial')

describe('links', () => {
  it('reads every fragment that it writes', () => {
    fc.assert(
      fc.property(kind, key, (which, secret) => {
        expect(readFragment(fragmentOf({ kind: which, key: secret }))).toEqual({ kind: which, key: secret })
      }),
    )
  })

  it('reads nothing else, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readFragment(text)
        if (read !== undefined) expect(fragmentOf(read)).toBe(text.trim())
      }),
    )
    for (const wrong of [
      '',
      '#',
      '#j',
      '#j.',
      '#j.abc',
      '#x.abcdef',
      '#j.abc def',
      'j.abcdef',
      '#j.abcd/../e',
    ]) {
      expect(readFragment(wrong)).toBeUndefined()
    }
  })

  it('begins with the operator’s address, and keeps the key out of the path', () => {
    const link = linkOf('https://moot.example', 'abc', { kind: 'join', key: 'secret' })
    expect(link).toBe('https://moot.example/w/abc#j.secret')
    expect(new URL(link).pathname).not.toContain('secret')
  })

  it('names places in a workshop', () => {
    expect(workshopPath('a')).toBe('/w/a')
    expect(workshopPath('a', { board: 'b/c' })).toBe('/w/a/b/b%2Fc')
    expect(workshopPath('a', 'write-up')).toBe('/w/a/write-up')
  })

  it('spells a code in two groups', () => {
    expect(spellCode('ABCDEFGH')).toBe('ABCD EFGH')
    expect(spellCode('ABC')).toBe('ABC')
  })

  it('links only what leads to a page', () => {
    expect(isWebAddress('https://example.org/privacy')).toBe(true)
    expect(isWebAddress('/privacy.html')).toBe(true)
    // oxlint-disable-next-line no-script-url -- that it is refused is the point
    for (const wrong of [
      '',
      undefined,
      'javascript:alert(1)',
      '//elsewhere.example',
      'https://a b',
      'data:text/html,x',
    ]) {
      expect(isWebAddress(wrong)).toBe(false)
    }
  })
})
