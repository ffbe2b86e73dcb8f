/** What of a board is looked at: all of it, its beginning, a free place in view. */
import type { StoreApi } from 'zustand/vanilla'
import type { BoardReading, Box } from '@moot/board'
import { figureBox, visibleFigures, visibleNotes } from '@moot/board'
import type { Camera } from './Camera.ts'
import type { FurnitureView } from './furniture.ts'
import { groundOf } from './furniture.ts'
import { around, cardAt, freePlace, meets } from './placing.ts'

/** Views of one board. */
export class Views {
  readonly #board: BoardReading
  readonly #furniture: StoreApi<{ readonly view: FurnitureView }>
  readonly #camera: Camera

  constructor(board: BoardReading, furniture: StoreApi<{ readonly view: FurnitureView }>, camera: Camera) {
    this.#board = board
    this.#furniture = furniture
    this.#camera = camera
  }

  /** Shows the whole board, never larger than life. */
  fitBoard(gently = true): void {
    this.#camera.show(around(groundOf(this.#furniture.getState().view, this.#boxes())), gently)
  }

  /**
   * The whole board where its words can be read then; else its picture, which strips lie under; on a phone, where that
   * could not be read either, its first section.
   */
  begin(): void {
    this.fitBoard(false)
    const { frames, regions } = this.#furniture.getState().view
    const picture = around(frames)
    if (picture !== null && this.#camera.isFar) this.#camera.show(picture, false)
    const [first] = regions
    if (first !== undefined && this.#camera.isFarOnPhone) this.#camera.show(first, false)
  }

  /** A place for something of this size near the centre of view that covers nothing; the centre where there is none. */
  placeFor(w: number, h: number): Box {
    const view = this.#camera.view()
    const taken = this.#boxes().filter((box) => meets(box, view))
    return freePlace(view, taken, w, h)
  }

  /** Boxes of all notes and figures in sight. */
  #boxes(): Box[] {
    return [
      ...visibleNotes(this.#board).map(cardAt),
      ...visibleFigures(this.#board.drawings).map((figure) => figureBox(this.#board, figure)),
    ]
  }
}
