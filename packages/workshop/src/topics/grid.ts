/** The grid of the marketplace: rounds of the running order by breakout spaces. For the server as for browsers. */
import type { Round } from '../spaces.ts'
import { breakouts } from '../spaces.ts'
import type { Stage } from '../stages.ts'
import type { Workshop } from '../state.ts'
import type { WorkshopView } from '../view.ts'
import type { Place, Topic } from './topic.ts'
import { cellOf, GRACE_MS, isOnGrid } from './topic.ts'

/** A round of the grid. */
export interface GridRow {
  /** Its stage. */
  readonly id: string
  /** What people call it, from 1. */
  readonly number: number
  /** Nothing can be placed in it any more. */
  readonly isOver: boolean
  /** It is on just now: what is placed in it begins at once. */
  readonly isOn: boolean
}

/** A breakout space of the grid. */
export interface GridColumn {
  readonly id: string
  readonly number: number
}

/** Rounds in the order in which they come, spaces by number; those that are folded away left out. */
export interface Grid {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
}

/** A round and a space: one topic's place. */
export interface Cell {
  readonly round: string
  readonly space: string
}

type Placed = Readonly<Record<string, Pick<Topic, 'id' | 'state' | 'place'>>>

/** Whether a stage is a row of the grid. */
export const isRow = ({ where }: Pick<Stage, 'where'>): boolean => where === 'round'

/**
 * What rounds are called by, by stage. One that was opened keeps its number; the others get the next ones in the running
 * order that no round has, never a lower one than a round before them.
 */
export function roundNumbers({
  stages,
  rounds,
}: {
  readonly stages: readonly Pick<Stage, 'id' | 'where'>[]
  readonly rounds: readonly Pick<Round, 'stage' | 'number'>[]
}): ReadonlyMap<string, number> {
  const taken = new Set(rounds.map(({ number }) => number))
  const numbers = new Map<string, number>()
  let last = 0
  for (const { id } of stages.filter(isRow)) {
    const opened = rounds.find(({ stage, number }) => stage === id && number > 0)?.number
    let number = opened ?? last + 1
    while (opened === undefined && taken.has(number)) number += 1
    numbers.set(id, number)
    last = Math.max(last, number)
  }
  return numbers
}

/** The number of a further round that is no row: above those of all that were opened or are planned. */
export function numberBesideRows(workshop: Pick<Workshop, 'stages' | 'rounds'>): number {
  return Math.max(0, ...workshop.rounds.map(({ number }) => number), ...roundNumbers(workshop).values()) + 1
}

interface Course {
  readonly stage: string | null
  readonly timer: { readonly ends: number } | null
}

/** A round is over once it was left, or when its time and the grace are up. */
function rowOf(
  { id, ended }: Pick<Stage, 'id' | 'ended'>,
  number: number,
  { stage, timer }: Course,
  now: number,
): GridRow {
  const isCurrent = stage === id
  const isOver = isCurrent ? timer !== null && now > timer.ends + GRACE_MS : ended !== null
  return { id, number, isOver, isOn: isCurrent && !isOver }
}

/** The grid of a workshop. @param now - ms since 1970, server time */
export function gridOf(
  workshop: Pick<Workshop, 'stages' | 'rounds' | 'spaces' | 'stage' | 'timer'>,
  now: number,
): Grid {
  const numbers = roundNumbers(workshop)
  return {
    rows: workshop.stages
      .filter(isRow)
      .map((stage) => rowOf(stage, numbers.get(stage.id) ?? 0, workshop, now)),
    columns: breakouts(workshop.spaces)
      .filter(({ isHidden }) => !isHidden)
      .map(({ id, number }) => ({ id, number })),
  }
}

/** The grid as a browser has it. @param now - ms since 1970, server time */
export function gridOfView(view: Pick<WorkshopView, 'stages' | 'spaces' | 'now'>, now: number): Grid {
  const rows = Object.entries(view.stages)
    .filter(([, stage]) => isRow(stage))
    .toSorted(([, a], [, b]) => a.order - b.order)
  return {
    rows: rows.map(([id, { ended, round = 0 }]) => rowOf({ id, ended }, round, view.now, now)),
    columns: Object.entries(view.spaces)
      .filter(([, { kind, isHidden }]) => kind === 'breakout' && !isHidden)
      .map(([id, { number }]) => ({ id, number }))
      .toSorted((a, b) => a.number - b.number),
  }
}

/** Who holds each cell, by `cellOf`. */
export function holders(topics: Placed): ReadonlyMap<string, string> {
  const held = new Map<string, string>()
  for (const { id, state, place } of Object.values(topics)) {
    const cell = isOnGrid({ state, place }) ? cellOf(place) : undefined
    if (cell !== undefined) held.set(cell, id)
  }
  return held
}

/** Cells that a topic can be placed in, round by round. */
export function freeCells({ rows, columns }: Grid, topics: Placed): Cell[] {
  const held = holders(topics)
  return rows
    .filter(({ isOver }) => !isOver)
    .flatMap(({ id: round }) => columns.map(({ id: space }) => ({ round, space })))
    .filter(({ round, space }) => !held.has(cellOf({ round, space, time: '', where: '' }) ?? ''))
}

/** Free cells to go to instead: one in the same round, one in another round, then the next, the nearest first. */
export function nearestFree(grid: Grid, topics: Placed, wanted: Cell, count = 2): Cell[] {
  const rowAt = new Map(grid.rows.map(({ id }, at) => [id, at]))
  const columnAt = new Map(grid.columns.map(({ id }, at) => [id, at]))
  const rows = (cell: Cell): number => Math.abs((rowAt.get(cell.round) ?? 0) - (rowAt.get(wanted.round) ?? 0))
  const columns = (cell: Cell): number =>
    Math.abs((columnAt.get(cell.space) ?? 0) - (columnAt.get(wanted.space) ?? 0))
  // A round later rather than one earlier, a space after rather than one before: where people look next.
  const isBefore = (cell: Cell): number =>
    Number((rowAt.get(cell.round) ?? 0) < (rowAt.get(wanted.round) ?? 0)) * 2 +
    Number((columnAt.get(cell.space) ?? 0) < (columnAt.get(wanted.space) ?? 0))
  const near = freeCells(grid, topics).toSorted(
    (a, b) => rows(a) - rows(b) || columns(a) - columns(b) || isBefore(a) - isBefore(b),
  )
  // The same time elsewhere, or another time: people want either, so both are named.
  const [first] = near
  const other = near.find(({ round }) => round !== first?.round)
  const rest = near.filter((cell) => cell !== first && cell !== other)
  return [first, other, ...rest].filter((cell) => cell !== undefined).slice(0, count)
}

/** `round 1, space 3`, as it is said; '' where either is not in the grid. */
export function cellWords({ rows, columns }: Grid, { round, space }: Cell): string {
  const row = rows.find(({ id }) => id === round)
  const column = columns.find(({ id }) => id === space)
  return row === undefined || column === undefined ? '' : `round ${row.number}, space ${column.number}`
}

/** Whether two places are the same. */
export const isSamePlace = (one: Place | null, other: Place | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.round === other.round &&
    one.time === other.time &&
    one.space === other.space &&
    one.where === other.where)
