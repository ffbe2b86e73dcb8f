/**
 * Copying and pasting. Notes and figures travel as a clip, which keeps arrangement and origin; other programs get lines
 * of words. Markup on the clipboard is never looked at.
 */
import { notesFromPaste, packClip, pastedRows, pasteClip, readClip } from '@moot/board'
import { addMany, removeSelected, showAdded, step, targetOfPaste } from './actions.ts'
import type { CanvasSession } from './CanvasSession.ts'
import { keysOf } from './items.ts'
import { around } from './placing.ts'
import { readingOrder } from './readingOrder.ts'

/** Our own format beside plain text; other boards of this product read it. */
const OUR_TYPE = 'application/x-moot-clip+json'
/** Notes that one paste of lines may make; more go to the import dialog. */
export const PASTE_MAX = 500
/** Longest clip that is read at all, in UTF-16 units: three times what one may hold. */
const CLIP_TEXT_MAX = 8_000_000

/** Words as one line each. */
export function linesOf(texts: readonly { readonly text: string }[]): string {
  return texts
    .map(({ text }) => text.replace(/\s*\n\s*/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Whether words are cells of several columns: which of them are the notes is for the person to say. */
export function isTable(words: string): boolean {
  // What stands alone before a tab is a bullet or a number of a list.
  const rows = pastedRows(words)
    .map((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''))
    .filter(([first, second]) => first !== undefined && !(first.length < 4 && second !== undefined))
  return rows.length > 1 && rows.filter((row) => row.length > 1).length * 2 > rows.length
}

/** Reads a clip from a clipboard's text; anything else, whoever wrote it, is `null`. */
export function unpack(packed: string): ReturnType<typeof readClip> {
  if (packed === '' || packed.length > CLIP_TEXT_MAX) return null
  try {
    return readClip(JSON.parse(packed))
  } catch {
    return null
  }
}

function copy(session: CanvasSession, event: ClipboardEvent): boolean {
  const items = session.selection()
  if (items.notes.length + items.figures.length === 0 || event.clipboardData === null) return false
  const { boardId, workshopId } = session.settings
  const chosen = { notes: new Set(items.notes), figures: new Set(items.figures) }
  const words = readingOrder(session.board).flatMap(({ note, figure }): { readonly text: string }[] => {
    if (note !== undefined) return chosen.notes.has(note.id) ? [note] : []
    return chosen.figures.has(figure.id) && figure.kind !== 'ink' ? [figure] : []
  })
  event.clipboardData.setData('text/plain', linesOf(words))
  const clip = packClip(session.board, { workshop: workshopId, board: boardId }, items)
  event.clipboardData.setData(OUR_TYPE, JSON.stringify(clip))
  return true
}

function paste(session: CanvasSession, event: ClipboardEvent): boolean {
  const data = event.clipboardData
  if (data === null || session.readOnly) return false
  const clip = unpack(data.getData(OUR_TYPE))
  if (clip !== null) {
    const { boardId, workshopId } = session.settings
    // With the mouse over the board it goes there; else it keeps its place, and on another board comes into view. It
    // lies on nothing that is there.
    const isHere = clip.board === boardId && clip.workshop === workshopId
    const near = session.pointer ?? (isHere ? null : targetOfPaste(session).near)
    const into = { board: boardId, workshop: workshopId, isClear: true, ...(near === null ? {} : { near }) }
    const made = step(session, () => pasteClip(session.writer, clip, into))
    if (made.notes.length + made.figures.length > 0) {
      showAdded(session, made)
      const box = around(keysOf(made).flatMap((key) => session.boxOf(key) ?? []))
      if (box !== null) session.camera.reveal(box)
    }
    if (made.left > 0) session.settings.onRefused?.('too_much_copied')
    return true
  }
  const files = [...data.files].filter((file) => file.type.startsWith('image/'))
  const words = data.getData('text/plain')
  if (files.length > 0 && words.trim() === '') {
    session.settings.onFiles?.(files, targetOfPaste(session).near)
    return true
  }
  const lines = notesFromPaste(words)
  if (lines.length === 0) return false
  const { onManyLines } = session.settings
  if (lines.length > PASTE_MAX || (onManyLines !== undefined && isTable(words))) {
    onManyLines?.(words)
    return true
  }
  const { region, near } = targetOfPaste(session)
  const color = session.settings.color ?? 'lemon'
  addMany(
    session,
    lines.map((text) => ({ text, color, source: 'pasted' as const })),
    region,
    near,
  )
  return true
}

/** What is about something else than the board while it is open, and words being written. */
const ELSEWHERE = [
  'dialog',
  ...['dialog', 'alertdialog', 'menu', 'menubar', 'listbox', 'combobox', 'textbox'].map(
    (role) => `[role="${role}"]`,
  ),
  '[popover]',
  '[contenteditable]:not([contenteditable="false"])',
].join()

/**
 * Whether a paste is meant for the canvas though it has not the focus: nothing has it, or a button or link that stands
 * by the board, such as the one that led to this board.
 */
function isMeantForCanvas(active: Element | null, container: HTMLElement): boolean {
  // A modal dialog hides all else from who listens; a canvas that is not shown takes nothing.
  if (container.closest('[inert], [aria-hidden="true"]') !== null || !container.checkVisibility())
    return false
  if (active === null || active === document.body) return true
  return active.matches('button, a') && active.closest(ELSEWHERE) === null
}

/**
 * Listens for copy and cut while the canvas has the focus, and for paste then and while a button or nothing has it;
 * what was pasted so gives the canvas the focus. Returns the way to stop.
 */
export function ownClipboard(session: CanvasSession, container: HTMLElement): () => void {
  const handler =
    (work: (event: ClipboardEvent) => boolean, isAlsoBeside = false) =>
    (event: ClipboardEvent): void => {
      const active = document.activeElement
      // Words being written have the browser's own clipboard.
      if (active !== container) {
        if (!isAlsoBeside || event.defaultPrevented || !isMeantForCanvas(active, container)) return
      }
      if (!work(event)) return
      event.preventDefault()
      if (isAlsoBeside && document.activeElement === active) session.focus()
    }
  const onCopy = handler((event) => copy(session, event))
  const onCut = handler((event) => {
    const done = copy(session, event)
    if (done) void removeSelected(session)
    return done
  })
  const onPaste = handler((event) => paste(session, event), true)
  document.addEventListener('copy', onCopy)
  document.addEventListener('cut', onCut)
  document.addEventListener('paste', onPaste)
  return () => {
    document.removeEventListener('copy', onCopy)
    document.removeEventListener('cut', onCut)
    document.removeEventListener('paste', onPaste)
  }
}
