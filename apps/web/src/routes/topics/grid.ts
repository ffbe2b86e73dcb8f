/** The marketplace as data: what is in which cell, what is folded away, where there is room (methods §1.2, OS-6, OS-7). */
import type { Place, TopicView, WorkshopView } from '@moot/workshop'
import { cellOf, isOnGrid, isOpen, isOver, nearestFree } from '@moot/workshop'
import type { ListedSpace } from '../workshop/places.ts'
import { spacesInOrder } from '../workshop/places.ts'
import { convenes } from '../workshop/topicsHere.ts'
import type { Row } from './rows.ts'

/** More spaces than this are read as a list by round. */
export const COLUMNS_MAX = 6
/** So many columns and coming rows stay in sight, however empty. */
const COLUMNS_LEAST = 3
const ROWS_LEAST = 3
/** So many free cells at least stay in sight. */
const FREE_LEAST = 2

/** What is where. */
export interface Grid {
  readonly rows: readonly Row[]
  /** Spaces that are not folded away by a facilitator, and those that hold topics. */
  readonly columns: readonly ListedSpace[]
  /** Spaces that a facilitator folded away; for facilitators only. */
  readonly spares: readonly ListedSpace[]
  /** By `cellKey`. */
  readonly cells: ReadonlyMap<string, TopicView>
  /** In a place or at a time of somebody's own words, by time of offering. */
  readonly elsewhere: readonly TopicView[]
  readonly unplaced: readonly TopicView[]
  /** Joined with others or withdrawn. */
  readonly record: readonly TopicView[]
}

/** The cell of a round and a space. */
export function cellKey(round: string, space: string): string {
  return cellOf({ round, space, time: '', where: '' }) ?? ''
}

/** @param rows - see `rowsOf` */
export function gridOf(
  { spaces, topics }: Pick<WorkshopView, 'spaces' | 'topics'>,
  rows: readonly Row[],
): Grid {
  const all = Object.values(topics).toSorted((a, b) => a.posted - b.posted || (a.id < b.id ? -1 : 1))
  const breakouts = spacesInOrder(spaces).filter(({ kind }) => kind === 'breakout')
  const known = new Set(breakouts.map(({ id }) => id))
  const rounds = new Set(rows.map(({ id }) => id))
  const cells = new Map<string, TopicView>()
  const elsewhere: TopicView[] = []
  const used = new Set<string>()
  for (const topic of all) {
    const { place } = topic
    // Started before it had a place: it is on, or was, all the same.
    if (place === null && (topic.state === 'running' || isOver(topic))) elsewhere.push(topic)
    if (place === null || !isOnGrid(topic)) continue
    const isCell =
      place.round !== null && place.space !== null && rounds.has(place.round) && known.has(place.space)
    const key = isCell ? cellOf(place) : undefined
    if (key === undefined || place.space === null) elsewhere.push(topic)
    else {
      cells.set(key, topic)
      used.add(place.space)
    }
  }
  return {
    rows,
    columns: breakouts.filter(({ id, isHidden }) => !isHidden || used.has(id)),
    spares: breakouts.filter(({ id, isHidden }) => isHidden && !used.has(id)),
    cells,
    elsewhere,
    unplaced: all.filter(({ state }) => state === 'posted'),
    record: all.filter(({ state }) => state === 'merged' || state === 'withdrawn'),
  }
}

/** Whether something can still be put into a round. */
export const isPlaceable = ({ standing }: Pick<Row, 'standing'>): boolean => standing !== 'over'

/** The spaces that hold no topic in a round. */
export const freeIn = ({ columns, cells }: Pick<Grid, 'columns' | 'cells'>, round: string): ListedSpace[] =>
  columns.filter(({ id }) => !cells.has(cellKey(round, id)))

/** A free cell. */
export interface FreeCell {
  readonly row: Row
  readonly space: ListedSpace
}

/** Every free cell, round by round. */
export function freeCells(grid: Pick<Grid, 'rows' | 'columns' | 'cells'>): FreeCell[] {
  return grid.rows.filter(isPlaceable).flatMap((row) =>
    freeIn(grid, row.id)
      .filter(({ isHidden }) => !isHidden)
      .map((space) => ({ row, space })),
  )
}

