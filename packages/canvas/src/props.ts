/** What the canvas is given and gives back: the contract between it and the screen that shows it. */
import type { ComponentType, Ref } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { Box, NoteColor, Point, Undo, Writer } from '@moot/board'

/** Notes in somebody's hand: how far they are from where the document has them, in canvas px. */
export interface Drag {
  readonly ids: readonly string[]
  readonly dx: number
  readonly dy: number
}

/** What one other connection shows of itself. */
export interface OtherPerson {
  readonly name: string
  /** Any CSS colour, for the cursor and its flag; ink where there is none. */
  readonly color?: string | undefined
  /** Where they point, in canvas px. */
  readonly cursor?: Point | null | undefined
  readonly drag?: Drag | null | undefined
  /** The note they are writing in. */
  readonly editing?: string | null | undefined
}

/** What this canvas shows of the person in front of it. `null` takes a part back. */
export interface OwnPresence {
  readonly cursor: Point | null
  readonly drag: Drag | null
  readonly editing: string | null
}

/** Fast-changing presence, whatever carries it. The canvas calls `set` at most ten times a second. */
export interface CanvasPresence {
  /** Others on this board by connection, this one not among them. */
  others(): ReadonlyMap<number, OtherPerson>
  /** Calls `listener` after others have changed. Returns the way to stop. */
  onChange(listener: () => void): () => void
  /** Merges into what others see of this connection. */
  set(part: Partial<OwnPresence>): void
}

/** How a note's editor ended: put down, or put down and the next one opened beside it. */
export type EditEnd = 'close' | 'new'

/** What the screen's editor of one note's words is given. It fills its parent and takes the focus when it appears. */
export interface NoteEditorProps {
  readonly noteId: string
  readonly onDone: (next: EditEnd) => void
  readonly className: string
}

/** Something that is only done after a yes. */
export interface CanvasQuestion {
  readonly kind: 'remove'
  readonly notes: number
  readonly byOthers: number
}

/** Something the canvas does not take. */
export type CanvasRefusal = 'files' | 'too_many_lines'

/** A note as a reader hears it. `place` counts from 1 in reading order. */
export interface NoteDescription {
  readonly words: string
  readonly place: number
  readonly total: number
  readonly section: string | null
  readonly theme: string | null
  readonly color: NoteColor
}

/** Every word the canvas shows or says. */
export interface CanvasLabels {
  /** Name of the canvas for a screen reader. */
  readonly canvas: string
  /** How to use it with a keyboard; read after the name. */
  readonly help: string
  readonly note: (note: NoteDescription) => string
  readonly selected: (count: number) => string
  /** “Sam is writing”, on a note. */
  readonly writing: (name: string) => string
  readonly added: (count: number) => string
  readonly removed: (count: number) => string
  readonly undone: string
  readonly redone: string
  /** Shown where drawing failed; the board itself is safe. */
  readonly failed: string
  readonly again: string
}

/** px to keep clear on each side, for bars that float over the canvas. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** What the canvas shows just now, for toolbars. */
export interface CanvasState {
  /** Selected notes in reading order. */
  readonly selectedIds: readonly string[]
  /** 100 is life size. */
  readonly zoomPercent: number
  readonly editingId: string | null
  readonly isEditing: boolean
  readonly isDragging: boolean
  /** Round the selected notes, in px from the canvas's top left; `null` without any, and while dragging or editing. */
  readonly selectionBox: Box | null
}

/** How a toolbar works the canvas. */
export interface CanvasHandle {
  readonly state: StoreApi<CanvasState>
  /** Adds a note near the centre of view (or in `region`) and opens it. Returns its id, `null` where one may not write. */
  addNote(options?: { readonly region?: string | null; readonly color?: NoteColor }): string | null
  editNote(id: string): void
  stopEditing(): void
  /** Selects a note, brings it into view and takes the keyboard. */
  focusNote(id: string): void
  /** Gives the canvas the keyboard. */
  focus(): void
  select(ids: readonly string[]): void
  selectAll(): void
  selectNone(): void
  selectedNotes(): readonly string[]
  recolour(color: NoteColor): void
  duplicate(): void
  bringToFront(): void
  /** Removes the selected notes; asks first where others wrote some. */
  remove(): Promise<void>
  undo(): void
  redo(): void
  zoomIn(): void
  zoomOut(): void
  /** Life size, about the centre of view. */
  zoomReset(): void
  fitBoard(): void
}

/** Props of `BoardCanvas`; SPEC.md says what each promises. */
export interface CanvasProps {
  /** Board, person, ids and origin. A different writer is a different board: everything is set up afresh. */
  readonly writer: Writer
  readonly undo: Undo
  readonly presence: CanvasPresence
  readonly NoteEditor: ComponentType<NoteEditorProps>
  readonly labels: CanvasLabels
  /** For tldraw's own style elements under a strict content policy. */
  readonly nonce?: string | undefined
  readonly readOnly?: boolean | undefined
  /** Colour of new notes; lemon where not given. */
  readonly color?: NoteColor | undefined
  readonly theme?: 'light' | 'dark' | 'system' | undefined
  /** BCP 47, such as `en`. */
  readonly locale?: string | undefined
  readonly reducedMotion?: boolean | undefined
  /** Whether N, +, -, 0 and 1 act while the canvas has focus; yes where not given. */
  readonly letterKeys?: boolean | undefined
  readonly insets?: Insets | undefined
  readonly onAsk: (question: CanvasQuestion) => Promise<boolean>
  readonly onRefused?: ((what: CanvasRefusal) => void) | undefined
  readonly ref?: Ref<CanvasHandle> | undefined
}
