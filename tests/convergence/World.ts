/** A workshop with its people, devices, lines, server and disk, all moved by hand, step by step. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { BoardReading, isFigure, repair } from '@moot/board'
import { allOf, deed, isSettled, perform } from '@moot/board/testing'
import { PROTOCOL_VERSION } from '@moot/protocol'
import type { Room, RoomEnvironment } from '@moot/room'
import { Rooms } from '@moot/room'
import { atRest, FakeClock } from '@moot/room/testing'
import { Device, Line } from './Device.ts'
import { Disk } from './Disk.ts'

/** Who is at each device: Bo has a laptop and a phone; Di may write and never does, Oz may only look on. */
const PEOPLE = ['ama', 'bo', 'bo', 'cy', 'oz', 'di'] as const

const anyDevice = fc.nat(PEOPLE.length - 1)
const few = fc.integer({ min: 1, max: 6 })
/** One thing that happens. */
export const anyStep = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('deed' as const), device: anyDevice, deed }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('up' as const), device: anyDevice, count: few }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('down' as const), device: anyDevice, count: few }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('disk' as const), count: few }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('open' as const), device: anyDevice }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), device: anyDevice }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('late' as const), which: fc.nat(20), count: fc.nat(3) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('keep' as const), device: anyDevice }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), device: anyDevice }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.constantFrom(5, 30, 12_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('undoPerson' as const),
      device: anyDevice,
      ms: fc.constantFrom(1, 100, 20_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const), finished: fc.nat(2) }) },
)
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** What a run did, so that one that did nothing is noticed. */
export interface Counts {
  deeds: number
  cuts: number
  reloads: number
  crashes: number
  undone: number
  acknowledged: number
  notes: number
  drawings: number
  /** Changes that those heard of who only look on. */
  seen: number
}
export const noCounts = (): Counts => ({
  deeds: 0,
  cuts: 0,
  reloads: 0,
  crashes: 0,
  undone: 0,
  acknowledged: 0,
  notes: 0,
  drawings: 0,
  seen: 0,
})

/** A server as it is from its start to its end. */
interface Server {
  readonly clock: FakeClock
  readonly rooms: Rooms
}

export class World {
  readonly counts = noCounts()
  readonly #disk = new Disk()
  readonly #devices: Device[] = []
  /** Connections that a device has given up and the server has not noticed. */
  #late: Line[] = []
  #server: Server
  #workshop = ''
  #board = ''
  #doc = ''
  #ids = 0
  #clients = 10

  private constructor() {
    this.#server = this.#startServer(1_700_000_000_000)
  }

  static async make(): Promise<World> {
    const world = new World()
    await world.#settle()
    return world
  }

  #startServer(now: number): Server {
    const clock = new FakeClock(now)
    const env: RoomEnvironment = {
      storage: this.#disk.forServer(),
      clock,
      secrets: {
        random: (count) =>
          Uint8Array.from({ length: count }, () => (this.#ids = (this.#ids * 75 + 74) % 65_537) & 255),
        fresh: () => `secret ${PROTOCOL_VERSION} ${(this.#ids += 1)}`,
        hash: (secret) => createHash('sha256').update(secret).digest('hex'),
      },
      log: (level, event, facts) => {
        if (level === 'error' || event === 'update_refused')
          throw new Error(`${event} ${JSON.stringify(facts)}`)
      },
      newId: () => `id${(this.#ids += 1)}`,
      newClientId: () => (this.#clients += 1),
      count: () => undefined,
    }
    return { clock, rooms: new Rooms(env) }
  }

  async #settle(): Promise<void> {
    const { rooms } = this.#server
    const made = await rooms.create({ template: 'three-horizons' })
    if (!made.ok) throw new Error(made.message)
    const [board] = made.value.boards
    if (board === undefined) throw new Error('no board')
    this.#workshop = made.value.id
    this.#board = board.id
    this.#doc = board.doc
    const { keys } = made.value
    const persons = new Map<string, string>()
    for (const [name, key] of [
      ['ama', keys.facilitator],
      ['bo', keys.join],
      ['cy', keys.join],
      ['oz', keys.observer],
      ['di', keys.join],
    ] as const) {
      const joined = await rooms.join(made.value.id, key, name, undefined)
      if (!joined.ok) throw new Error(joined.message)
      persons.set(name, joined.personId)
    }
    for (const name of PEOPLE) {
      const owner = {
        person: persons.get(name) ?? '',
        isFacilitator: name === 'ama',
        writes: name !== 'oz' && name !== 'di',
      }
      this.#devices.push(new Device(owner, () => (this.#clients += 1)))
    }
    for (const device of this.#devices) await this.#open(device)
  }

  async #room(): Promise<Room> {
    const room = await this.#server.rooms.find(this.#workshop)
    if (room === undefined) throw new Error('the workshop is gone')
    return room
  }

  async #open(device: Device): Promise<void> {
    const line = new Line()
    device.open(line)
    const room = await this.#room()
    line.server = (await room.openBoard(this.#doc, line.socket, device.owner.person, true)) ?? null
  }

  /** Does one step and lets the server come to rest. */
  async run(step: Step): Promise<void> {
    const device = 'device' in step ? this.#devices[step.device] : undefined
    switch (step.kind) {
      case 'deed':
        if (device?.owner.writes === true) {
          perform(device.replica, step.deed)
          this.counts.deeds += 1
        }
        break
      case 'up':
        device?.line?.deliverUp(step.count)
        break
      case 'down':
        device?.deliverDown(step.count)
        break
      case 'disk':
        await this.#disk.write(step.count)
        break
      case 'open':
        if (device && device.line === null) await this.#open(device)
        break
      case 'cut':
        if (device) this.#cut(device)
        break
      case 'late':
        this.#late.at(step.which % Math.max(1, this.#late.length))?.deliverUp(step.count)
        if (step.count === 0) this.#late.shift()?.server?.closed()
        break
      case 'keep':
        device?.keep()
        break
      case 'reload':
        if (device) this.#reload(device)
        break
      case 'time':
        await this.#server.clock.advance(step.ms)
        if (step.ms > 1_000) this.#server.rooms.tick()
        break
      case 'undoPerson':
        if (device) await this.#undoPerson(device, step.ms)
        break
      case 'crash':
        await this.#crash(step.finished)
        break
      default:
        step satisfies never
    }
    await atRest()
    this.#dropClosed()
  }

  /** A facilitator takes back what somebody did lately. The answer comes when it is on disk, or never. */
  async #undoPerson(device: Device, ms: number): Promise<void> {
    const [facilitator] = this.#devices
    const room = await this.#room()
    const since = this.#server.clock.now() - ms
    const { person } = device.owner
    if (facilitator === undefined) return
    void room
      .command(facilitator.owner.person, { type: 'board.undoPerson', board: this.#board, person, since })
      .then((answer) => {
        expect(answer.ok).toBe(true)
        this.counts.undone += 1
      })
  }

  #cut(device: Device): void {
    const line = device.cut()
    if (line === null) return
    this.counts.cuts += 1
    this.#late.push(line)
  }

  #reload(device: Device): void {
    this.#cut(device)
    device.reload()
    this.counts.reloads += 1
  }

  /** A connection that the server closed. Honest devices are never sent away for what they wrote. */
  #dropClosed(): void {
    for (const device of this.#devices) {
      if (device.line?.closed == null) continue
      expect(device.line.closed.code).toBeGreaterThanOrEqual(4_500)
      device.cut()
    }
  }

