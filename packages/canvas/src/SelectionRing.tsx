/** What shows that something is selected: rings round it, the grips of one figure, and what an arrow's end is over. */
import type { ReactElement } from 'react'
import { useRef } from 'react'
import { useEditor, useQuickReactor, useValue } from '@tldraw/editor'
import { useStore } from 'zustand'
import type { Box } from '@moot/board'
import { LINE_PX } from '@moot/board'
import { useCanvas } from './context.ts'
import type { FigureShape } from './figureRecord.ts'
import { FIGURE_TYPE } from './figureRecord.ts'
import { gripsOf } from './grips.ts'
import { figureKey, keyOf, noteKey, shapeIdOf } from './items.ts'
import { RING, ringDistance } from './placing.ts'
import { changeable } from './reshaping.ts'
import { drawnBox } from './Sight.ts'

/** Width of what sets the ring off from the colours round it, in px on the screen. */
const HALO = 6
/** Width of the thinner ring round a figure: most of it is round empty ground. */
const FIGURE_RING = 2
/** Half the width of a grip, in px on the screen; for a finger. */
const GRIP = 6
const GRIP_TOUCH = 9

/** A rounded rectangle as a path; `out` px outside the box. */
function roundBox({ x, y, w, h }: Box, out: number, corner: number): string {
  const [wide, high] = [w + 2 * out - 2 * corner, h + 2 * out - 2 * corner]
  const turn = (dx: number, dy: number): string => `a${corner} ${corner} 0 0 1 ${dx} ${dy}`
  return (
    `M${x - out + corner} ${y - out}h${wide}${turn(corner, corner)}v${high}${turn(-corner, corner)}` +
    `h${-wide}${turn(-corner, -corner)}v${-high}${turn(corner, -corner)}z`
  )
}

/** One path round all selected notes, whatever their number, and one round all selected figures. */
export function SelectionRing(): ReactElement {
  const editor = useEditor()
  const { state } = useCanvas()
  const editing = useStore(state, ({ editingId, editingFigure }) =>
    editingId !== null ? noteKey(editingId) : editingFigure !== null ? figureKey(editingFigure) : null,
  )
  const path = useRef<SVGPathElement>(null)
  const halo = useRef<SVGPathElement>(null)
  const figures = useRef<SVGPathElement>(null)
  useQuickReactor(
    'selection ring',
    () => {
      const [ring, under, thin] = [path.current, halo.current, figures.current]
      if (ring === null || under === null || thin === null) return
      const zoom = editor.getZoomLevel()
      const out = ringDistance(zoom) / zoom
      let line = ''
      let thinLine = ''
      const selected = editor.getSelectedShapes()
      for (const shape of selected) {
        if (editing !== null && shape.id === shapeIdOf(editing)) continue
        if (shape.type !== FIGURE_TYPE) {
          line += roundBox(drawnBox(shape), out, 4 + out)
          continue
        }
        // Every shape of this type was put there by the projection.
        const { figure } = (shape as FigureShape).props
        // One arrow alone shows its ends: a box round a slanted line says less.
        if (figure.kind === 'arrow' && selected.length === 1) continue
        const half = figure.kind === 'shape' ? LINE_PX[figure.size] / 2 : 0
        thinLine += roundBox(drawnBox(shape), half + 4 / zoom, 4 / zoom)
      }
      // Writing an attribute again makes the browser paint again, even where nothing changed.
      const put = (element: SVGPathElement, name: string, value: string): void => {
        if (element.getAttribute(name) !== value) element.setAttribute(name, value)
      }
      for (const element of [ring, under]) put(element, 'd', line)
      put(thin, 'd', thinLine)
      if (line !== '') {
        put(ring, 'stroke-width', String(RING / zoom))
        put(under, 'stroke-width', String(HALO / zoom))
      }
      if (thinLine !== '') put(thin, 'stroke-width', String(FIGURE_RING / zoom))
    },
    [editor, editing],
  )
  return (
    <svg className="moot-ring" aria-hidden="true">
      <path ref={halo} className="moot-ring-halo" />
      <path ref={path} />
      <path ref={figures} />
    </svg>
  )
}

/** The grips of the figure that is selected alone. */
export function Grips(): ReactElement | null {
  const editor = useEditor()
  const session = useCanvas()
  const isEditing = useStore(session.state, (now) => now.isEditing)
  const tool = useStore(session.state, (now) => now.tool)
  const zoom = useValue('grip zoom', () => editor.getZoomLevel(), [editor])
  const grips = useValue(
    'grips',
    () => {
      editor.getSelectedShapeIds()
      const shape = changeable(session)
      return shape === null ? [] : gripsOf(shape)
    },
    [editor, session],
  )
  if (grips.length === 0 || isEditing || tool !== 'select') return null
  const half = (session.isTouch ? GRIP_TOUCH : GRIP) / zoom
  return (
    <svg className="moot-grips" aria-hidden="true">
      {grips.map(({ grip, x, y }) => (
        <circle key={grip} cx={x} cy={y} r={half} strokeWidth={2 / zoom} />
      ))}
    </svg>
  )
}

/** A ring round what an arrow's end would stick to if it were let go now. */
export function Target(): ReactElement | null {
  const editor = useEditor()
  const session = useCanvas()
  const target = useStore(session.fleeting, (now) => now.target)
  const zoom = useValue('target zoom', () => editor.getZoomLevel(), [editor])
  const box = useValue('target box', () => (target === null ? null : session.boxOf(keyOf(target))), [
    session,
    target,
  ])
  if (box === null) return null
  return (
    <svg className="moot-target" aria-hidden="true">
      <path d={roundBox(box, 5 / zoom, 6 / zoom)} strokeWidth={4 / zoom} />
    </svg>
  )
}
