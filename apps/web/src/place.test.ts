import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workshopPath } from './links.ts'
import { placeOf, WORKSHOP_SCREENS } from './place.ts'

describe('what an address means', () => {
  it('knows the screens outside a workshop', () => {
    expect(placeOf('/')).toEqual({ screen: 'home' })
    for (const screen of ['plan', 'code', 'check', 'about'] as const) {
      expect(placeOf(`/${screen}`)).toEqual({ screen })
      expect(placeOf(`/${screen}/`)).toEqual({ screen })
      expect(placeOf(`/${screen}/more`)).toEqual({ screen: 'unknown' })
    }
  })

  it('finds back every place in a workshop, whatever its ids are', () => {
    const id = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(id, id, (workshopId, boardId) => {
        expect(placeOf(workshopPath(workshopId))).toEqual({
          screen: 'workshop',
          workshopId,
          at: { kind: 'start' },
        })
        expect(placeOf(workshopPath(workshopId, { board: boardId }))).toEqual({
          screen: 'workshop',
          workshopId,
          at: { kind: 'board', boardId },
        })
        for (const kind of WORKSHOP_SCREENS)
          expect(placeOf(workshopPath(workshopId, kind))).toEqual({
            screen: 'workshop',
            workshopId,
            at: { kind },
          })
      }),
    )
  })

  it('has a page for everything else, and never throws', () => {
    for (const path of ['/w', '/w/a/b', '/w/a/x', '/w/a/b/c/d', '/w/%E0%A4%A', '/nothing']) {
      expect(placeOf(path)).toEqual({ screen: 'unknown' })
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        placeOf(`/${text}`)
      }),
    )
  })
})