  /** The power goes. What was acknowledged or seen by anybody is on the disk; a new server starts from it. */
  async #crash(finished: number): Promise<void> {
    this.counts.crashes += 1
    for (const device of this.#devices) device.cut()
    this.#late = []
    const { clock } = this.#server
    await this.#disk.lose(finished)
    await this.#expectKept()
    this.#server = this.#startServer(clock.now() + 1_000)
  }

  /** What the disk holds of the board, read by nobody's help but Yjs's. */
  async #stored(): Promise<Y.Doc> {
    const { snapshot, rows, damage } = await this.#disk.stored.load(this.#doc)
    expect(damage).toBeNull()
    const doc = new Y.Doc()
    if (snapshot) Y.applyUpdate(doc, snapshot.state)
    for (const row of rows) Y.applyUpdate(doc, row.update)
    expect(isSettled(doc)).toBe(true)
    return doc
  }

  async #expectKept(): Promise<void> {
    const stored = await this.#stored()
    for (const device of this.#devices) {
      expectContains(stored, device.acknowledged, 'acknowledged')
      // Seen means saved: whatever came from others is on the disk.
      const own = new Set(device.clients)
      for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(device.replica.doc))) {
        if (!own.has(client)) expect(Y.getState(stored.store, client)).toBeGreaterThanOrEqual(clock)
      }
    }
    stored.destroy()
  }

  /** Everybody connected, everything through, everything on disk; then all must be the same. */
  async end(): Promise<void> {
    for (const line of this.#late.splice(0)) line.server?.closed()
    for (let round = 0, quiet = 0; quiet < 3; round += 1) {
      if (round > 200) throw new Error('it never comes to rest')
      let moved = 0
      for (const device of this.#devices) {
        if (device.line === null) await this.#open(device)
        moved += (device.line?.up.length ?? 0) + (device.line?.down.length ?? 0)
        device.line?.deliverUp(Infinity)
        device.deliverDown(Infinity)
      }
      await this.#server.clock.advance(30)
      if (this.#disk.isBusy) moved += 1
      await this.#disk.write(Infinity)
      await this.#server.clock.advance(30)
      this.#dropClosed()
      quiet = moved === 0 ? quiet + 1 : 0
    }
    const stored = await this.#stored()
    const expected = allOf(new BoardReading(stored))
    const room = await this.#room()
    const served = await room.withBoards(([board]) => {
      const reading = board?.room.read()
      const all = reading && allOf(reading)
      reading?.dispose()
      return all
    })
    expect(served).toEqual(expected)
    for (const device of this.#devices) {
      const { doc, board } = device.replica
      expect(isSettled(doc)).toBe(true)
      expect(allOf(board)).toEqual(expected)
      expect(device.unsaved).toBe(0)
      expectContains(stored, device.acknowledged, 'acknowledged')
      expectContains(stored, device.owed, 'written')
      this.counts.acknowledged += device.acknowledged.length
    }
    expect(repair(stored, 'nobody')).toBe(0)
    const reading = new BoardReading(stored)
    this.counts.notes += reading.notes.size
    this.counts.drawings += [...reading.drawings.values()].filter(isFigure).length
    // Whoever only looks on writes nothing, whatever the others do.
    for (const device of this.#devices.filter(({ owner }) => !owner.writes)) {
      expect(device.owed).toEqual([])
      for (const client of device.clients) expect(Y.getState(stored.store, client)).toBe(0)
      this.counts.seen += device.heard
    }
  }
}

/** Applying what is there already changes nothing, to the last clock and deletion. */
function expectContains(doc: Y.Doc, updates: readonly Uint8Array[], what: string): void {
  if (updates.length === 0) return
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeSnapshot(Y.snapshot(copy))
  for (const update of updates) Y.applyUpdate(copy, update)
  expect(Y.equalSnapshots(Y.decodeSnapshot(before), Y.snapshot(copy)), `something ${what} is lost`).toBe(true)
  copy.destroy()
}
