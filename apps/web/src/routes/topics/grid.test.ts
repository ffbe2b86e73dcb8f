import type { PersonView, Place, TopicView, WorkshopView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { topicWith } from '../../testing/topicWith.ts'
import { meWith, spaceWith, stageWith, viewWith } from '../../testing/viewWith.ts'
import type { Grid } from './grid.ts'
import { cellKey, clashes, freeCells, freeNear, gridOf, inSight, mayPlace, ownOf } from './grid.ts'
import { clashWords } from './clashWords.ts'
import { isNewTopic } from './lastLook.ts'
import { placeWords, rowsOf } from './rows.ts'

const NOW = Date.UTC(2026, 10, 17, 13, 20)

const topic = (id: string, parts: Partial<TopicView> = {}): TopicView =>
  topicWith(id, {
    questions: [{ id, text: `About ${id}`, origin: id, by: 'bo' }],
    conveners: ['bo'],
    posted: 0,
    ...parts,
  })

const cell = (round: string, space: string): Place => ({ round, space, time: '', where: '' })
const placed = (id: string, round: string, space: string, parts: Partial<TopicView> = {}): TopicView =>
  topic(id, { state: 'scheduled', place: cell(round, space), ...parts })

/** Two rounds after a marketplace that is on, and so many spaces. */
function market(
  topics: readonly TopicView[],
  { spaces = 6, rounds = 2 }: { readonly spaces?: number; readonly rounds?: number } = {},
): WorkshopView {
  const stages = [
    ['market', stageWith(0, { kind: 'marketplace', started: NOW, minutes: 15 })] as const,
    ...Array.from(
      { length: rounds },
      (_, at) =>
        [
          `r${at + 1}`,
          stageWith(at + 1, { kind: 'round', where: 'round', minutes: 22, round: at + 1 }),
        ] as const,
    ),
  ]
  const view = viewWith({
    stages: Object.fromEntries(stages),
    spaces: Object.fromEntries(
      Array.from({ length: spaces }, (_, at) => [`s${at + 1}`, spaceWith(at + 1, {})]),
    ),
    topics: Object.fromEntries(topics.map((each) => [each.id, each])),
  })
  return { ...view, now: { ...view.now, stage: 'market' } }
}

const gridIn = (view: WorkshopView): Grid => gridOf(view, rowsOf(view, NOW))

describe('rows', () => {
  it('are the rounds of the running order, with their numbers and planned times', () => {
    const rows = rowsOf(market([]), NOW)
    expect(rows.map(({ id, number, standing }) => [id, number, standing])).toEqual([
      ['r1', 1, 'next'],
      ['r2', 2, 'later'],
    ])
    const minute = 60_000
    expect(rows.map(({ begins, ends }) => [begins, ends])).toEqual([
      [NOW + 15 * minute, NOW + 37 * minute],
      [NOW + 37 * minute, NOW + 59 * minute],
    ])
  })

  it('say no times while nothing has begun and no start is planned', () => {
    const view = market([])
    const rows = rowsOf({ ...view, now: { ...view.now, stage: null } }, NOW)
    expect(rows.map(({ begins, ends }) => [begins, ends])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('are over once they were left, and on while they are', () => {
    const view = market([])
    const stages = {
      ...view.stages,
      r1: stageWith(1, { where: 'round', round: 1, started: NOW - 9, ended: NOW - 1 }),
    }
    const rows = rowsOf({ ...view, stages, now: { ...view.now, stage: 'r2' } }, NOW)
    expect(rows.map(({ standing }) => standing)).toEqual(['over', 'on'])
  })
})

describe('the grid', () => {
  it('holds one topic a cell, and lists what is elsewhere, waits, or is on it no more', () => {
    const view = market([
      placed('a', 'r1', 's2'),
      topic('b', { posted: 2 }),
      topic('c', { posted: 1 }),
      topic('d', { state: 'withdrawn', place: cell('r1', 's3') }),
      topic('e', { state: 'merged', mergedInto: 'a' }),
      topic('f', {
        state: 'scheduled',
        place: { round: null, time: '14:10', space: null, where: 'hallway' },
      }),
    ])
    const grid = gridIn(view)
    expect([...grid.cells]).toEqual([[cellKey('r1', 's2'), view.topics['a']]])
    expect(grid.unplaced.map(({ id }) => id)).toEqual(['c', 'b'])
    expect(grid.elsewhere.map(({ id }) => id)).toEqual(['f'])
    expect(grid.record.map(({ id }) => id)).toEqual(['d', 'e'])
    expect(freeCells(grid)).toHaveLength(11)
    expect(placeWords(view, grid.rows, { place: cell('r1', 's2') })).toBe('Round 1 · Space 2')
    expect(placeWords(view, grid.rows, { place: view.topics['f']?.place ?? null })).toBe('14:10 · hallway')
  })

  it('keeps a space in sight that was folded away with a topic in it, and offers none of its cells', () => {
    const view = market([placed('a', 'r1', 's3')], { spaces: 2 })
    const grid = gridIn({
      ...view,
      spaces: {
        ...view.spaces,
        s3: spaceWith(3, { isHidden: true }),
        s4: spaceWith(4, { isHidden: true }),
      },
    })
    expect(grid.columns.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(grid.spares.map(({ number }) => number)).toEqual([4])
    expect(freeCells(grid).map(({ space }) => space.number)).toEqual([1, 2, 1, 2])
  })

  it('A13 names the nearest free cells: the same round first, then another round', () => {
    const view = market([
      placed('a', 'r1', 's1'),
      placed('b', 'r1', 's2'),
      placed('c', 'r1', 's3'),
      placed('d', 'r2', 's3'),
    ])
    const near = freeNear(gridIn(view), view.topics, { round: 'r1', space: 's3' })
    expect(near.map(({ row, space }) => [row.number, space.number])).toEqual([
      [1, 4],
      [2, 4],
      [1, 5],
    ])
  })

  it('A13 never names the cell itself, also where who was faster is not in the view yet', () => {
    const view = market([])
    const near = freeNear(gridIn(view), view.topics, { round: 'r1', space: 's3' })
    expect(near.map(({ row, space }) => [row.number, space.number])).toEqual([
      [1, 4],
      [2, 3],
      [1, 2],
    ])
  })

  it('names none of a round that is over', () => {
    const view = market([placed('a', 'r2', 's1')], { spaces: 1 })
    const stages = { ...view.stages, r1: stageWith(1, { where: 'round', round: 1, started: 1, ended: 2 }) }
    const later = { ...view, stages, now: { ...view.now, stage: 'r2' } }
    expect(freeNear(gridIn(later), later.topics, { round: 'r2', space: 's1' })).toEqual([])
  })
})

describe('folding', () => {
  const row = (round: string, count: number): TopicView[] =>
    Array.from({ length: count }, (_, at) => placed(`${round} ${at}`, round, `s${at + 1}`))

  it('shows three spaces while there is plenty of room, and more as it fills', () => {
    expect(inSight(gridIn(market([])))).toEqual({ rows: 2, columns: 3 })
    expect(inSight(gridIn(market(row('r1', 3))))).toEqual({ rows: 2, columns: 3 })
    expect(inSight(gridIn(market([...row('r1', 3), ...row('r2', 2)])))).toEqual({ rows: 2, columns: 4 })
    expect(inSight(gridIn(market([...row('r1', 6), ...row('r2', 6)])))).toEqual({ rows: 2, columns: 6 })
  })

  it('has room for everything that waits for a place', () => {
    const waiting = Array.from({ length: 13 }, (_, at) => topic(`w${at}`))
    expect(inSight(gridIn(market(waiting)))).toEqual({ rows: 2, columns: 6 })
  })

  it('folds rounds at the end only beyond the third, and never what holds a topic', () => {
    expect(inSight(gridIn(market([], { rounds: 6 })))).toEqual({ rows: 3, columns: 3 })
    expect(inSight(gridIn(market([placed('a', 'r5', 's5')], { rounds: 6 })))).toEqual({ rows: 5, columns: 5 })
  })

  it('folds nothing away that was in sight', () => {
    expect(inSight(gridIn(market([])), { rows: 2, columns: 5 })).toEqual({ rows: 2, columns: 5 })
  })
})

describe('whose topics', () => {
  it('warns of two topics of one convener in one round, and of nothing that is over', () => {
    const mine = topic('mine', { conveners: ['bo', 'ama'] })
    const { topics } = market([
      mine,
      placed('a', 'r1', 's1'),
      placed('b', 'r1', 's2', { conveners: ['cy'] }),
      placed('c', 'r1', 's3', { state: 'ended' }),
      placed('d', 'r2', 's1'),
    ])
    expect(clashes(topics, mine, 'r1').map(({ id }) => id)).toEqual(['a'])
    expect(clashes(topics, mine, null)).toEqual([])
  })

  it('says who would be in two places: oneself, or by name', () => {
    const mine = topic('mine', { conveners: ['ama', 'bo'] })
    const person = (name: string): PersonView => ({ name, role: 'participant', at: null })
    const people = { ama: person('Ama'), bo: person('Bo') }
    const said = (...conveners: string[]) => {
      const view = { ...market([mine, placed('a', 'r1', 's1', { conveners })]), people }
      const [row] = rowsOf(view, NOW)
      return row === undefined ? undefined : clashWords(view, mine, row)?.beside
    }
    expect(said('ama')).toBe('You offer another topic in this round: “About a”')
    expect(said('bo')).toBe('Bo offers another topic in this round: “About a”')
    expect(said('ama', 'bo')).toBe('Ama and Bo offer another topic in this round: “About a”')
    expect(said('cy')).toBeUndefined()
  })

  it('lets conveners, those who write for them, and facilitators place; nobody else, and nothing that has begun', () => {
    const of = (parts: Partial<WorkshopView['me']>) => ({ me: meWith(parts) })
    expect(mayPlace(of({ person: 'bo' }), topic('a'))).toBe(true)
    expect(mayPlace(of({ assists: ['bo'] }), topic('a'))).toBe(true)
    expect(mayPlace(of({ role: 'facilitator' }), topic('a'))).toBe(true)
    expect(mayPlace(of({}), topic('a'))).toBe(false)
    expect(mayPlace(of({ role: 'observer', person: 'bo' }), topic('a'))).toBe(false)
    expect(mayPlace(of({ person: 'bo' }), topic('a', { state: 'running' }))).toBe(false)
  })

  it('lists one’s own by time: what one convenes and what one signed up for', () => {
    const view = market([
      placed('later', 'r2', 's1', { conveners: ['ama'] }),
      placed('sooner', 'r1', 's5'),
      placed('others', 'r1', 's1'),
      topic('waiting', { conveners: ['ama'] }),
    ])
    const me = meWith({ topics: { ...view.me.topics, signUps: { ama: ['sooner'] } } })
    const own = ownOf({ ...view, me }, gridIn(view), 'ama')
    expect(own.map((each) => [each.topic.id, each.isConvener])).toEqual([
      ['sooner', false],
      ['later', true],
    ])
  })

  it('A15 takes for new what others offered since one looked', () => {
    const isNew = (parts: Partial<TopicView>) => isNewTopic({ me: meWith({}) }, topic('x', parts), 10)
    expect(isNew({ posted: 15 })).toBe(true)
    expect(isNew({ posted: 5 })).toBe(false)
    expect(isNew({ posted: 15, conveners: ['ama'] })).toBe(false)
    expect(isNew({ posted: 15, state: 'withdrawn' })).toBe(false)
  })
})
