/** Copying and pasting notes. Other programs get lines of words; our own notes keep colour as well. */
import type { NewNote, Note, NoteColor } from '@moot/board'
import { NOTE_COLORS, NOTE_TEXT_MAX, notesFromPaste } from '@moot/board'
import { addMany, removeSelected, targetOfPaste } from './actions.ts'
import type { CanvasSession } from './CanvasSession.ts'

/** Our own format beside plain text; other boards of this product read it. */
const OUR_TYPE = 'application/x-moot-notes+json'
/** Notes that one paste may make. */
export const PASTE_MAX = 500

/** Notes as one line of words each. */
export function linesOf(notes: readonly Pick<Note, 'text'>[]): string {
  return notes
    .map((note) => note.text.replace(/\s*\n\s*/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Notes as our own format. */
export function packNotes(notes: readonly Pick<Note, 'text' | 'color'>[]): string {
  return JSON.stringify(notes.map(({ text, color }) => ({ text, color })))
}

/** Reads our own format; anything else, whoever wrote it, is `null`. */
export function unpackNotes(packed: string): { readonly text: string; readonly color: NoteColor }[] | null {
  let value: unknown
  try {
    value = JSON.parse(packed)
  } catch {
    return null
  }
  if (!Array.isArray(value) || value.length === 0) return null
  const notes = value.slice(0, PASTE_MAX + 1).flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null || !('text' in each) || typeof each.text !== 'string')
      return []
    const named = 'color' in each ? each.color : undefined
    const color = NOTE_COLORS.find((known) => known === named) ?? 'lemon'
    return [{ text: each.text.slice(0, NOTE_TEXT_MAX), color }]
  })
  return notes.length === 0 ? null : notes
}

function copy(session: CanvasSession, event: ClipboardEvent): boolean {
  const notes = session.state.getState().selectedIds.flatMap((id) => session.board.notes.get(id) ?? [])
  if (notes.length === 0 || event.clipboardData === null) return false
  event.clipboardData.setData('text/plain', linesOf(notes))
  event.clipboardData.setData(OUR_TYPE, packNotes(notes))
  return true
}

function paste(session: CanvasSession, event: ClipboardEvent): boolean {
  const data = event.clipboardData
  if (data === null || session.readOnly) return false
  const own = unpackNotes(data.getData(OUR_TYPE))
  const words = data.getData('text/plain')
  if (own === null && words === '' && data.files.length > 0) {
    session.settings.onRefused?.('files')
    return true
  }
  const color = session.settings.color ?? 'lemon'
  const fresh: NewNote[] =
    own?.map((note) => ({ ...note, source: 'copied' as const })) ??
    notesFromPaste(words).map((text) => ({ text, color, source: 'pasted' as const }))
  if (fresh.length === 0) return false
  if (fresh.length > PASTE_MAX) {
    session.settings.onRefused?.('too_many_lines')
    return true
  }
  const { region, near } = targetOfPaste(session)
  addMany(session, fresh, region, near)
  return true
}

/** Listens for copy, cut and paste while the canvas has the focus. Returns the way to stop. */
export function ownClipboard(session: CanvasSession, container: HTMLElement): () => void {
  const handler =
    (work: (event: ClipboardEvent) => boolean) =>
    (event: ClipboardEvent): void => {
      // Words being written have the browser's own clipboard.
      if (document.activeElement !== container) return
      if (work(event)) event.preventDefault()
    }
  const onCopy = handler((event) => copy(session, event))
  const onCut = handler((event) => {
    const done = copy(session, event)
    if (done) void removeSelected(session)
    return done
  })
  const onPaste = handler((event) => paste(session, event))
  document.addEventListener('copy', onCopy)
  document.addEventListener('cut', onCut)
  document.addEventListener('paste', onPaste)
  return () => {
    document.removeEventListener('copy', onCopy)
    document.removeEventListener('cut', onCut)
    document.removeEventListener('paste', onPaste)
  }
}
