import { describe, expect, it } from 'vitest'
import { addNotes, moveNotes } from '@moot/board'
import { OtherDrags } from './OtherDrags.ts'
import { twoSections } from './testing/boards.ts'

function held() {
  const writer = twoSections()
  const [id = ''] = addNotes(writer, [{ text: 'a', at: { x: 0, y: 0 } }])
  const drags = new OtherDrags(writer.board)
  const hear = (dx: number | null, now = 0): void => {
    const drag = dx === null ? null : { ids: [id], dx, dy: 0 }
    drags.hear(new Map([[1, { name: 'Sam', drag }]]), now, true)
  }
  const settle = (): void => {
    for (let frame = 0; frame < 100; frame += 1) drags.step(0)
  }
  return { writer, id, drags, hear, settle }
}

describe('C-4 notes in others’ hands', () => {
  it('glide to where the hand is', () => {
    const { id, drags, hear, settle } = held()
    hear(100)
    drags.step(0)
    const first = drags.offset(id)?.dx ?? 0
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(100)
    settle()
    expect(drags.offset(id)).toEqual({ dx: 100, dy: 0 })
  })

  it('stand where the document says once the drop is there, before or after the hand let go', () => {
    const early = held()
    early.hear(100)
    early.settle()
    moveNotes(early.writer, [{ id: early.id, to: { x: 100, y: 0 } }])
    early.drags.landed([early.id])
    expect(early.drags.offset(early.id)).toBeNull()
    early.hear(100)
    expect(early.drags.offset(early.id)).toBeNull()
    early.hear(null)
    expect(early.drags.busy).toBe(false)

    const late = held()
    late.hear(100)
    late.settle()
    late.hear(null, 10)
    expect(late.drags.offset(late.id)?.dx).toBe(100)
    moveNotes(late.writer, [{ id: late.id, to: { x: 100, y: 0 } }])
    late.drags.landed([late.id])
    expect(late.drags.busy).toBe(false)
  })

  it('go back where no drop comes, and odd numbers move nothing', () => {
    const { id, drags, hear, settle } = held()
    hear(100)
    settle()
    hear(null, 10)
    expect(drags.step(2_000)).toEqual([id])
    expect(drags.busy).toBe(false)
    hear(Number.NaN)
    expect(drags.busy).toBe(false)
  })
})
