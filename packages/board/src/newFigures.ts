/** Making figures: what a new one is made from, and its groups in the document. */
import * as Y from 'yjs'
import type { ArrowEnd, DrawColor, DrawSize, Ink, Origin } from './figures.ts'
import { INK_MAX, LABEL_MAX, SIDE_MAX, SIDE_MIN, TEXT_WIDTH } from './figures.ts'
import { anchorBox, isFigure } from './figureGeometry.ts'
import { cutInk, encodeInk } from './ink.ts'
import type { Box, Point } from './layout.ts'
import { regionAt } from './layout.ts'
import { ordersBetween } from './order.ts'
import type { Groups } from './schema.ts'
import { entities, FAR } from './schema.ts'
import { cut } from './words.ts'
import type { Writer } from './writer.ts'
import { CREATION, goneNow, inParts, inSight, topStack } from './writer.ts'

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
  /** Stacking order; left out, above everything there is. */
  readonly z?: string
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

/** A whole number of canvas px within `FAR`. */
export const px = (value: number): number =>
  Number.isFinite(value) ? Math.round(Math.max(-FAR, Math.min(FAR, value))) : 0

/** A side of a box in whole canvas px, neither too small to be seen nor absurd. */
export const side = (value: number): number => Math.max(SIDE_MIN, Math.min(SIDE_MAX, px(value)))

/** Where an arrow's end sticks when nobody says where: the middle. */
const MIDDLE = [0.5, 0.5] as const

/** Where a new figure's origin comes to, in canvas px. */
export function originOf(fresh: NewFigure): Point {
  switch (fresh.kind) {
    case 'ink':
      return { x: px(fresh.points[0] ?? 0), y: px(fresh.points[1] ?? 0) }
    case 'text':
      return fresh.at
    case 'arrow':
      return { x: px(fresh.start.x), y: px(fresh.start.y) }
    case 'shape':
    case 'picture':
      return fresh.box
    default:
      return fresh satisfies never
  }
}

/** The groups of a new figure that are its kind's own. */
function partsOf(
  fresh: NewFigure,
  origin: Point,
): { readonly shape: object; readonly text?: string; readonly ink?: string } {
  switch (fresh.kind) {
    case 'ink': {
      const ink = cutInk(encodeInk(fresh.points, [origin.x, origin.y]), INK_MAX)
      return { shape: { pen: fresh.pen }, ink }
    }
    case 'text':
      return { shape: { w: side(fresh.w ?? TEXT_WIDTH) }, text: fresh.text }
    case 'arrow':
      return {
        shape: { start: endJson(fresh.start, origin), end: endJson(fresh.end, origin) },
        text: fresh.text ?? '',
      }
    case 'shape': {
      const { form, box } = fresh
      return { shape: { form, w: side(box.w), h: side(box.h) }, text: fresh.text ?? '' }
    }
    case 'picture': {
      const { upload, box } = fresh
      return { shape: { upload, w: side(box.w), h: side(box.h) }, text: fresh.text }
    }
    default:
      return fresh satisfies never
  }
}

/** An arrow's end as it is kept, `origin` being the figure's own. */
export function endJson(end: NewEnd, origin: Point): object {
  const own = { x: px(end.x - origin.x), y: px(end.y - origin.y) }
  return end.on == null ? own : { on: [end.on.root, end.on.id], at: [...(end.at ?? MIDDLE)], ...own }
}

/** The middle of a new figure, for its section. */
export function middleOf(board: Writer['board'], fresh: NewFigure): Point {
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
        const box = on == null ? null : anchorBox(board, { on, at: part ?? MIDDLE, x, y })
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

/** Letters of a new figure, about: how much of a message it takes. */
const lettersOf = (fresh: NewFigure): number =>
  fresh.kind === 'ink' ? fresh.points.length * 4 : (fresh.text?.length ?? 0)

/**
 * Makes figures, out of sight as yet, under `CREATION`; `inSight` is the writer's step that follows. Returns their ids.
 */
export function createFigures(writer: Writer, fresh: readonly NewFigure[]): string[] {
  const { board } = writer
  const stacks = ordersBetween(topStack(board), null, fresh.length)
  const orders = ordersBetween(lastFigureOrder(writer), null, fresh.length)
  const ids = fresh.map(() => writer.newId())
  inParts(fresh, lettersOf, (from, to) =>
    board.doc.transact(() => {
      for (let index = from; index < to; index += 1) {
        const each = fresh[index]
        const id = ids[index]
        if (each === undefined || id === undefined) continue
        const origin = originOf(each)
        const { shape, text, ink } = partsOf(each, origin)
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
        groups.set('pos', [px(origin.x), px(origin.y), each.z ?? stacks[index]])
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
        entities(board.doc, 'drawings').set(id, groups)
      }
    }, CREATION),
  )
  return ids
}

/**
 * Adds figures and returns their ids, above everything there is. As with notes, the making itself is no step of undo,
 * coming into sight is.
 */
export function addFigures(writer: Writer, fresh: readonly NewFigure[]): string[] {
  const ids = createFigures(writer, fresh)
  inSight(writer, { notes: [], figures: ids })
  return ids
}
