/**
 * What people do with figures, each one transaction and one step of undo, as `operations.ts` has it for notes. Callers
 * that change notes and figures together put the calls into one `doc.transact` under the writer's origin.
 */
import * as Y from 'yjs'
import type { Arrow, ArrowEnd, DrawColor, DrawSize, Figure, Ink, Origin } from './figures.ts'
import { INK_MAX, LABEL_MAX, SIDE_MAX, SIDE_MIN, TEXT_WIDTH } from './figures.ts'
import { anchorBox, figureBox, figureCentre, isFigure } from './figureGeometry.ts'
import { encodeInk } from './ink.ts'
import type { Box, Point } from './layout.ts'
import { regionAt, regionHolds } from './layout.ts'
import { byStack, ordersBetween } from './order.ts'
import type { GoneHow, Groups } from './schema.ts'
import { entities, isWords } from './schema.ts'
import { cut } from './words.ts'
import type { Writer } from './writer.ts'
import { CREATION, goneNow, groupsOf, topStack, write } from './writer.ts'

/** An arrow's end to be written: `x`/`y` are canvas px, also where it sticks to something. */
export interface NewEnd {
  readonly x: number
  readonly y: number
  readonly on?: ArrowEnd['on']
  readonly at?: ArrowEnd['at']
}

interface NewCommon {
  readonly color?: DrawColor
  readonly size?: DrawSize
  /** Section to file it under; left out, the one that its middle lies in. */
  readonly region?: string | null
  readonly from?: Origin | null
}
/** What a new figure is made from; all places in canvas px. */
export type NewFigure = NewCommon &
  (
    | { readonly kind: 'ink'; readonly pen: Ink['pen']; readonly points: readonly number[] }
    | { readonly kind: 'text'; readonly at: Point; readonly w?: number; readonly text: string }
    | { readonly kind: 'arrow'; readonly start: NewEnd; readonly end: NewEnd; readonly text?: string }
    | {
        readonly kind: 'shape'
        readonly form: 'rectangle' | 'ellipse'
        readonly box: Box
        readonly fill?: boolean
        readonly text?: string
      }
    | { readonly kind: 'picture'; readonly upload: string; readonly box: Box; readonly text: string }
  )

const px = (value: number): number => Math.round(value)
const side = (value: number): number => Math.max(SIDE_MIN, Math.min(SIDE_MAX, Math.round(value)))

/** The groups of a new figure that are its kind's own. */
function partsOf(fresh: NewFigure): {
  readonly origin: Point
  readonly shape: object
  readonly text?: string
  readonly ink?: string
} {
  switch (fresh.kind) {
    case 'ink': {
      const origin = { x: px(fresh.points[0] ?? 0), y: px(fresh.points[1] ?? 0) }
      return {
        origin,
        shape: { pen: fresh.pen },
        text: '',
        ink: cut(encodeInk(fresh.points, [origin.x, origin.y]), INK_MAX),
      }
    }
    case 'text':
      return { origin: fresh.at, shape: { w: side(fresh.w ?? TEXT_WIDTH) }, text: fresh.text }
    case 'arrow': {
      const origin = { x: px(fresh.start.x), y: px(fresh.start.y) }
      return {
        origin,
        shape: { start: endJson(fresh.start, origin), end: endJson(fresh.end, origin) },
        text: fresh.text ?? '',
      }
    }
    case 'shape': {
      const { form, box } = fresh
      return { origin: box, shape: { form, w: side(box.w), h: side(box.h) }, text: fresh.text ?? '' }
    }
    case 'picture': {
      const { upload, box } = fresh
      return { origin: box, shape: { upload, w: side(box.w), h: side(box.h) }, text: fresh.text }
    }
    default:
      return fresh satisfies never
  }
}

function endJson(end: NewEnd, origin: Point): object {
  const own = { x: px(end.x - origin.x), y: px(end.y - origin.y) }
  return end.on == null ? own : { on: [end.on.root, end.on.id], at: [...(end.at ?? [0.5, 0.5])], ...own }
}

