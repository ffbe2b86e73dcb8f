import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AckLedger } from './AckLedger.ts'

/** What a person and a network may do, in any order. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.constant('write' as const) },
  { weight: 2, arbitrary: fc.constant('connect' as const) },
  { weight: 1, arbitrary: fc.constant('cut' as const) },
  { weight: 3, arbitrary: fc.constant('deliver' as const) },
  { weight: 3, arbitrary: fc.constant('acknowledge' as const) },
)

describe('AckLedger', () => {
  test('[CL-1] nothing counts as saved that the server does not have, whatever is cut when', () => {
    let acknowledgedInAll = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const ledger = new AckLedger()
        let written = 0
        /** Frames on their way on this connection: the updates that each carries. */
        let flying: number[][] = []
        let delivered = 0
        let isConnected = false
        const stored = new Set<number>()
        const pending = (): number[] => ledger.updates.map((update) => update[0] ?? -1)
        for (const each of steps) {
          if (each === 'write' && written < 250) {
            ledger.written(Uint8Array.of(written))
            if (isConnected) {
              ledger.sentUpdate()
              flying.push([written])
            }
            written += 1
          } else if (each === 'connect' && !isConnected) {
            isConnected = true
            ledger.sentStep2()
            flying.push(pending())
          } else if (each === 'cut' && isConnected) {
            isConnected = false
            flying = []
            delivered = 0
            ledger.disconnected()
          } else if (each === 'deliver' && isConnected) {
            const frame = flying.shift()
            if (frame !== undefined) {
              delivered += 1
              for (const update of frame) stored.add(update)
            }
          } else if (each === 'acknowledge' && isConnected) ledger.acknowledged(delivered)
          const waiting = new Set(pending())
          for (let update = 0; update < written; update += 1) {
            if (waiting.has(update)) continue
            acknowledgedInAll += 1
            expect(stored.has(update)).toBe(true)
          }
        }
      }),
      { numRuns: 500 },
    )
    expect(acknowledgedInAll).toBeGreaterThan(1000)
  })

  test('[CL-2] once all frames are acknowledged nothing is pending', () => {
    const ledger = new AckLedger()
    ledger.written(Uint8Array.of(1))
    ledger.sentStep2()
    ledger.written(Uint8Array.of(2))
    ledger.sentUpdate()
    expect(ledger.acknowledged(1)).toBe(true)
    expect(ledger.size).toBe(1)
    expect(ledger.acknowledged(2)).toBe(true)
    expect(ledger.size).toBe(0)
    expect(ledger.acknowledged(2)).toBe(false)
  })

  test('[CL-3] an update written between the hello and our step 2 is covered by the later of the two', () => {
    const ledger = new AckLedger()
    ledger.written(Uint8Array.of(1))
    ledger.sentUpdate()
    ledger.sentStep2()
    ledger.acknowledged(1)
    expect(ledger.size).toBe(1)
    ledger.acknowledged(2)
    expect(ledger.size).toBe(0)
  })
})
