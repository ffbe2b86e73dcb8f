/**
 * What people do with figures, each one transaction and one step of undo, as `operations.ts` has it for notes. Callers
 * that change notes and figures together put the calls into one `doc.transact` under the writer's origin.
 */
import type { Arrow, ArrowEnd, DrawColor, DrawSize, Figure } from './figures.ts'
import { INK_MAX } from './figures.ts'
import { figureCentre, isFigure } from './figureGeometry.ts'
import { encodeInk } from './ink.ts'
import { restoreItems } from './items.ts'
import type { Box, Point } from './layout.ts'
import { regionAt, regionHolds } from './layout.ts'
import type { NewEnd } from './newFigures.ts'
import { endJson, middleOf, px, side } from './newFigures.ts'
import { byStack, ordersBetween } from './order.ts'
import type { GoneHow, Groups } from './schema.ts'
import { isWords } from './schema.ts'
import type { Items, Writer } from './writer.ts'
import { CREATION, goneNow, groupsOf, topStack, write } from './writer.ts'

/**
 * Adds points, in canvas px, to the writer's own stroke: no step of undo by itself, since the stroke is one. Returns
 * `false` where the stroke is full, out of sight, not there or not theirs; a new one is begun then.
 */
export function extendInk(writer: Writer, id: string, points: readonly number[]): boolean {
  const figure = writer.board.drawings.get(id)
  const ink: unknown = groupsOf(writer, 'drawings', id)?.get('ink')
  if (figure?.kind !== 'ink' || figure.gone !== null || figure.by !== writer.person || !isWords(ink))
    return false
  const last: readonly [number, number] = [figure.points.at(-2) ?? 0, figure.points.at(-1) ?? 0]
  const more = encodeInk(
    points.map((value, index) => value - (index % 2 === 0 ? figure.x : figure.y)),
    ink.length === 0 ? [0, 0] : last,
  )
  if (ink.length + more.length > INK_MAX) return false
  writer.board.doc.transact(() => ink.insert(ink.length, more), CREATION)
  return true
}

/** Files a stroke that is finished under the section that its middle lies in; no step of undo by itself. */
export function settleInk(writer: Writer, id: string): void {
  const figure = writer.board.drawings.get(id)
  const groups = groupsOf(writer, 'drawings', id)
  if (figure?.kind !== 'ink' || groups === undefined) return
  const region = regionAt(writer.board, figureCentre(writer.board, figure))?.id ?? null
  if (region === figure.region) return
  writer.board.doc.transact(() => groups.set('member', { region, order: figure.order }), CREATION)
}

function figuresOf(writer: Writer, ids: readonly string[]): Figure[] {
  return [...new Set(ids)].flatMap((id) => {
    const drawing = writer.board.drawings.get(id)
    return drawing !== undefined && isFigure(drawing) ? [drawing] : []
  })
}

/** Where something is put: its origin, in canvas px. */
interface Move {
  readonly id: string
  readonly to: Point
}

/**
 * Moves figures so that their origin comes to `to`; their section follows their middle, as a note's does. An arrow's
 * free ends move with it, its stuck ends stay where they stick.
 *
 * @param notes - what is moved in the same step: arrows stick to it where it comes to
 */
export function moveFigures(
  writer: Writer,
  moves: readonly (Move & { readonly z?: string })[],
  notes: readonly Move[] = [],
): void {
  const { board } = writer
  const hasArrow = moves.some(({ id }) => board.drawings.get(id)?.kind === 'arrow')
  const after = hasArrow ? { notes: put(board.notes, notes), drawings: put(board.drawings, moves) } : board
  write(writer, () => {
    for (const { id, to, z } of moves) {
      const [figure] = figuresOf(writer, [id])
      const groups = groupsOf(writer, 'drawings', id)
      if (figure === undefined || groups === undefined) continue
      const [x, y, stack] = [px(to.x), px(to.y), z ?? figure.z]
      if (x !== figure.x || y !== figure.y || stack !== figure.z) groups.set('pos', [x, y, stack])
      settleRegion(writer, groups, figure, figureCentre(after, { ...figure, x, y }))
    }
  })
}

/** Values as they are once these are moved. */
function put<T>(values: ReadonlyMap<string, T>, moves: readonly Move[]): Map<string, T> {
  const all = new Map(values)
  for (const { id, to } of moves) {
    const value = all.get(id)
    if (value !== undefined) all.set(id, { ...value, x: px(to.x), y: px(to.y) })
  }
  return all
}

/** it stays in its section while its middle is there, else it comes to the one that its middle is in. */
function settleRegion(writer: Writer, groups: Groups, figure: Figure, middle: Point): void {
  const current = figure.region === null ? undefined : writer.board.regions.get(figure.region)
  if (current !== undefined && regionHolds(current, middle)) return
  const region = regionAt(writer.board, middle)?.id ?? null
  if (region !== figure.region) groups.set('member', { region, order: figure.order })
}

