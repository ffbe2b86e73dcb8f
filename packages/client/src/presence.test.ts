import { expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence } from './presence.ts'

/** Two people on one board; `carry` brings what Ama shows to Bo. */
function pair() {
  const [ama, bo] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())]
  const [hers, his] = [new Presence(ama), new Presence(bo)]
  const carry = (): number => {
    const update = encodeAwarenessUpdate(ama, [ama.clientID])
    applyAwarenessUpdate(bo, update, null)
    return update.length
  }
  const seen = () => his.others.get(ama.clientID)
  return { hers, carry, seen }
}

it('[CL-13] what somebody looks at goes along while they lead, whatever their cursor does meanwhile', () => {
  const { hers, carry, seen } = pair()
  hers.lead({ x: 10.4, y: -20.6, w: 1280, h: 700.5 })
  carry()
  expect(seen()).toEqual({ view: { x: 10, y: -21, w: 1280, h: 701 } })
  hers.set({ cursor: { x: 1, y: 2 } })
  carry()
  expect(seen()).toEqual({ cursor: { x: 1, y: 2 }, view: { x: 10, y: -21, w: 1280, h: 701 } })
  hers.lead(undefined)
  carry()
  expect(seen()).toEqual({ cursor: { x: 1, y: 2 } })
})

it('[CL-13] it is far below what the server takes of one entry', () => {
  const { hers, carry } = pair()
  hers.set({ cursor: { x: -999_999, y: 999_999 } })
  hers.lead({ x: -1_000_000, y: -1_000_000, w: 1_000_000, h: 1_000_000 })
  expect(carry()).toBeLessThan(200)
})
