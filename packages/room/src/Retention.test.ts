/** Workshops over memory and a clock turned by hand: what is erased, when, and what never. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MemoryStorage } from './MemoryStorage.ts'
import type { Room } from './Room.ts'
import { Rooms } from './Rooms.ts'
import { Retention } from './Retention.ts'
import { FakeClock } from './testing/FakeClock.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let counter = 0
const secrets = {
  random: (count: number) =>
    Uint8Array.from({ length: count }, () => (counter = (counter * 75 + 74) % 65_537) & 255),
  fresh: () => `secret-${(counter += 1)}`,
  hash: (secret: string) => createHash('sha256').update(secret).digest('base64url'),
}

function bench(days: number) {
  const storage = new MemoryStorage()
  const clock = new FakeClock()
  const lines: string[] = []
  const log = (_level: string, event: string, facts = {}): void =>
    void lines.push(`${event} ${JSON.stringify(facts)}`)
  let client = 1_000_000
  const rooms = new Rooms({
    storage,
    clock,
    secrets,
    log,
    newId: () => `id${(counter += 1)}`,
    newClientId: () => (client += 1),
    count: () => undefined,
  })
  return { storage, clock, lines, rooms, retention: new Retention({ rooms, clock, log }, days) }
}
type Bench = ReturnType<typeof bench>

async function workshop({ rooms }: Bench) {
  const made = await rooms.create({ title: 'Retrospective' })
  if (!made.ok) throw new Error(made.message)
  const { id, keys, joinCode } = made.value
  const ada = await rooms.join(id, keys.join, 'Ada', undefined)
  if (!ada.ok) throw new Error(ada.message)
  return { id, joinCode, person: ada.personId }
}

/** Time as the server lives it: it ticks, and every hour brings a sweep. */
async function pass({ rooms, clock }: Bench, ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += HOUR) {
    rooms.tick()
    await clock.advance(HOUR)
  }
  rooms.tick()
}

async function comeIn({ rooms }: Bench, id: string, person: string): Promise<() => void> {
  const room: Room | undefined = await rooms.find(id)
  if (room === undefined) throw new Error('not found')
  return room.openLive({ buffered: 0, send: () => undefined, close: () => undefined }, person).left
}

test('[R-39] what nobody used for so many days is erased within two hours, and nothing earlier', async () => {
  const with30 = bench(30)
  const { id, joinCode } = await workshop(with30)
  with30.retention.start()
  await pass(with30, 30 * DAY)
  expect(await with30.storage.unusedSince(Infinity)).toEqual([id])
  await pass(with30, 2 * HOUR)
  expect([await with30.storage.unusedSince(Infinity), await with30.storage.list()]).toEqual([[], []])
  expect(await with30.rooms.find(id)).toBeUndefined()
  expect(await with30.rooms.findCode(joinCode)).toMatchObject({ ok: false, code: 'bad_code' })
  expect(with30.lines).toEqual(['erased {"workshops":1}'])
})

test('[R-39] a server that was off for long erases at its start', async () => {
  const with30 = bench(30)
  await workshop(with30)
  await pass(with30, HOUR)
  await with30.clock.advance(40 * DAY)
  with30.retention.start()
  await with30.clock.advance(0)
  expect(await with30.storage.unusedSince(Infinity)).toEqual([])
})

test('[R-39] a workshop that somebody has open is kept, though nothing happens in it; then its days begin', async () => {
  const with30 = bench(30)
  const { id, person } = await workshop(with30)
  with30.retention.start()
  const leave = await comeIn(with30, id, person)
  await pass(with30, 70 * DAY)
  leave()
  await pass(with30, 29 * DAY)
  expect(await with30.storage.unusedSince(Infinity)).toEqual([id])
  await pass(with30, DAY + 2 * HOUR)
  expect(await with30.storage.unusedSince(Infinity)).toEqual([])
})

test('[R-39] while people are at work elsewhere it waits, a day at most', async () => {
  const with30 = bench(30)
  const old = await workshop(with30)
  with30.retention.start()
  const { id, person } = await workshop(with30)
  await comeIn(with30, id, person)
  await pass(with30, 30 * DAY + 23 * HOUR)
  expect(await with30.storage.unusedSince(Infinity)).toContain(old.id)
  await pass(with30, 2 * HOUR)
  expect(await with30.storage.unusedSince(Infinity)).toEqual([id])
})

test('[R-39] 0 days keeps everything', async () => {
  const with0 = bench(0)
  const { id } = await workshop(with0)
  with0.retention.start()
  await pass(with0, 400 * DAY)
  expect(await with0.storage.unusedSince(Infinity)).toEqual([id])
})

test('[R-39] what could not be erased is said and tried again; a sweep that is stopped comes no more', async () => {
  const with30 = bench(30)
  const { id } = await workshop(with30)
  const { erase } = with30.storage
  with30.storage.erase = () => Promise.reject(new Error('disk full'))
  with30.retention.start()
  await pass(with30, 30 * DAY + 2 * HOUR)
  expect(with30.lines).toEqual(['not_erased {"error":"disk full"}'])
  expect(await with30.rooms.find(id)).toBeDefined()
  with30.storage.erase = erase
  await pass(with30, 2 * HOUR)
  expect(await with30.storage.unusedSince(Infinity)).toEqual([])
  await with30.retention.stop()
  const later = await workshop(with30)
  await pass(with30, 40 * DAY)
  expect(await with30.storage.unusedSince(Infinity)).toEqual([later.id])
})

test('[R-39] while it is being erased nobody finds it', async () => {
  const with30 = bench(30)
  const { id } = await workshop(with30)
  await pass(with30, HOUR)
  await with30.clock.advance(40 * DAY)
  const { erase } = with30.storage
  const found: unknown[] = []
  with30.storage.erase = async (workshops) => {
    found.push(await with30.rooms.find(id))
    await erase.call(with30.storage, workshops)
  }
  expect(await with30.rooms.eraseUnused(with30.clock.now() - 30 * DAY)).toBe(1)
  expect(found).toEqual([undefined])
})
