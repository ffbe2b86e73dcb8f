/** The guard's law: what people may do, done through the operations, always gets in; and nothing more is told of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardReading } from './BoardReading.ts'
import { isFigure } from './figureGeometry.ts'
import { inspectUpdate } from './guard.ts'
import type { Sender } from './judgeEntities.ts'
import { keepHidden, repair } from './repair.ts'
import { seedBoard } from './seed.ts'
import type { Deed, Replica } from './testing/people.ts'
import { allOf, deed, isSettled, makeReplica, perform, SEED } from './testing/people.ts'

const SERVER = 'server'

/** A server that lets in what the guard allows, with a line in each direction to each person. */
class Hub {
  readonly doc = new Y.Doc()
  readonly board = new BoardReading(this.doc)
  readonly people: readonly Replica[]
  readonly #owners = new Map<number, string>([[1, SERVER]])
  /** Updates on their way to the server, by person. */
  readonly #up: Uint8Array[][]
  /** Updates on their way to each person. */
  readonly #down: Uint8Array[][]
  accepted = 0
  /** Updates taken in while something was hidden. */
  besideHidden = 0
  besideHiddenFigures = 0

  constructor() {
    this.doc.clientID = 1
    seedBoard(this.doc, SEED, SERVER)
    this.people = [makeReplica('ama', 11, true), makeReplica('bo', 12), makeReplica('cy', 13)]
    this.#up = this.people.map(() => [])
    this.#down = this.people.map(() => [])
    this.people.forEach((person, index) => {
      Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(this.doc), SERVER)
      person.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== SERVER) this.#up[index]?.push(update)
      })
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#down.forEach((line, index) => {
        if (origin !== index) line.push(update)
      })
    })
  }

  send(index: number, merged: boolean): void {
    const line = this.#up[index]?.splice(0) ?? []
    if (line.length === 0) return
    for (const update of merged ? [Y.mergeUpdates(line)] : line) this.#take(index, update)
  }

  /** As after a lost connection: what is on its way is lost, both ends tell each other what they have. */
  reconnect(index: number): void {
    const person = this.people[index]
    if (person === undefined) return
    const held = this.#up[index]?.splice(0).slice(-1) ?? []
    const diff = Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(this.doc))
    this.#down[index]?.splice(0)
    this.#take(index, Y.mergeUpdates([...held, diff]))
    this.#down[index]?.splice(0)
    Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(person.doc)), SERVER)
  }

  receive(index: number): void {
    const person = this.people[index]
    for (const update of this.#down[index]?.splice(0) ?? [])
      if (person) Y.applyUpdate(person.doc, update, SERVER)
  }

  #take(index: number, update: Uint8Array): void {
    const person = this.people[index]
    if (person === undefined) return
    const sender: Sender = {
      person: person.name,
      isFacilitator: person.isFacilitator,
      mayWriteAs: (name) => name === person.name,
      ownerOf: (client) => this.#owners.get(client),
    }
    const before = new Map(this.board.notes)
    const drawingsBefore = new Map(this.board.drawings)
    const hiddenBefore = [...before.values()].filter((note) => note.gone?.how === 'hidden')
    const figuresBefore = [...drawingsBefore.values()].filter(isFigure)
    const hiddenFigures = figuresBefore.filter((figure) => figure.gone?.how === 'hidden')
    const result = inspectUpdate(this.doc, update, sender)
    expect(result).toMatchObject({ ok: true })
    if (!result.ok) return
    for (const client of result.newClients) this.#owners.set(client, person.name)
    const clock = Y.encodeSnapshot(Y.snapshot(this.doc))
    Y.applyUpdate(this.doc, update, index)
    keepHidden(this.doc, result.hidden, SERVER)
    expect(isSettled(this.doc)).toBe(true)
    if (!result.isNew) expect(Y.encodeSnapshot(Y.snapshot(this.doc))).toEqual(clock)
    // What was touched is told, and nothing that was honestly written needs mending.
    for (const [id, note] of this.board.notes) {
      if (before.get(id) !== note) expect(result.touched.get('notes')?.has(id)).toBe(true)
      const words = before.get(id)?.text
      if (words !== undefined && words !== note.text) expect(result.reworded.has(id)).toBe(true)
    }
    for (const [id, drawing] of this.board.drawings)
      if (drawingsBefore.get(id) !== drawing) expect(result.touched.get('drawings')?.has(id)).toBe(true)
    // Nobody takes anything out of a stroke.
    for (const figure of figuresBefore) {
      const now = this.board.drawings.get(figure.id)
      if (figure.kind === 'ink' && now?.kind === 'ink')
        expect(now.points.slice(0, figure.points.length)).toEqual(figure.points)
    }
    expect(repair(this.doc, SERVER, result.touched)).toBe(0)
    if (!person.isFacilitator) {
      for (const { id } of hiddenBefore) expect(this.board.notes.get(id)?.gone?.how).toBe('hidden')
      for (const { id } of hiddenFigures)
        expect(this.board.drawings.get(id)).toMatchObject({ gone: { how: 'hidden' } })
    }
    this.accepted += 1
    if (hiddenBefore.length > 0) this.besideHidden += 1
    if (hiddenFigures.length > 0) this.besideHiddenFigures += 1
  }
}

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('deed' as const), who: fc.nat(2), deed }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('send' as const), who: fc.nat(2), merged: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('receive' as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reconnect' as const), who: fc.nat(2) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function run(hub: Hub, each: Step): void {
  const person = hub.people[each.who]
  if (person === undefined) return
  if (each.kind === 'deed') perform(person, each.deed)
  else if (each.kind === 'send') hub.send(each.who, each.merged)
  else if (each.kind === 'receive') hub.receive(each.who)
  else hub.reconnect(each.who)
}