/** Gives an outline, a picture or a text box (its width only) another box. Other figures keep theirs. */
export function resizeFigure(writer: Writer, id: string, box: Box): void {
  const [figure] = figuresOf(writer, [id])
  const groups = groupsOf(writer, 'drawings', id)
  if (figure === undefined || groups === undefined) return
  const w = side(box.w)
  const h = side(box.h)
  write(writer, () => {
    switch (figure.kind) {
      case 'text':
        groups.set('shape', { w })
        break
      case 'shape':
        groups.set('shape', { form: figure.form, w, h })
        break
      case 'picture':
        groups.set('shape', { upload: figure.upload, w, h })
        break
      default:
        return
    }
    groups.set('pos', [px(box.x), px(box.y), figure.z])
    settleRegion(writer, groups, figure, { x: box.x + w / 2, y: box.y + h / 2 })
  })
}

/** Puts an arrow's ends elsewhere; an end left out stays. Its section follows its middle. */
export function setArrow(
  writer: Writer,
  id: string,
  ends: { readonly start?: NewEnd; readonly end?: NewEnd },
): void {
  const [arrow] = figuresOf(writer, [id])
  const groups = groupsOf(writer, 'drawings', id)
  if (arrow?.kind !== 'arrow' || groups === undefined) return
  const origin = { x: arrow.x, y: arrow.y }
  const start = ends.start ?? absolute(arrow, arrow.start)
  const end = ends.end ?? absolute(arrow, arrow.end)
  write(writer, () => {
    groups.set('shape', { start: endJson(start, origin), end: endJson(end, origin) })
    settleRegion(writer, groups, arrow, middleOf(writer.board, { kind: 'arrow', start, end }))
  })
}

/** An arrow's end with its point in canvas px, as `addFigures` and `setArrow` take it. */
export function absolute(arrow: Arrow, end: ArrowEnd): NewEnd {
  return { ...end, x: arrow.x + end.x, y: arrow.y + end.y }
}

/** Gives figures another colour, size or filling; what is left out stays. */
export function restyleFigures(
  writer: Writer,
  ids: readonly string[],
  style: { readonly color?: DrawColor; readonly size?: DrawSize; readonly fill?: boolean },
): void {
  write(writer, () => {
    for (const figure of figuresOf(writer, ids)) {
      const fill = figure.kind === 'shape' && { fill: style.fill ?? figure.fill }
      const next = { color: style.color ?? figure.color, size: style.size ?? figure.size, ...fill }
      const isSame =
        next.color === figure.color &&
        next.size === figure.size &&
        (figure.kind !== 'shape' || (style.fill ?? figure.fill) === figure.fill)
      if (isSame) continue
      groupsOf(writer, 'drawings', figure.id)?.set('style', next)
    }
  })
}

/** Files figures under a section by menu. They stay where they lie: a drawing means something where it is. */
export function fileFigures(writer: Writer, ids: readonly string[], region: string | null): void {
  write(writer, () => {
    for (const figure of figuresOf(writer, ids))
      if (figure.region !== region)
        groupsOf(writer, 'drawings', figure.id)?.set('member', { region, order: figure.order })
  })
}

/** Takes figures out of sight; `restoreFigures` or undo brings them back. */
export function removeFigures(writer: Writer, ids: readonly string[], how: GoneHow = 'deleted'): void {
  write(writer, () => {
    for (const figure of figuresOf(writer, ids))
      if (figure.gone === null) groupsOf(writer, 'drawings', figure.id)?.set('gone', goneNow(writer, how))
  })
}

/** Brings figures back into sight; see `restoreItems`. */
export function restoreFigures(writer: Writer, ids: readonly string[]): void {
  restoreItems(writer, { notes: [], figures: ids })
}

/** Lifts notes and figures above all others, or puts them below, keeping their order among themselves. */
export function restack(writer: Writer, items: Items, where: 'front' | 'back'): void {
  const { board } = writer
  const notes = [...new Set(items.notes)].flatMap((id) => board.notes.get(id) ?? [])
  const moving = [
    ...notes.map((note) => ({ root: 'notes' as const, id: note.id, x: note.x, y: note.y, z: note.z })),
    ...figuresOf(writer, items.figures).map(({ id, x, y, z }) => ({
      root: 'drawings' as const,
      id,
      x,
      y,
      z,
    })),
  ].toSorted(byStack)
  const stacks =
    where === 'front'
      ? ordersBetween(topStack(board), null, moving.length)
      : ordersBetween(null, lowestStack(writer), moving.length)
  write(writer, () => {
    moving.forEach(({ root, id, x, y }, index) =>
      groupsOf(writer, root, id)?.set('pos', [x, y, stacks[index]]),
    )
  })
}

function lowestStack({ board }: Writer): string | null {
  let lowest: string | null = null
  for (const { z } of board.notes.values()) if (lowest === null || z < lowest) lowest = z
  for (const each of board.drawings.values())
    if (isFigure(each) && (lowest === null || each.z < lowest)) lowest = each.z
  return lowest
}
