/**
 * Many people on one board through everything that goes wrong between them: messages late, connections cut on one side
 * only, pages reloaded, the server gone with writes on their way. `MOOT_SEED=…` repeats a run.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '../support/seed.ts'
import { anyStep, noCounts, World } from './World.ts'

test('[C-1] all end with the same board, nothing acknowledged or kept is lost, and nobody honest is sent away', async () => {
  const total = noCounts()
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 60, maxLength: 160, size: 'max' }), async (steps) => {
      const world = await World.make()
      for (const step of steps) await world.run(step)
      await world.end()
      for (const what of Object.keys(total) as (keyof typeof total)[]) total[what] += world.counts[what]
    }),
    { numRuns: 150, seed },
  )
  console.log(`seed ${seed}: ${JSON.stringify(total)}`)
  // A run in which nothing happened would prove nothing.
  expect(total.deeds).toBeGreaterThan(500)
  expect(total.notes).toBeGreaterThan(100)
  expect(total.acknowledged).toBeGreaterThan(100)
  for (const what of ['cuts', 'reloads', 'crashes'] as const) expect(total[what]).toBeGreaterThan(20)
})
