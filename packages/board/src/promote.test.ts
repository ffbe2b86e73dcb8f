import { describe, expect, it } from 'vitest'
import { addNotes, removeNotes } from './operations.ts'
import { promoteNotes } from './promote.ts'
import { seedBoard } from './seed.ts'
import { makeReplica, SEED } from './testing/people.ts'
import { visibleNotes } from './BoardReading.ts'

/** A space's board with three notes, and a main board that knows one of its two tags. */
function boards() {
  const space = makeReplica('ama', 1)
  seedBoard(space.doc, SEED, 'server')
  const main = makeReplica('ama', 2)
  const [first, ...others] = SEED.regions
  seedBoard(
    main.doc,
    { ...SEED, regions: [...others.map((each) => ({ ...each, tag: 'other' })), ...(first ? [first] : [])] },
    'server',
  )
  const regionOf = (tag: string) =>
    [...space.board.regions.values()].find((each) => each.tag === tag)?.id ?? null
  const [keep, park, free] = addNotes(space.writer, [
    { text: 'keep this', color: 'mint', region: regionOf('keep') },
    { text: 'park this', region: regionOf('park') },
    { text: 'anywhere' },
  ])
  const from = { board: 'space', reading: space.board }
  const tagsOf = () =>
    visibleNotes(main.board).map(({ text, region }) => [
      text,
      region === null ? null : main.board.regions.get(region)?.tag,
    ])
  return { space, main, from, ids: [keep ?? '', park ?? '', free ?? ''], tagsOf }
}

describe('promoting', () => {
  it('[B-110] copies notes into the section of the same tag, else into none, linked, and leaves the originals', () => {
    const { space, main, from, ids, tagsOf } = boards()
    const before = JSON.stringify([...space.board.notes.values()])
    const { made, there } = promoteNotes(main.writer, from, ids)
    expect([made.length, there.length]).toEqual([3, 0])
    expect(tagsOf()).toEqual([
      ['keep this', 'keep'],
      ['park this', null],
      ['anywhere', null],
    ])
    expect(main.board.notes.get(made[0] ?? '')).toMatchObject({
      from: { board: 'space', item: ids[0], at: space.board.notes.get(ids[0] ?? '')?.created },
      source: 'copied',
      color: 'mint',
      by: 'ama',
    })
    expect(JSON.stringify([...space.board.notes.values()])).toBe(before)
  })

  it('[B-110] copies nothing twice, unless the copy was taken away', () => {
    const { main, from, ids, tagsOf } = boards()
    const { made } = promoteNotes(main.writer, from, ids.slice(0, 2))
    const again = promoteNotes(main.writer, from, [...ids, ...ids])
    expect(again.there).toEqual(made)
    expect(again.made).toHaveLength(1)
    expect(tagsOf()).toHaveLength(3)
    removeNotes(main.writer, made)
    expect(promoteNotes(main.writer, from, ids).made).toHaveLength(2)
    expect(tagsOf()).toHaveLength(3)
  })

  it('[B-110] is one step of undo, and takes nothing that is out of sight', () => {
    const { space, main, from, ids, tagsOf } = boards()
    removeNotes(space.writer, ids.slice(0, 1))
    expect(promoteNotes(main.writer, from, ids).made).toHaveLength(2)
    main.undo.undo()
    expect(tagsOf()).toEqual([])
  })
})
