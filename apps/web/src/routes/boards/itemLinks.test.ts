import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fragmentOf, readFragment } from '../../links.ts'
import { readTarget, targetFragment, targetPath } from './itemLinks.ts'

const kind = fc.constantFrom('note', 'section', 'drawing')
// Half a letter cannot stand in an address.
const id = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.length <= 64)

describe('links to what is on a board', () => {
  it('reads every one that it writes, and takes none for a key', () => {
    fc.assert(
      fc.property(kind, id, (which, name) => {
        const target = { kind: which, id: name }
        const fragment = targetFragment(target)
        expect(readTarget(fragment)).toEqual(target)
        expect(readFragment(fragment)).toBeUndefined()
        expect(new URL(`https://moot.example${targetPath('w', 'b', target)}`).hash).toBe(fragment)
      }),
    )
  })

  it('reads nothing else, keys neither, and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readTarget(text)))
    for (const wrong of ['', '#', '#n', '#n.', '#x.abc', 'n.abc', '#n.%zz', `#n.${'x'.repeat(65)}`, '#n.a b'])
      expect(readTarget(wrong)).toBeUndefined()
    for (const key of ['join', 'facilitator', 'observer', 'rejoin'] as const)
      expect(readTarget(fragmentOf({ kind: key, key: 'abcdef' }))).toBeUndefined()
  })
})
