/** What is being written in: the screen's own editor over a note or a figure, never smaller than can be read (C-7). */
import type { ReactElement, ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useEditor, useValue } from '@tldraw/editor'
import { useStore } from 'zustand'
import type { Box, Figure } from '@moot/board'
import { isFigure, LABEL_PX, LINE_HEIGHT, TEXT_PX } from '@moot/board'
import { fitWords } from '@moot/picture'
import { finishEditing } from './actions.ts'
import { editorScale } from './CanvasSession.ts'
import { useCanvas } from './context.ts'
import { figureKey, noteKey } from './items.ts'
import { redo, undo } from './keyboard.ts'

/** Least room for words in an outline and on an arrow, and room for a picture's description, in canvas px. */
const LABEL_ROOM = { w: 200, h: 2 * LABEL_PX * LINE_HEIGHT + 16 }
const DESCRIPTION_ROOM = { w: 260, h: 96 }

/** The note or figure being written in. */
export function Editing(): ReactElement | null {
  const session = useCanvas()
  const note = useStore(session.state, (now) => now.editingId)
  const figure = useStore(session.state, (now) => now.editingFigure)
  if (note !== null) return <EditedNote key={note} id={note} />
  return figure === null ? null : <EditedFigure key={figure} id={figure} />
}

function EditedNote({ id }: { readonly id: string }): ReactElement | null {
  const session = useCanvas()
  const card = useValue('edited card', () => session.boxOf(noteKey(id)), [session, id])
  const note = useValue(
    'edited note',
    () => (session.boxOf(noteKey(id)) === null ? undefined : session.board.notes.get(id)),
    [session, id],
  )
  if (card === null || note === undefined) return null
  const { NoteEditor } = session.settings
  return (
    <Frame box={card} className={`moot-note-${note.color} moot-words-${fitWords(note.text).size}`}>
      <NoteEditor noteId={id} className="moot-note-editor" onDone={(next) => finishEditing(session, next)} />
    </Frame>
  )
}

function EditedFigure({ id }: { readonly id: string }): ReactElement | null {
  const session = useCanvas()
  const box = useValue('edited figure', () => session.boxOf(figureKey(id)), [session, id])
  const figure = session.board.drawings.get(id)
  if (box === null || figure === undefined || !isFigure(figure)) return null
  const { FigureEditor } = session.settings
  return (
    <Frame box={wordsRoom(figure, box)} className={`moot-figure-editing ${looksOf(figure)}`}>
      <FigureEditor
        figureId={id}
        className="moot-note-editor"
        onDone={() => finishEditing(session, 'close')}
      />
    </Frame>
  )
}

function looksOf(figure: Figure): string {
  const color = `moot-draw-${figure.color}`
  return figure.kind === 'text' ? `${color} moot-text-${figure.size}` : `moot-label-editing ${color}`
}

/** Where a figure's words are written. */
function wordsRoom(figure: Figure, box: Box): Box {
  const centred = (w: number, h: number): Box => ({
    x: box.x + (box.w - w) / 2,
    y: box.y + (box.h - h) / 2,
    w,
    h,
  })
  switch (figure.kind) {
    case 'text':
      // A line more, so that the next one has room before it is there.
      return { ...box, h: box.h + TEXT_PX[figure.size] * LINE_HEIGHT }
    case 'shape':
      return centred(Math.max(LABEL_ROOM.w, box.w - 24), Math.max(LABEL_ROOM.h, Math.min(box.h - 24, 240)))
    case 'picture': {
      const w = Math.max(DESCRIPTION_ROOM.w, box.w)
      return { x: box.x + (box.w - w) / 2, y: box.y + box.h - DESCRIPTION_ROOM.h, w, h: DESCRIPTION_ROOM.h }
    }
    case 'arrow':
    case 'ink':
      return centred(LABEL_ROOM.w, LABEL_ROOM.h)
    default:
      return figure satisfies never
  }
}

function Frame({
  box,
  className,
  children,
}: {
  readonly box: Box
  readonly className: string
  readonly children: ReactNode
}): ReactElement {
  const editor = useEditor()
  const session = useCanvas()
  const host = useRef<HTMLDivElement>(null)
  const scale = useValue('editor scale', () => editorScale(editor.getZoomLevel()), [editor])

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

  const keep = (event: { stopPropagation: () => void }): void => event.stopPropagation()
  return (
    <div
      ref={host}
      role="presentation"
      className={`moot-editing ${className}`}
      style={{
        width: box.w,
        height: box.h,
        transform: `translate(${box.x}px, ${box.y}px) scale(${scale})`,
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
      {children}
    </div>
  )
}