/** The middle of a new figure, for its section. */
function middleOf(board: Writer['board'], fresh: NewFigure): Point {
  switch (fresh.kind) {
    case 'ink': {
      const xs = fresh.points.filter((_, index) => index % 2 === 0)
      const ys = fresh.points.filter((_, index) => index % 2 === 1)
      const middle = (values: readonly number[]): number =>
        values.length === 0
          ? 0
          : (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2
      return { x: middle(xs), y: middle(ys) }
    }
    case 'text':
      return { x: fresh.at.x + (fresh.w ?? TEXT_WIDTH) / 2, y: fresh.at.y + 16 }
    case 'arrow': {
      const at = ({ on, at: part, x, y }: NewEnd): Point => {
        const box = on == null ? null : anchorBox(board, { on, at: part ?? [0.5, 0.5], x, y })
        return box === null ? { x, y } : { x: box.x + box.w / 2, y: box.y + box.h / 2 }
      }
      const [a, b] = [at(fresh.start), at(fresh.end)]
      return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    }
    case 'shape':
    case 'picture':
      return { x: fresh.box.x + fresh.box.w / 2, y: fresh.box.y + fresh.box.h / 2 }
    default:
      return fresh satisfies never
  }
}

function lastFigureOrder(writer: Writer): string | null {
  let last: string | null = null
  for (const each of writer.board.drawings.values())
    if (isFigure(each) && (last === null || each.order > last)) last = each.order
  return last
}

/**
 * Adds figures and returns their ids, above everything there is. As with notes, the making itself is no step of undo,
 * coming into sight is.
 */
export function addFigures(writer: Writer, fresh: readonly NewFigure[]): string[] {
  const { board } = writer
  const ids: string[] = []
  const stacks = ordersBetween(topStack(board), null, fresh.length)
  const orders = ordersBetween(lastFigureOrder(writer), null, fresh.length)
  board.doc.transact(() => {
    const drawings = entities(board.doc, 'drawings')
    fresh.forEach((each, index) => {
      const id = writer.newId()
      const { origin, shape, text, ink } = partsOf(each)
      const region =
        each.region !== undefined ? each.region : (regionAt(board, middleOf(board, each))?.id ?? null)
      const groups: Groups = new Y.Map<unknown>()
      groups.set('base', {
        kind: each.kind,
        by: writer.person,
        created: writer.now(),
        furniture: false,
        ...(each.from != null && { from: each.from }),
      })
      groups.set('pos', [px(origin.x), px(origin.y), stacks[index]])
      groups.set('shape', shape)
      groups.set('style', {
        color: each.color ?? 'ink',
        size: each.size ?? 'm',
        ...(each.kind === 'shape' && { fill: each.fill === true }),
      })
      groups.set('text', new Y.Text(cut(text ?? '', LABEL_MAX)))
      if (ink !== undefined) groups.set('ink', new Y.Text(ink))
      groups.set('member', { region, order: orders[index] })
      groups.set('gone', goneNow(writer, 'undone'))
      drawings.set(id, groups)
      ids.push(id)
    })
  }, CREATION)
  write(writer, () => {
    for (const id of ids) groupsOf(writer, 'drawings', id)?.delete('gone')
  })
  return ids
}

/**
 * Adds points, in canvas px, to the writer's own stroke: no step of undo by itself, since the stroke is one. Returns
 * `false` where the stroke is full or is not there; a new one is begun then.
 */
export function extendInk(writer: Writer, id: string, points: readonly number[]): boolean {
  const figure = writer.board.drawings.get(id)
  const ink: unknown = groupsOf(writer, 'drawings', id)?.get('ink')
  if (figure?.kind !== 'ink' || !isWords(ink)) return false
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

/**
 * Moves figures so that their origin comes to `to`; their section follows their middle, as a note's does. An arrow's
 * free ends move with it, its stuck ends stay where they stick.
 */
export function moveFigures(
  writer: Writer,
  moves: readonly { readonly id: string; readonly to: Point; readonly z?: string }[],
): void {
  write(writer, () => {
    for (const { id, to, z } of moves) {
      const [figure] = figuresOf(writer, [id])
      const groups = groupsOf(writer, 'drawings', id)
      if (figure === undefined || groups === undefined) continue
      const [x, y, stack] = [px(to.x), px(to.y), z ?? figure.z]
      if (x !== figure.x || y !== figure.y || stack !== figure.z) groups.set('pos', [x, y, stack])
      settleRegion(writer, groups, figure, figureCentre(writer.board, { ...figure, x, y }))
    }
  })
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

/** Puts an arrow's ends elsewhere; an end left out stays. */
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
  write(writer, () => groups.set('shape', { start: endJson(start, origin), end: endJson(end, origin) }))
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

/** Brings figures back into sight, in the name of who does it, as `restoreNotes` does. */
export function restoreFigures(writer: Writer, ids: readonly string[]): void {
  const back = figuresOf(writer, ids).filter((figure) => figure.gone !== null)
  if (back.length === 0) return
  writer.board.doc.transact(() => {
    for (const { id, gone } of back)
      if (gone !== null && gone.by !== writer.person)
        groupsOf(writer, 'drawings', id)?.set('gone', { by: writer.person, at: gone.at, how: gone.how })
  }, CREATION)
  write(writer, () => {
    for (const { id } of back) groupsOf(writer, 'drawings', id)?.delete('gone')
  })
}

/** Lifts notes and figures above all others, or puts them below, keeping their order among themselves. */
export function restack(
  writer: Writer,
  items: { readonly notes: readonly string[]; readonly figures: readonly string[] },
  where: 'front' | 'back',
): void {
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

/**
 * Copies figures, the copies being the writer's own, `dx`/`dy` px away. An arrow copied with what it sticks to sticks
 * to the copies (`copies`: from old ids to new, notes and figures); else its ends are free.
 */
export function copiesOf(
  figures: readonly Figure[],
  board: Writer['board'],
  dx: number,
  dy: number,
  copies: ReadonlyMap<string, string> = new Map(),
): NewFigure[] {
  return figures.map((figure): NewFigure => {
    const { color, size, region } = figure
    const common = { color, size, region }
    const at = { x: figure.x + dx, y: figure.y + dy }
    switch (figure.kind) {
      case 'ink':
        return {
          ...common,
          kind: 'ink',
          pen: figure.pen,
          points: figure.points.map((value, index) => value + (index % 2 === 0 ? at.x : at.y)),
        }
      case 'text':
        return { ...common, kind: 'text', at, w: figure.w, text: figure.text }
      case 'arrow': {
        const end = (each: ArrowEnd): NewEnd => {
          const box = anchorBox(board, each)
          const own = absolute(figure, each)
          const x = (box === null ? own.x : box.x + each.at[0] * box.w) + dx
          const y = (box === null ? own.y : box.y + each.at[1] * box.h) + dy
          const copy = each.on === null ? undefined : copies.get(each.on.id)
          return each.on === null || copy === undefined
            ? { x, y }
            : { x, y, on: { root: each.on.root, id: copy }, at: each.at }
        }
        return { ...common, kind: 'arrow', start: end(figure.start), end: end(figure.end), text: figure.text }
      }
      case 'shape': {
        const { form, fill, text } = figure
        return { ...common, kind: 'shape', form, fill, text, box: { ...figureBox(board, figure), ...at } }
      }
      case 'picture': {
        const { upload, text } = figure
        return { ...common, kind: 'picture', upload, text, box: { ...figureBox(board, figure), ...at } }
      }
      default:
        return figure satisfies never
    }
  })
}

/** Puts a picture behind everything as the board's backdrop (facilitators; the server refuses others). Returns its id. */
export function addBackdrop(
  writer: Writer,
  backdrop: { readonly upload: string; readonly box: Box; readonly text: string },
): string {
  const id = writer.newId()
  const { upload, box, text } = backdrop
  write(writer, () => {
    const groups: Groups = new Y.Map<unknown>()
    groups.set('base', { kind: 'backdrop', by: writer.person, furniture: true, created: writer.now() })
    groups.set('shape', { upload, box: [px(box.x), px(box.y), side(box.w), side(box.h)] })
    groups.set('text', new Y.Text(cut(text, LABEL_MAX)))
    entities(writer.board.doc, 'drawings').set(id, groups)
  })
  return id
}

/** Takes a backdrop away (facilitators). */
export function removeBackdrop(writer: Writer, id: string): void {
  if (writer.board.drawings.get(id)?.kind !== 'backdrop') return
  write(writer, () => groupsOf(writer, 'drawings', id)?.set('gone', goneNow(writer, 'deleted')))
}
