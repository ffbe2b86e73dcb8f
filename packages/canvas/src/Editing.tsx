/** What is being written in: the screen's own editor over a note or a figure, never smaller than can be read (C-7). */
import type { ReactElement, ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useEditor, useValue } from '@tldraw/editor'
import { useStore } from 'zustand'
import type { Box, Figure } from '@moot/board'
import { isFigure } from '@moot/board'
import { fitWords } from '@moot/picture'
import { finishEditing } from './actions.ts'
import { editorScale } from './editorScale.ts'
import { useCanvas } from './context.ts'
import { figureKey, noteKey } from './items.ts'
import { redo, undo } from './keyboard.ts'
import { wordsRoom } from './wordsRoom.ts'

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
