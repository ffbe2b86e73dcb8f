import { describe, expect, it } from 'vitest'
import type { OwnPresence } from './props.ts'
import { PresenceOut } from './PresenceOut.ts'

function made() {
  let now = 0
  let later: { at: number; work: () => void } | null = null
  const sent: Partial<OwnPresence>[] = []
  const presence = {
    others: () => new Map(),
    onChange: () => () => undefined,
    set: (part: Partial<OwnPresence>) => void sent.push(part),
  }
  const out = new PresenceOut(presence, {
    now: () => now,
    after: (ms, work) => {
      later = { at: now + ms, work }
      return () => (later = null)
    },
  })
  const pass = (ms: number): void => {
    now += ms
    if (later !== null && later.at <= now) {
      const { work } = later
      later = null
      work()
    }
  }
  return { out, sent, pass }
}

describe('own presence', () => {
  it('goes out at once, then at most every 100 ms, the latest of everything', () => {
    const { out, sent, pass } = made()
    out.set({ cursor: { x: 1, y: 1 } })
    out.set({ cursor: { x: 2, y: 2 } })
    out.set({ editing: 'n1' })
    out.set({ cursor: { x: 3, y: 3 } })
    expect(sent).toEqual([{ cursor: { x: 1, y: 1 } }])
    pass(99)
    expect(sent).toHaveLength(1)
    pass(1)
    expect(sent[1]).toEqual({ cursor: { x: 3, y: 3 }, editing: 'n1' })
  })

  it("sends all of a laser's way since the last message, and nothing of it once it is off", () => {
    const { out, sent, pass } = made()
    out.set({ laser: [{ x: 1, y: 1 }] })
    out.set({ laser: [{ x: 2.4, y: 2 }] })
    out.set({ laser: [{ x: 3, y: 3 }] })
    pass(100)
    expect(sent[1]).toEqual({
      laser: [
        { x: 2, y: 2 },
        { x: 3, y: 3 },
      ],
    })
    out.set({ laser: [{ x: 4, y: 4 }] })
    out.set({ laser: null })
    pass(100)
    expect(sent[2]).toEqual({ laser: null })
  })

  it('takes everything back at the end, and sends nothing after', () => {
    const { out, sent, pass } = made()
    out.set({ editing: 'n1' })
    out.set({ cursor: { x: 1, y: 1 } })
    out.dispose()
    pass(1000)
    expect(sent.at(-1)).toEqual({ cursor: null, drag: null, editing: null, laser: null })
    expect(sent).toHaveLength(2)
  })
})
