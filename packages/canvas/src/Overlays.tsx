/** What lies over the notes: the ring round selected ones, the note being written in, other people's cursors. */
import type { ReactElement } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { react, useEditor, useQuickReactor, useValue } from '@tldraw/editor'
import { useStore } from 'zustand'
import { fitWords } from '@moot/picture'
import { finishEditing } from './actions.ts'
import { editorScale } from './CanvasSession.ts'
import { useCanvas } from './context.ts'
import { CursorLayer } from './cursors.ts'
import { figureRecord } from './figureRecord.ts'
import { FigureDrawing } from './FigureShapeUtil.tsx'
import { figureKey, noteKey, shapeIdOf } from './items.ts'
import { redo, undo } from './keyboard.ts'
import { RING, ringDistance } from './placing.ts'
import { ToolLayer } from './tools/index.ts'

/** Width of what sets the ring off from the colours round it, in px on the screen. */
const HALO = 6

const STILL = { dx: 0, dy: 0, z: null, writer: '' }

/** One path round all selected notes, whatever their number. */
function SelectionRing(): ReactElement {
  const editor = useEditor()
  const { state } = useCanvas()
  const editing = useStore(state, ({ editingId, editingFigure }) =>
    editingId !== null ? noteKey(editingId) : editingFigure !== null ? figureKey(editingFigure) : null,
  )
  const path = useRef<SVGPathElement>(null)
  const halo = useRef<SVGPathElement>(null)
  useQuickReactor(
    'selection ring',
    () => {
      const [ring, under] = [path.current, halo.current]
      if (ring === null || under === null) return
      const zoom = editor.getZoomLevel()
      const out = ringDistance(zoom) / zoom
      const corner = 4 + out
      let line = ''
      for (const id of editor.getSelectedShapeIds()) {
        const bounds = editor.getShapePageBounds(id)
        if (bounds === undefined || id === (editing === null ? null : shapeIdOf(editing))) continue
        const [w, h] = [bounds.w + 2 * out - 2 * corner, bounds.h + 2 * out - 2 * corner]
        const turn = (dx: number, dy: number): string => `a${corner} ${corner} 0 0 1 ${dx} ${dy}`
        line +=
          `M${bounds.x - out + corner} ${bounds.y - out}h${w}${turn(corner, corner)}v${h}${turn(-corner, corner)}` +
          `h${-w}${turn(-corner, -corner)}v${-h}${turn(corner, -corner)}z`
      }
      // Writing an attribute again makes the browser paint again, even where nothing changed.
      const put = (element: SVGPathElement, name: string, value: string): void => {
        if (element.getAttribute(name) !== value) element.setAttribute(name, value)
      }
      for (const element of [ring, under]) put(element, 'd', line)
      if (line === '') return
      put(ring, 'stroke-width', String(RING / zoom))
      put(under, 'stroke-width', String(HALO / zoom))
    },
    [editor, editing],
  )
  return (
    <svg className="moot-ring" aria-hidden="true">
      <path ref={halo} className="moot-ring-halo" />
      <path ref={path} />
    </svg>
  )
}

/** The note being written in: the screen's own editor, over its card and never smaller than can be read. */
function EditedNote(): ReactElement | null {
  const session = useCanvas()
  const id = useStore(session.state, (now) => now.editingId)
  return id === null ? null : <Editing key={id} id={id} />
}

function Editing({ id }: { readonly id: string }): ReactElement | null {
  const editor = useEditor()
  const session = useCanvas()
  const host = useRef<HTMLDivElement>(null)
  const card = useValue('edited card', () => session.boxOf(noteKey(id)), [session, id])
  const scale = useValue('editor scale', () => editorScale(editor.getZoomLevel()), [editor])
  const note = useValue(
    'edited note',
    () => (session.boxOf(noteKey(id)) === null ? undefined : session.board.notes.get(id)),
    [session, id],
  )

  useEffect(() => {
    const element = host.current
    if (element === null) return
    // tldraw listens to wheel and keys on elements round this one; what happens in here is not for it.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    }
    const onKey = (event: KeyboardEvent): void => {
      // The flag by which tldraw knows an event that somebody else has taken; other listeners still get it.
      Object.assign(event, { isKilled: true })
    }
    element.addEventListener('wheel', onWheel, { passive: true })
    element.addEventListener('keydown', onKey, { capture: true })
    element.addEventListener('keyup', onKey, { capture: true })
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('keydown', onKey, { capture: true })
      element.removeEventListener('keyup', onKey, { capture: true })
    }
  }, [])

  if (card === null || note === undefined) return null
  const { NoteEditor } = session.settings
  const keep = (event: { stopPropagation: () => void }): void => event.stopPropagation()
  return (
    <div
      ref={host}
      role="presentation"
      className={`moot-editing moot-note-${note.color} moot-words-${fitWords(note.text).size}`}
      style={{
        width: card.w,
        height: card.h,
        transform: `translate(${card.x}px, ${card.y}px) scale(${scale})`,
        // React's types know no custom properties.
        ['--editor-scale' as string]: scale,
      }}
      onPointerDown={keep}
      onPointerMove={keep}
      onPointerUp={keep}
      onTouchStart={keep}
      onTouchEnd={keep}
      onDragOver={keep}
      onDrop={keep}
      onKeyDown={(event) => {
        if (event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return
        const key = event.key.toLowerCase()
        if (key !== 'z' && key !== 'y') return
        event.preventDefault()
        if (key === 'y' || event.shiftKey) redo(session)
        else undo(session)
      }}
    >
      <NoteEditor noteId={id} className="moot-note-editor" onDone={(next) => finishEditing(session, next)} />
    </div>
  )
}

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
      <Sketch />
      <ToolLayer />
      <EditedNote />
      <Cursors />
    </>
  )
}
