import { describe, expect, it } from 'vitest'
import type { Ink } from '@moot/board'
import { isFigure, makeUndo } from '@moot/board'
import type { Timers } from '../PresenceOut.ts'
import { twoSections } from '../testing/boards.ts'
import { InkStroke } from './InkStroke.ts'

/** Timers that a test moves on by hand. */
function handTimers(): Timers & { pass: (ms: number) => void } {
  let now = 0
  const due = new Set<{ readonly at: number; readonly work: () => void }>()
  return {
    now: () => now,
    after: (ms, work) => {
      const each = { at: now + ms, work }
      due.add(each)
      return () => due.delete(each)
    },
    pass(ms) {
      const until = now + ms
      for (;;) {
        const [next] = [...due].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)
        if (next === undefined) break
        due.delete(next)
        now = next.at
        next.work()
      }
      now = until
    },
  }
}

function begin() {
  const writer = twoSections()
  const undo = makeUndo(writer)
  const timers = handTimers()
  let updates = 0
  writer.board.doc.on('update', () => (updates += 1))
  const stroke = new InkStroke(
    writer,
    undo,
    { pen: 'pen', color: 'red', size: 'm' },
    { first: { x: 10, y: 10 }, zoom: 1, timers },
  )
  const inks = (): Ink[] =>
    [...writer.board.drawings.values()].filter(
      (each): each is Ink => isFigure(each) && each.kind === 'ink' && each.gone === null,
    )
  return { writer, undo, timers, stroke, inks, updates: () => updates }
}

/** A hand going right, one step a frame, with a wiggle that thinning cannot leave out. */
function wiggle(stroke: InkStroke, from: number, steps: number): void {
  for (let step = from; step < from + steps; step += 1)
    stroke.add({ x: 10 + step * 4, y: 10 + (step % 2) * 6 })
}

describe('a stroke under the hand', () => {
  it('writes nothing at first, and then at most five times a second', () => {
    const { stroke, timers, inks, updates } = begin()
    wiggle(stroke, 1, 5)
    timers.pass(100)
    expect(updates()).toBe(0)
    timers.pass(60)
    expect(inks()).toHaveLength(1)
    const begun = updates()
    for (let frame = 0; frame < 60; frame += 1) {
      wiggle(stroke, 6 + frame * 2, 2)
      timers.pass(1000 / 60)
    }
    expect(updates() - begun).toBeGreaterThanOrEqual(4)
    expect(updates() - begun).toBeLessThanOrEqual(5)
    expect(inks()).toHaveLength(1)
    const now = updates()
    timers.pass(5_000)
    expect(updates() - now).toBeLessThanOrEqual(1)
  })

  it('is written whole when the hand is lifted, and is one step of undo', () => {
    const { stroke, undo, timers, inks } = begin()
    wiggle(stroke, 1, 10)
    timers.pass(170)
    wiggle(stroke, 11, 30)
    timers.pass(230)
    stroke.add({ x: 700, y: 300 })
    const shown = stroke.points
    expect(stroke.end()).toHaveLength(1)
    const [ink] = inks()
    expect(ink?.x).toBe(10)
    expect((ink?.x ?? 0) + (ink?.points.at(-2) ?? 0)).toBe(700)
    expect((ink?.y ?? 0) + (ink?.points.at(-1) ?? 0)).toBe(300)
    expect(shown.slice(-2)).toEqual([700, 300])
    expect(ink).toMatchObject({ pen: 'pen', color: 'red', size: 'm', by: 'ama' })
    undo.undo()
    expect(inks()).toHaveLength(0)
    undo.redo()
    expect(inks()[0]?.points).toEqual(ink?.points)
    undo.undo()
    expect(undo.canUndo).toBe(false)
  })

  it('is filed under the section that its middle came to lie in', () => {
    const { stroke, writer, inks } = begin()
    for (let x = 20; x <= 1190; x += 10) stroke.add({ x, y: 10 + ((x / 10) % 2) * 6 })
    stroke.end()
    const [ink] = inks()
    expect(writer.board.regions.get(ink?.region ?? '')?.title).toBe('right')
  })

  it('called off before anybody saw it, it was never there; later, nothing is left to see or to undo', () => {
    const early = begin()
    wiggle(early.stroke, 1, 5)
    early.stroke.cancel()
    early.timers.pass(1_000)
    expect(early.updates()).toBe(0)
    expect(early.undo.canUndo).toBe(false)

    const late = begin()
    wiggle(late.stroke, 1, 50)
    late.timers.pass(400)
    expect(late.inks()).toHaveLength(1)
    late.stroke.cancel()
    expect(late.inks()).toHaveLength(0)
    late.undo.undo()
    expect(late.inks()).toHaveLength(0)
    late.undo.redo()
    expect(late.inks()).toHaveLength(0)
    const written = late.updates()
    wiggle(late.stroke, 60, 10)
    late.timers.pass(1_000)
    expect(late.stroke.end()).toEqual([])
    expect(late.updates()).toBe(written)
  })

  it('goes on in another record where one is full, without a gap', () => {
    const { stroke, timers, inks } = begin()
    for (let part = 0; part < 60; part += 1) {
      wiggle(stroke, 1 + part * 200, 200)
      timers.pass(200)
    }
    expect(stroke.end().length).toBeGreaterThan(1)
    const lines = inks().map(({ x, y, points }) => ({
      first: [x + (points[0] ?? 0), y + (points[1] ?? 0)],
      last: [x + (points.at(-2) ?? 0), y + (points.at(-1) ?? 0)],
    }))
    lines.slice(1).forEach(({ first }, index) => expect(first).toEqual(lines[index]?.last))
    expect(lines.at(-1)?.last[0]).toBe(10 + 12_000 * 4)
  })
})
