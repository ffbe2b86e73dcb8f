/**
 * Many people on one board through everything that goes wrong between them: messages late, connections cut on one side
 * only, pages reloaded, the server gone with writes on their way. `MOOT_SEED=…` repeats a run.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Deed } from '@moot/board/testing'
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
  expect(total.drawings).toBeGreaterThan(100)
  expect(total.acknowledged).toBeGreaterThan(100)
  for (const what of ['cuts', 'reloads', 'crashes'] as const) expect(total[what]).toBeGreaterThan(20)
})

test('[C-2] who only looks on writes nothing while two draw and a third moves notes that arrows stick to', async () => {
  const world = await World.make()
  const [ama, bo, cy] = [0, 1, 3]
  const deed = (device: number, kind: Deed['kind'], a = 0, b = 0): Promise<void> =>
    world.run({ kind: 'deed', device, deed: { kind, a, b, words: 'x' } })
  const through = async (): Promise<void> => {
    for (const device of [0, 1, 2, 3, 4, 5]) await world.run({ kind: 'up', device, count: 100 })
    await world.run({ kind: 'time', ms: 30 })
    await world.run({ kind: 'disk', count: 100 })
    for (const device of [0, 1, 2, 3, 4, 5]) await world.run({ kind: 'down', device, count: 100 })
  }
  await deed(cy, 'addMany')
  await through()
  await deed(ama, 'outline', 9, 9)
  await through()
  // From a note to a note, and from one to the outline.
  await deed(ama, 'arrow', 0, 3)
  await deed(bo, 'arrow', 6, 1)
  await deed(ama, 'draw', 1, 0)
  await deed(bo, 'draw', 2, 1)
  await through()
  for (let step = 0; step < 20; step += 1) {
    await deed(ama, 'extend', step, 3)
    await deed(bo, 'extend', 0, step)
    await deed(cy, 'move', step, step)
    await deed(cy, 'moveFigure', step, 7)
    if (step % 3 === 0) await through()
  }
  await world.end()
  expect(world.counts.drawings).toBe(5)
  expect(world.counts.seen).toBeGreaterThan(10)
})