/** The free cells nearest to one, see `nearestFree` of the workshop: the same round, another round, and one more. */
export function freeNear(
  grid: Grid,
  topics: WorkshopView['topics'],
  wanted: Pick<Place, 'round' | 'space'>,
  count = 3,
): FreeCell[] {
  const { rows, columns } = grid
  const cell = { round: wanted.round ?? '', space: wanted.space ?? '' }
  // Who was faster there may not be in this view yet.
  const faster = { id: '', state: 'scheduled', place: { ...cell, time: '', where: '' } } as const
  const near = nearestFree(
    {
      rows: rows.map((row) => ({ ...row, isOver: !isPlaceable(row), isOn: row.standing === 'on' })),
      columns: columns.filter(({ isHidden }) => !isHidden),
    },
    { ...topics, '': faster },
    cell,
    count,
  )
  return near.flatMap((each) => {
    const row = rows.find(({ id }) => id === each.round)
    const space = columns.find(({ id }) => id === each.space)
    return row === undefined || space === undefined ? [] : [{ row, space }]
  })
}

/** How many rows and columns are in sight, the first ones. */
export interface InSight {
  readonly rows: number
  readonly columns: number
}

/**
 * Folds empty columns and rows at the end away while there is room elsewhere, so that early topics spread over the
 * rounds, and people look at no empty table. @param least - what was in sight before: nothing folds under one's hand
 */
export function inSight(grid: Grid, least: InSight = { rows: 0, columns: 0 }): InSight {
  const { rows, columns, cells, unplaced } = grid
  const isUsed = (row: Row, space: ListedSpace): boolean => cells.has(cellKey(row.id, space.id))
  const lastColumn = columns.findLastIndex((space) => rows.some((row) => isUsed(row, space)))
  const lastRow = rows.findLastIndex((row) => columns.some((space) => isUsed(row, space)))
  const coming = rows.filter(isPlaceable).length
  const past = rows.length - coming
  const wanted = Math.max(FREE_LEAST, unplaced.length)
  let height = Math.max(lastRow + 1, Math.min(rows.length, past + ROWS_LEAST), least.rows)
  let width = Math.max(lastColumn + 1, Math.min(columns.length, COLUMNS_LEAST), least.columns)
  const free = (): number =>
    freeCells({ rows: rows.slice(0, height), columns: columns.slice(0, width), cells }).length
  while (width < columns.length && free() < wanted) width += 1
  while (height < rows.length && free() < wanted) height += 1
  return { rows: Math.min(height, rows.length), columns: Math.min(width, columns.length) }
}

/** Other topics in the same round that have a convener in common with one (OS-7): a warning, never a no. */
export function clashes(
  topics: WorkshopView['topics'],
  topic: Pick<TopicView, 'id' | 'conveners'>,
  round: string | null,
): TopicView[] {
  if (round === null) return []
  return Object.values(topics).filter(
    (other) =>
      other.id !== topic.id &&
      other.place?.round === round &&
      isOnGrid(other) &&
      !isOver(other) &&
      other.conveners.some((person) => topic.conveners.includes(person)),
  )
}

/** Whether somebody may put a topic somewhere: its conveners, and facilitators, whose conveners are told. */
export const mayPlace = (view: Pick<WorkshopView, 'me'>, topic: TopicView): boolean =>
  isOpen(topic) && view.me.role !== 'observer' && (view.me.role === 'facilitator' || convenes(view, topic))

/** Where one person is going, and as what. */
export interface Own {
  readonly topic: TopicView
  readonly isConvener: boolean
}

/** Each viewer's own list: what somebody convenes or signed up for and is not over, in order of time. */
export function ownOf(
  { topics, me }: Pick<WorkshopView, 'topics' | 'me'>,
  { rows, columns }: Pick<Grid, 'rows' | 'columns'>,
  person: string,
): Own[] {
  const signedUp = new Set(me.topics.signUps[person])
  const rowAt = new Map(rows.map(({ id }, index) => [id, index]))
  const columnAt = new Map(columns.map(({ id }, index) => [id, index]))
  const placed = (topic: TopicView): number =>
    (rowAt.get(topic.place?.round ?? '') ?? rows.length) * 1_000 +
    (columnAt.get(topic.place?.space ?? '') ?? 999)
  return Object.values(topics)
    .filter((topic) => isOnGrid(topic) && !isOver(topic))
    .map((topic) => ({ topic, isConvener: topic.conveners.includes(person) }))
    .filter(({ topic, isConvener }) => isConvener || signedUp.has(topic.id))
    .toSorted((a, b) => placed(a.topic) - placed(b.topic) || a.topic.posted - b.topic.posted)
}
