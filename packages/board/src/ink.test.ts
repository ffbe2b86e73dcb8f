import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { INK_MAX } from './figures.ts'
import { cutInk, decodeInk, encodeInk, inkPoints } from './ink.ts'

const tenths = fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 10)
const stroke = fc
  .array(fc.tuple(tenths, tenths), { minLength: 1, maxLength: 40 })
  .map((points) => points.flat())

it('[B-79] a stroke is read as it was written, to a tenth of a px', () => {
  fc.assert(
    fc.property(stroke, (points) => {
      expect(decodeInk(encodeInk(points))).toEqual(points.map((value) => value + 0))
    }),
  )
})

it('[B-79] a stroke that grows part by part is read as a whole one is, whatever stands in it', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 8 }),
    stroke.map((points) => encodeInk(points)),
    fc.constantFrom('1', ',', ' ', '-', '12,3', '9'.repeat(12)),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const words = new Y.Doc().getText('ink')
      for (const each of parts) {
        words.insert(words.length, each)
        expect(inkPoints(words)).toEqual(decodeInk(words.toString()))
        expect(inkPoints(words).length % 2).toBe(0)
      }
    }),
  )
})

it('[B-79] a stroke is cut after a whole point', () => {
  fc.assert(
    fc.property(stroke, fc.nat(200), (points, max) => {
      const short = cutInk(encodeInk(points), max)
      expect(short.length).toBeLessThanOrEqual(max)
      const read = decodeInk(short)
      if (short !== '') expect(read).toEqual(points.slice(0, read.length).map((value) => value + 0))
    }),
  )
  const words = new Y.Doc().getText('ink')
  words.insert(0, '1,1 '.repeat(INK_MAX))
  expect(inkPoints(words)).toHaveLength(INK_MAX / 2)
})
