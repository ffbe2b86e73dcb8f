/** The drawing tools: what each does from press to lift. Everything goes through `Drawing`. */
import type { TLStateNodeConstructor } from '@tldraw/editor'
import type { NewEnd, Outline, Point } from '@moot/board'
import { boxBetween, boxRound } from './boxDrag.ts'
import type { Drawing } from './Drawing.ts'
import { isTouched } from './erase.ts'
import type { Gesture } from './hands.ts'
import { toolOf } from './hands.ts'
import { endAt, heldAt } from './stick.ts'

/** Half an eraser's width, in px on the screen: of a mouse, of a finger. */
const ERASER_PX = 6
const ERASER_TOUCH_PX = 14
/** A stroke younger than this was the first of two fingers that zoom, in ms. */
const YOUNG_MS = 300
/** An arrow between two points of the board is at least this long, in px on the screen. */
const ARROW_MIN_PX = 10

function inkTool(drawing: Drawing, pen: 'pen' | 'highlighter'): TLStateNodeConstructor {
  return toolOf(drawing, {
    id: pen,
    isFine: true,
    begin: (at, info): Gesture => {
      const began = performance.now()
      drawing.beginInk(pen, at)
      return {
        move: (to) => drawing.drawInk(to),
        end: (to) => {
          drawing.drawInk(to)
          drawing.endInk()
        },
        cancel: () => drawing.cancelInk(),
        interrupt: () => {
          if (!info.isPen && performance.now() - began < YOUNG_MS) drawing.cancelInk()
          else drawing.endInk()
        },
      }
    },
  })
}

function eraserTool(drawing: Drawing): TLStateNodeConstructor {
  return toolOf(drawing, {
    id: 'eraser',
    isFine: true,
    begin: (at): Gesture => {
      let from = at
      const touch = (to: Point): void => {
        const reach = (drawing.isTouch ? ERASER_TOUCH_PX : ERASER_PX) / drawing.zoom
        const { board } = drawing
        drawing.fade(drawing.figures().filter((figure) => isTouched(board, figure, from, to, reach)))
        from = to
      }
      touch(at)
      return {
        move: touch,
        end: () => drawing.eraseFaded(),
        cancel: () => drawing.unfade(),
        interrupt: () => drawing.unfade(),
      }
    },
  })
}

function textTool(drawing: Drawing): TLStateNodeConstructor {
  return toolOf(drawing, {
    id: 'text',
    begin: (): Gesture => ({
      move: () => undefined,
      end: (at) => drawing.putText(at),
      cancel: () => undefined,
    }),
  })
}

function arrowTool(drawing: Drawing): TLStateNodeConstructor {
  return toolOf(drawing, {
    id: 'arrow',
    scrolls: true,
    hover: (at) => {
      if (!drawing.isTouch) drawing.aim(heldAt(drawing.board, at, drawing.zoom))
    },
    leave: () => drawing.showNothing(),
    begin: (at, { accelKey }): Gesture => {
      const { board } = drawing
      const first = accelKey ? null : heldAt(board, at, drawing.zoom)
      const start = endAt(first, at, drawing.zoom)
      let end: NewEnd = start
      const go = (to: Point, isFree: boolean): void => {
        const held = isFree ? null : heldAt(board, to, drawing.zoom)
        // Within one picture an arrow shows a detail: both ends stay where they are put.
        const isSame = held !== null && held.on.id === first?.on.id
        end = endAt(held, to, drawing.zoom, isSame)
        drawing.aim(held)
        drawing.showArrow(start, end)
      }
      return {
        move: (to, info) => go(to, info.accelKey),
        end: (to, isDrag, info) => {
          go(to, info.accelKey)
          drawing.showNothing()
          const long = Math.hypot(end.x - start.x, end.y - start.y) * drawing.zoom
          const joins = start.on != null && end.on != null && start.on.id !== end.on.id
          if (isDrag && (joins || long >= ARROW_MIN_PX)) drawing.putArrow(start, end)
        },
        cancel: () => drawing.showNothing(),
      }
    },
  })
}

function outlineTool(drawing: Drawing, form: Outline['form']): TLStateNodeConstructor {
  return toolOf(drawing, {
    id: form,
    scrolls: true,
    begin: (from): Gesture => ({
      move: (to, { shiftKey }) => drawing.showOutline(form, boxBetween(from, to, shiftKey)),
      end: (to, isDrag, { shiftKey }) => {
        drawing.showNothing()
        drawing.putOutline(form, isDrag ? boxBetween(from, to, shiftKey) : boxRound(to))
      },
      cancel: () => drawing.showNothing(),
    }),
  })
}

function laserTool(drawing: Drawing): TLStateNodeConstructor {
  return toolOf(drawing, {
    id: 'laser',
    isFine: true,
    begin: (at): Gesture => {
      drawing.shine(at)
      return {
        move: (to) => drawing.shine(to),
        end: () => drawing.darken(),
        cancel: () => drawing.darken(),
      }
    },
  })
}

/** All drawing tools of one canvas, for tldraw. */
export function drawingTools(drawing: Drawing): TLStateNodeConstructor[] {
  return [
    inkTool(drawing, 'pen'),
    inkTool(drawing, 'highlighter'),
    eraserTool(drawing),
    textTool(drawing),
    arrowTool(drawing),
    outlineTool(drawing, 'rectangle'),
    outlineTool(drawing, 'ellipse'),
    laserTool(drawing),
  ]
}
