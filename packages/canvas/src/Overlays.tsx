/** What lies over notes and figures: the rings round selected ones, what is being written, other people's cursors. */
import type { ReactElement } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { react, useEditor } from '@tldraw/editor'
import { useStore } from 'zustand'
import { useCanvas } from './context.ts'
import { CursorLayer } from './cursors.ts'
import { Editing } from './Editing.tsx'
import { figureRecord } from './figureRecord.ts'
import { FigureDrawing } from './FigureShapeUtil.tsx'
import { figureKey, noteKey } from './items.ts'
import { Grips, SelectionRing, Target } from './SelectionRing.tsx'
import { ToolLayer } from './tools/index.ts'

const STILL = { dx: 0, dy: 0, z: null, writer: '' }

/** A figure that is being drawn and is on no board yet. */
function Sketch(): ReactElement | null {
  const session = useCanvas()
  const figure = useStore(session.fleeting, ({ sketch }) => sketch)
  if (figure === null) return null
  const { x, y, props } = figureRecord(session.board, figure, STILL)
  return (
    <div
      className="moot-sketch"
      aria-hidden="true"
      style={{ width: props.w, height: props.h, transform: `translate(${x}px, ${y}px)` }}
    >
      <FigureDrawing {...props} view={session.figureView} />
    </div>
  )
}

/** Cursors of others; drawn by hand, see CursorLayer. */
function Cursors(): ReactElement {
  const editor = useEditor()
  const session = useCanvas()
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = host.current
    if (element === null) return
    const layer = new CursorLayer(element, {
      others: () => session.presence.others(),
      view: () => editor.getViewportPageBounds(),
      boxOf: (id) => session.boxOf(session.board.notes.has(id) ? noteKey(id) : figureKey(id)),
    })
    let frame = 0
    const soon = (): void => {
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        layer.draw()
      })
    }
    const stopPresence = session.presence.onChange(soon)
    const stopCamera = react('cursors in view', () => {
      editor.getCamera()
      soon()
    })
    return () => {
      cancelAnimationFrame(frame)
      stopPresence()
      stopCamera()
      element.replaceChildren()
    }
  }, [editor, session])
  return <div ref={host} className="moot-cursors" aria-hidden="true" />
}

/** Everything over the notes. */
export function Overlays(): ReactElement {
  return (
    <>
      <SelectionRing />
      <Target />
      <Grips />
      <Sketch />
      <ToolLayer />
      <Editing />
      <Cursors />
    </>
  )
}