describe('the guard and honest people', () => {
  it('[B-30] everything done by the operations gets in, also undone, merged, held back and sent after a break', () => {
    let accepted = 0
    let besideHidden = 0
    let besideHiddenFigures = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 120, size: 'max' }), (steps) => {
        const hub = new Hub()
        for (const each of steps) run(hub, each)
        for (const [index] of hub.people.entries()) hub.reconnect(index)
        for (const [index, person] of hub.people.entries()) {
          hub.receive(index)
          expect(allOf(person.board)).toEqual(allOf(hub.board))
          expect(allOf(new BoardReading(person.doc))).toEqual(allOf(person.board))
        }
        accepted += hub.accepted
        besideHidden += hub.besideHidden
        besideHiddenFigures += hub.besideHiddenFigures
      }),
      { numRuns: 100 },
    )
    // The law says nothing where nobody did anything.
    expect(accepted).toBeGreaterThan(300)
    expect(besideHidden).toBeGreaterThan(5)
    expect(besideHiddenFigures).toBeGreaterThan(5)
  })

  it('[B-31] values overwritten while away, kept for undo, arrive as one struct and get in', () => {
    const hub = new Hub()
    const at = (x: number): Deed => ({ kind: 'move', a: x, b: x, words: '' })
    const [, bo] = hub.people
    if (bo === undefined) throw new Error('nobody')
    perform(bo, { kind: 'add', a: 0, b: 0, words: 'note' })
    for (const x of [3, 6, 9, 12]) {
      perform(bo, { kind: 'checkpoint', a: 0, b: 0, words: '' })
      perform(bo, at(x))
    }
    hub.reconnect(1)
    expect(allOf(hub.board)).toEqual(allOf(bo.board))
  })

  it('[B-32] a drawing hidden while its maker deletes or restores it stays hidden', () => {
    for (const kind of ['removeFigure', 'restoreFigure'] as const) {
      const hub = new Hub()
      const [ama, bo] = hub.people
      if (ama === undefined || bo === undefined) throw new Error('nobody')
      const deedOf = (what: Deed['kind']): Deed => ({ kind: what, a: 0, b: 0, words: '' })
      perform(bo, deedOf('outline'))
      if (kind === 'restoreFigure') perform(bo, deedOf('removeFigure'))
      hub.send(1, false)
      hub.receive(0)
      if (kind === 'restoreFigure') perform(ama, deedOf('restoreFigure'))
      perform(ama, deedOf('hideFigure'))
      hub.send(0, false)
      perform(bo, deedOf(kind))
      hub.send(1, false)
      for (const index of [0, 1, 2]) hub.receive(index)
      for (const person of hub.people) {
        const figures = [...person.board.drawings.values()].filter(isFigure)
        expect(figures.map((figure) => figure.gone?.how)).toEqual(['hidden'])
      }
    }
  })

  it('[B-32] a note hidden while its writer deletes or restores it stays hidden', () => {
    for (const kind of ['remove', 'restore'] as const) {
      const hub = new Hub()
      const [ama, bo] = hub.people
      if (ama === undefined || bo === undefined) throw new Error('nobody')
      perform(bo, { kind: 'add', a: 0, b: 0, words: 'note' })
      if (kind === 'restore') perform(bo, { kind: 'remove', a: 0, b: 0, words: '' })
      hub.send(1, false)
      hub.receive(0)
      if (kind === 'restore') perform(ama, { kind: 'restore', a: 0, b: 0, words: '' })
      perform(ama, { kind: 'hide', a: 0, b: 0, words: '' })
      hub.send(0, false)
      perform(bo, { kind, a: 0, b: 0, words: '' })
      hub.send(1, false)
      for (const index of [0, 1, 2]) hub.receive(index)
      for (const person of hub.people) {
        expect([...person.board.notes.values()].map((note) => note.gone?.how)).toEqual(['hidden'])
      }
    }
  })
})
