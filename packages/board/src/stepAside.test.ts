/** People who write at the same moment find their notes side by side. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { visibleNotes } from './BoardReading.ts'
import { addNotes, moveNotes } from './operations.ts'
import { seedBoard } from './seed.ts'
import { FreshNotes } from './stepAside.ts'
import type { Replica } from './testing/people.ts'
import { makeReplica, SEED } from './testing/people.ts'

const REMOTE = 'remote'

interface Somebody extends Replica {
  readonly fresh: FreshNotes
}

function gather(count: number): Somebody[] {
  const seeded = new Y.Doc()
  seeded.clientID = 1
  seedBoard(seeded, SEED, REMOTE)
  return Array.from({ length: count }, (_, index) => {
    const replica = makeReplica(`p${index}`, 11 + index)
    Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(seeded), REMOTE)
    const fresh = new FreshNotes(replica.writer)
    replica.board.onChange(({ notes, origin }) => {
      if (origin === REMOTE) fresh.giveWay(notes)
      else fresh.made(notes)
    })
    return { ...replica, fresh }
  })
}

/** Everybody hears everything from everybody, until nobody says anything new. */
function talk(all: readonly Somebody[]): void {
  for (let round = 0; round < 50; round += 1) {
    let isNew = false
    for (const to of all) {
      for (const from of all) {
        const update = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc))
        const before = Y.encodeStateVector(to.doc).join()
        Y.applyUpdate(to.doc, update, REMOTE)
        isNew ||= before !== Y.encodeStateVector(to.doc).join()
      }
    }
    if (!isNew) return
  }
  throw new Error('They never come to rest.')
}

const placesOf = ({ board }: Replica): string[] => visibleNotes(board).map(({ x, y }) => `${x} ${y}`)
const sectionOf = ({ board }: Replica, tag: string): string | null =>
  [...board.regions.values()].find((region) => region.tag === tag)?.id ?? null

describe('[B-81] notes made at once', () => {
  it('come to lie on places of their own, in their section, whoever hears of whom first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { maxLength: 3 }), { minLength: 2, maxLength: 5 }),
        (written) => {
          const all = gather(written.length)
          written.forEach((notes, index) => {
            const who = all[index]
            if (who === undefined) return
            for (const isKept of notes)
              addNotes(who.writer, [{ text: 'words', region: sectionOf(who, isKept ? 'keep' : 'park') }])
          })
          const keeps = written.flat().filter(Boolean).length
          talk(all)
          for (const who of all) {
            expect(new Set(placesOf(who)).size).toBe(written.flat().length)
            expect(placesOf(who).toSorted()).toEqual(placesOf(all[0] ?? who).toSorted())
            const kept = visibleNotes(who.board).filter(({ region }) => region === sectionOf(who, 'keep'))
            expect(kept.length).toBe(keeps)
          }
        },
      ),
    )
  })

  it('one stays where it was made, and taking back the other takes it away', () => {
    const [ama, bo] = gather(2)
    if (ama === undefined || bo === undefined) throw new Error('nobody')
    const [first] = addNotes(ama.writer, [{ text: 'first', region: sectionOf(ama, 'keep') }])
    const [second] = addNotes(bo.writer, [{ text: 'second', region: sectionOf(bo, 'keep') }])
    const place = placesOf(ama)[0]
    talk([ama, bo])
    expect(placesOf(ama)).toContain(place)
    bo.undo.undo()
    talk([ama, bo])
    expect(visibleNotes(ama.board).map(({ id }) => id)).toEqual([first])
    bo.undo.redo()
    talk([ama, bo])
    expect(new Set(visibleNotes(ama.board).map(({ id }) => id))).toEqual(new Set([first, second]))
    expect(new Set(placesOf(ama)).size).toBe(2)
  })

  it('what a hand has moved stays where the hand put it', () => {
    const [ama, bo] = gather(2)
    if (ama === undefined || bo === undefined) throw new Error('nobody')
    addNotes(ama.writer, [{ text: 'first', region: sectionOf(ama, 'keep') }])
    const [second] = addNotes(bo.writer, [{ text: 'second', region: sectionOf(bo, 'keep') }])
    moveNotes(bo.writer, [{ id: second ?? '', to: { x: 40, y: 500 } }])
    talk([ama, bo])
    expect(ama.board.notes.get(second ?? '')).toMatchObject({ x: 40, y: 500 })
  })
})
