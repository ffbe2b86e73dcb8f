import type { Undo, Writer } from '@moot/board'
import { NOTE_TEXT_MAX, removeNotes, wordsOf } from '@moot/board'
import { useEffect, useMemo } from 'react'
import { WordsEditor } from './WordsEditor.tsx'

/** What the editor of one note needs. */
export interface NoteEditorProps {
  readonly noteId: string
  readonly writer: Writer
  readonly undo: Undo
  /** Name of the field for screen readers. */
  readonly label: string
  readonly className?: string | undefined
  /** Grows with its words; otherwise it fills its parent and scrolls. */
  readonly grows?: boolean
  /** Tells the others which note is being written; `null` when that is over. */
  readonly onWriting: (noteId: string | null) => void
  /** `new`: the person pressed Enter and wants the next note; `close`: they are done; `away`: they went elsewhere. */
  readonly onDone: (next: 'close' | 'new' | 'away') => void
}

/**
 * The words of one note, for typing in: the same editor on the canvas and in the list. A note left without words goes
 * out of sight (`gone: empty`), by whichever way it was left.
 */
export function NoteEditor({
  noteId,
  writer,
  undo,
  label,
  className,
  grows,
  onWriting,
  onDone,
}: NoteEditorProps) {
  const words = useMemo(() => wordsOf(writer.board.doc, 'notes', noteId), [writer, noteId])

  useEffect(() => {
    onWriting(noteId)
    open.set(noteId, (open.get(noteId) ?? 0) + 1)
    return () => {
      onWriting(null)
      const left = (open.get(noteId) ?? 1) - 1
      if (left > 0) open.set(noteId, left)
      else open.delete(noteId)
      // A moment later: an editor that is only being put elsewhere on the page has opened again by then.
      queueMicrotask(() => {
        if (open.has(noteId)) return
        if (writer.board.notes.get(noteId)?.text.trim() === '') removeNotes(writer, [noteId], 'empty')
      })
    }
  }, [writer, noteId, onWriting])

  if (words === undefined) return null
  return (
    <WordsEditor
      words={words}
      origin={writer.origin}
      undo={undo}
      grows={grows ?? false}
      aria-label={label}
      maxLength={NOTE_TEXT_MAX}
      enterKeyHint="done"
      className={className}
      onDone={(end) => onDone(end === 'enter' ? 'new' : end === 'escape' ? 'close' : 'away')}
    />
  )
}

/** Editors on the page by note. */
const open = new Map<string, number>()
