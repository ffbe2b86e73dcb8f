/** What is where on the canvas as it is drawn now, drags included: found in tldraw's store, topmost first. */
import type { Editor, TLShape } from '@tldraw/editor'
import { NOTE_HEIGHT, NOTE_WIDTH } from '@moot/board'
import type { ArrowEnd, Box, Point } from '@moot/board'
import type { FigureShape } from './figureRecord.ts'
import { FIGURE_TYPE } from './figureRecord.ts'
import { itemOf, keyOfShape } from './items.ts'
import { NOTE_TYPE } from './noteRecord.ts'
import { framed, isInside, picks } from './picking.ts'
import { cardAt, contains, meets } from './placing.ts'

/** How far beside a line a press still picks it, in px on the screen. */
const MARGIN = 6
const MARGIN_TOUCH = 14
/** Middle part of something within which an arrow's end goes to its very middle. */
const MIDDLE = 0.5
/** Size of the middle of an empty outline, in canvas px, where its words are opened by a double click. */
const WORDS_W = 200
const WORDS_H = 80

/** What an arrow's end would stick to, and where in it. */
export interface Anchor {
  readonly on: NonNullable<ArrowEnd['on']>
  readonly at: ArrowEnd['at']
}

function figureIn(shape: TLShape): FigureShape | null {
  // Every shape of this type was put there by the projection.
  return shape.type === FIGURE_TYPE ? (shape as FigureShape) : null
}

/** The box that a shape is drawn in. */
export function drawnBox(shape: TLShape): Box {
  const figure = figureIn(shape)
  return figure === null ? cardAt(shape) : { x: shape.x, y: shape.y, w: figure.props.w, h: figure.props.h }
}

/** Finds things on one canvas. */
export class Sight {
  readonly #editor: () => Editor | null
  readonly #isTouch: () => boolean

  constructor(editor: () => Editor | null, isTouch: () => boolean) {
    this.#editor = editor
    this.#isTouch = isTouch
  }

  /** The topmost note or figure that a point picks. The inside of an empty outline counts once it is selected. */
  keyAt(at: Point): string | null {
    const editor = this.#editor()
    if (editor === null) return null
    const margin = (this.#isTouch() ? MARGIN_TOUCH : MARGIN) / editor.getZoomLevel()
    const shape = this.#topmost((each) => {
      if (each.type === NOTE_TYPE) return contains(cardAt(each), at)
      const figure = figureIn(each)
      return figure !== null && picks(figure, at, margin)
    })
    if (shape !== null) return keyOfShape(shape.id)
    for (const each of editor.getSelectedShapes()) {
      const figure = figureIn(each)
      if (figure?.props.figure.kind === 'shape' && isInside(figure, at)) return keyOfShape(each.id)
    }
    return null
  }

  /** The outline whose words a double click at a point of its empty middle opens. */
  outlineAround(at: Point): string | null {
    const shape = this.#topmost((each) => {
      const figure = figureIn(each)
      if (figure?.props.figure.kind !== 'shape') return false
      const { w, h } = figure.props
      const [width, height] = [Math.min(w, WORDS_W), Math.min(h, WORDS_H)]
      const middle = { x: each.x + (w - width) / 2, y: each.y + (h - height) / 2, w: width, h: height }
      return contains(middle, at)
    })
    return shape === null ? null : keyOfShape(shape.id)
  }

  /** Everything that a frame picks. */
  keysIn(frame: Box): string[] {
    return (this.#editor()?.getCurrentPageShapes() ?? []).flatMap((each) => {
      const figure = figureIn(each)
      const isIn = figure === null ? meets(cardAt(each), frame) : framed(figure, frame)
      return isIn ? [keyOfShape(each.id)] : []
    })
  }

  /** What an arrow's end let go here would stick to: notes, words, outlines, pictures. `except` is the arrow itself. */
  anchorAt(at: Point, except: string | null = null): Anchor | null {
    const target =
      this.#topmost((each) => this.#holdsEnd(each, at, except, false)) ??
      this.#topmost((each) => this.#holdsEnd(each, at, except, true))
    if (target === null) return null
    const box = drawnBox(target)
    const part = (value: number, from: number, size: number): number => {
      const found = Math.max(0, Math.min(1, (value - from) / size))
      return Math.round(found * 1000) / 1000
    }
    const [across, down] = [part(at.x, box.x, box.w), part(at.y, box.y, box.h)]
    const isMiddle = Math.abs(across - 0.5) <= MIDDLE / 2 && Math.abs(down - 0.5) <= MIDDLE / 2
    return { on: itemOf(keyOfShape(target.id)), at: isMiddle ? [0.5, 0.5] : [across, down] }
  }

  /** Where something is drawn now, in canvas px; `null` where it is not. */
  boxOf(shapeId: TLShape['id']): Box | null {
    const shape = this.#editor()?.store.get(shapeId)
    return shape === undefined ? null : drawnBox(shape)
  }

  #holdsEnd(shape: TLShape, at: Point, except: string | null, isEmptyToo: boolean): boolean {
    if (shape.type === NOTE_TYPE)
      return contains({ x: shape.x, y: shape.y, w: NOTE_WIDTH, h: NOTE_HEIGHT }, at)
    const drawn = figureIn(shape)
    if (drawn === null || drawn.props.figure.id === except) return false
    switch (drawn.props.figure.kind) {
      case 'text':
      case 'picture':
        return contains(drawnBox(shape), at)
      case 'shape':
        // An empty outline may stand round others: they come first.
        return (isEmptyToo || drawn.props.figure.fill) && isInside(drawn, at)
      default:
        return false
    }
  }

  #topmost(matches: (shape: TLShape) => boolean): TLShape | null {
    return this.#editor()?.getCurrentPageShapesSorted().findLast(matches) ?? null
  }
}
