/** What the drawing tools have in hand, over the board: the own line before the board has it, laser pointers. */
import type { ReactElement } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { useEditor } from '@tldraw/editor'
import { useStore } from 'zustand'
import { HIGHLIGHT_OPACITY } from '@moot/picture'
import { useCanvas } from '../context.ts'
import type { InkInHand } from './Drawing.ts'
import { trailPath } from './LaserTrail.ts'

/** Half a laser's width and its dot's radius, in px on the screen. */
const LASER_HALF = 4
const LASER_DOT = 6

function Ink({ ink }: { readonly ink: InkInHand }): ReactElement {
  return (
    <g
      className={`moot-draw-${ink.color} moot-ink-in-hand`}
      opacity={ink.pen === 'highlighter' ? HIGHLIGHT_OPACITY : 1}
    >
      {ink.paths.map((path, index) => (
        // The parts of one line, in their order, never moved.
        // eslint-disable-next-line react/no-array-index-key
        <path key={index} d={path} />
      ))}
    </g>
  )
}

/** Laser pointers, drawn by hand: a step of one renders nothing else. */
function Lasers(): ReactElement {
  const editor = useEditor()
  const session = useCanvas()
  const host = useRef<SVGGElement>(null)
  useLayoutEffect(() => {
    const element = host.current
    if (element === null) return
    const { lasers } = session.drawing
    const drawn = new Map<string, { readonly trail: SVGPathElement; readonly dot: SVGCircleElement }>()
    const make = (id: string): { trail: SVGPathElement; dot: SVGCircleElement } => {
      const group = document.createElementNS('http://www.w3.org/2000/svg', 'g')
      const trail = document.createElementNS('http://www.w3.org/2000/svg', 'path')
      const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
      group.setAttribute('class', 'moot-laser')
      group.append(trail, dot)
      element.append(group)
      const made = { trail, dot }
      drawn.set(id, made)
      return made
    }
    let frame = 0
    const draw = (): void => {
      frame = 0
      const now = performance.now()
      const zoom = editor.getZoomLevel()
      const alight = new Set<string>()
      for (const [id, light] of lasers.alight(now)) {
        alight.add(id)
        const { trail, dot } = drawn.get(id) ?? make(id)
        const head = light.head(now)
        const isStill = session.settings.reducedMotion === true
        trail.setAttribute('d', isStill ? '' : trailPath(light.look(now), LASER_HALF / zoom))
        dot.setAttribute('r', head === null ? '0' : String(LASER_DOT / zoom))
        if (head !== null) {
          dot.setAttribute('cx', String(head.x))
          dot.setAttribute('cy', String(head.y))
        }
      }
      for (const [id, { dot }] of drawn) {
        if (alight.has(id)) continue
        dot.parentElement?.remove()
        drawn.delete(id)
      }
      if (alight.size > 0) soon()
    }
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    const hear = (): void => lasers.hear(session.presence.others(), performance.now())
    const stopPresence = session.presence.onChange(hear)
    const stopLasers = lasers.onChange(soon)
    hear()
    return () => {
      stopPresence()
      stopLasers()
      cancelAnimationFrame(frame)
      element.replaceChildren()
    }
  }, [editor, session])
  return <g ref={host} />
}

/** Everything that the drawing tools show over the board. */
export function ToolLayer(): ReactElement {
  const { drawing } = useCanvas()
  const { ink } = useStore(drawing.inHand)
  return (
    <svg className="moot-in-hand" aria-hidden="true">
      {ink === null ? null : <Ink ink={ink} />}
      <Lasers />
    </svg>
  )
}
