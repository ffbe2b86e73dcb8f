/** What is where on the canvas as it is drawn now, drags included: found in tldraw's store, topmost first. */
import type { Editor, TLShape } from '@tldraw/editor'
import type { Box, Point } from '@moot/board'
import type { FigureShape } from './figureRecord.ts'
import { FIGURE_TYPE } from './figureRecord.ts'
import { keyOfShape } from './items.ts'
import { NOTE_TYPE } from './noteRecord.ts'
import { framed, isInside, picks } from './picking.ts'
import { cardAt, contains, meets } from './placing.ts'

/** How far beside a line a press still picks it, in px on the screen. */
const MARGIN = 6
const MARGIN_TOUCH = 14
/** Size of the middle of an empty outline, in canvas px, where its words are opened by a double click. */
const WORDS_W = 200
const WORDS_H = 80

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

  /** Where something is drawn now, in canvas px; `null` where it is not. */
  boxOf(shapeId: TLShape['id']): Box | null {
    const shape = this.#editor()?.store.get(shapeId)
    return shape === undefined ? null : drawnBox(shape)
  }

  #topmost(matches: (shape: TLShape) => boolean): TLShape | null {
    return this.#editor()?.getCurrentPageShapesSorted().findLast(matches) ?? null
  }
}
