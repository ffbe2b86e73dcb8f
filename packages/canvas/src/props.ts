/** What the canvas is given and gives back: the contract between it and the screen that shows it. */
import type { ComponentType, Ref } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type {
  Box,
  DrawColor,
  DrawSize,
  FigureKind,
  NewNote,
  NoteColor,
  Origin,
  Point,
  Undo,
  Writer,
} from '@moot/board'

/** What a hand on the canvas does. */
export type CanvasTool =
  | 'select'
  | 'pen'
  | 'highlighter'
  | 'eraser'
  | 'text'
  | 'arrow'
  | 'rectangle'
  | 'ellipse'
  | 'laser'

/** How figures look that are drawn next. */
export interface DrawStyle {
  readonly color: DrawColor
  readonly size: DrawSize
  readonly fill: boolean
}

/** A note (`notes`) or a figure (`drawings`) of the board. */
export interface Item {
  readonly root: 'notes' | 'drawings'
  readonly id: string
}

/** Notes and figures in somebody's hand: how far they are from where the document has them, in canvas px. */
export interface Drag {
  /** Ids of notes and of figures, together. */
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
  /** Where their laser pointer has shone since they last said, in canvas px. */
  readonly laser?: readonly Point[] | null | undefined
}

/** What this canvas shows of the person in front of it. `null` takes a part back. */
export interface OwnPresence {
  readonly cursor: Point | null
  readonly drag: Drag | null
  readonly editing: string | null
  readonly laser: readonly Point[] | null
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

/** What the screen's editor of one figure's words is given: a text box's, an outline's, an arrow's label, a description. */
export interface FigureEditorProps {
  readonly figureId: string
  readonly onDone: () => void
  readonly className: string
}

/** How many notes and figures something is about. */
export interface Counted {
  readonly notes: number
  readonly figures: number
}

/** Something that is only done after a yes. */
export interface CanvasQuestion extends Counted {
  readonly kind: 'remove'
  readonly byOthers: number
}

/** Something the canvas does not take: more notes and figures from another board than one paste may make. */
export type CanvasRefusal = 'too_much_copied'

/** A note as a reader hears it. `place` counts from 1 in reading order. */
export interface NoteDescription {
  readonly words: string
  readonly place: number
  readonly total: number
  readonly section: string | null
  readonly theme: string | null
  readonly color: NoteColor
  /** “from Space 3”, or ''. */
  readonly origin: string
}

/** A figure as a reader hears it. `place` counts from 1 in reading order, notes and figures together. */
export interface FigureDescription {
  readonly id: string
  readonly kind: FigureKind
  /** Of ink its pen, of an outline its form, else `null`. */
  readonly form: 'pen' | 'highlighter' | 'rectangle' | 'ellipse' | null
  /** Words in it, an arrow's label or a picture's description; '' where there are none. */
  readonly words: string
  readonly place: number
  readonly total: number
  readonly section: string | null
}

/** Every word the canvas shows or says. */
export interface CanvasLabels {
  /** Name of the canvas for a screen reader. */
  readonly canvas: string
  /** How to use it with a keyboard; read after the name. */
  readonly help: string
  readonly note: (note: NoteDescription) => string
  readonly figure: (figure: FigureDescription) => string
  /** Shown in the place of a picture that is being fetched, or that cannot be had, and that nobody has described. */
  readonly pictureLoading: string
  readonly pictureMissing: string
  readonly selected: (count: Counted) => string
  /** “from Space 3”, on a note that is a copy and was made then, ms since 1970; '' where there is nothing to say. */
  readonly origin: (from: Origin, created: number) => string
  /** Words on notes that were made later than `after`, ms since 1970, such as “after the round”. */
  readonly late?: { readonly after: number; readonly words: string } | undefined
  /** “Sam is writing”, on a note. */
  readonly writing: (name: string) => string
  readonly added: (count: Counted) => string
  readonly removed: (count: Counted) => string
  /** Figures went with the eraser. */
  readonly erased: (count: number) => string
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
  /** Selected figures in reading order. */
  readonly selectedFigures: readonly string[]
  readonly tool: CanvasTool
  /** 100 is life size. */
  readonly zoomPercent: number
  /** The note being written in. */
  readonly editingId: string | null
  /** The figure whose words are being written. */
  readonly editingFigure: string | null
  readonly isEditing: boolean
  readonly isDragging: boolean
  /** Round what is selected, in px from the canvas's top left; `null` without any, and while dragging or editing. */
  readonly selectionBox: Box | null
}

/** How a toolbar works the canvas. */
export interface CanvasHandle {
  readonly state: StoreApi<CanvasState>
  /** Adds a note near the centre of view (or in `region`) and opens it. Returns its id, `null` where one may not write. */
  addNote(options?: { readonly region?: string | null; readonly color?: NoteColor }): string | null
  editNote(id: string): void
  /** Opens a figure's words; ink has none. */
  editFigure(id: string): void
  stopEditing(): void
  /** Takes another tool in hand; what is being done with the one before is let go without being written. */
  setTool(tool: CanvasTool): void
  /**
   * Without a pointer: puts a text, rectangle or ellipse at a free place in view, or an arrow there or between the two
   * things selected. Returns its id, `null` for other tools and where one may not write.
   */
  put(tool: CanvasTool): string | null
  /** Selects a note, brings it into view, near enough to read it, and takes the keyboard. */
  focusNote(id: string): void
  /** The same for a note or a figure. */
  focusItem(item: Item): void
  /** Gives the canvas the keyboard. */
  focus(): void
  /** Selects notes; figures too where they are named. */
  select(ids: readonly string[], figures?: readonly string[]): void
  selectAll(): void
  selectNone(): void
  selectedNotes(): readonly string[]
  /** Gives the selected notes another colour. */
  recolour(color: NoteColor): void
  /** Gives the selected figures another colour, size or filling; what is left out stays. */
  restyle(style: Partial<DrawStyle>): void
  duplicate(): void
  bringToFront(): void
  sendToBack(): void
  /** A free place for something of this size near the centre of view, in canvas px. */
  placeFor(w: number, h: number): Box
  /** The part of the board in view, in canvas px. */
  view(): Box
  /** Brings just this part of the board into view, as somebody else has it; takes no keyboard. */
  lead(box: Box): void
  /** Calls back when the part in view has changed: because of `lead`, or by this person's hand. Returns the way to stop. */
  onView(listener: (isLed: boolean) => void): () => void
  /** Removes what is selected; asks first where others made some of it. */
  remove(): Promise<void>
  undo(): void
  redo(): void
  zoomIn(): void
  zoomOut(): void
  /** Life size, about the centre of view. */
  zoomReset(): void
  fitBoard(): void
  /** Brings a part of the board into view, never larger than life, and takes the keyboard. */
  showBox(box: Box): void
}

/** Props of `BoardCanvas`; SPEC.md says what each promises. */
export interface CanvasProps {
  /** Board, person, ids and origin. A different writer is a different board: everything is set up afresh. */
  readonly writer: Writer
  readonly undo: Undo
  readonly presence: CanvasPresence
  /** For the clipboard: what is copied here knows where it is from. */
  readonly boardId: string
  readonly workshopId: string
  readonly NoteEditor: ComponentType<NoteEditorProps>
  readonly FigureEditor: ComponentType<FigureEditorProps>
  readonly labels: CanvasLabels
  /** For tldraw's own style elements under a strict content policy. */
  readonly nonce?: string | undefined
  readonly readOnly?: boolean | undefined
  /** Colour of new notes; lemon where not given. */
  readonly color?: NoteColor | undefined
  /** Whose note the next one is, asked when it is made; the writer's own where not given. Copies are always their own. */
  readonly writeAs?: (() => Pick<NewNote, 'by' | 'source'>) | undefined
  /** How figures look that are drawn next. */
  readonly drawStyle: DrawStyle
  /** A `blob:` address of an upload, `null` where it cannot be had. Called again when a picture comes into view again. */
  readonly pictureUrl: (upload: string, size: 'full' | 'small') => Promise<string | null>
  readonly theme?: 'light' | 'dark' | 'system' | undefined
  /** BCP 47, such as `en`. */
  readonly locale?: string | undefined
  readonly reducedMotion?: boolean | undefined
  /** Whether N, +, -, 0 and 1 act while the canvas has focus; yes where not given. */
  readonly letterKeys?: boolean | undefined
  readonly insets?: Insets | undefined
  readonly onAsk: (question: CanvasQuestion) => Promise<boolean>
  /** Pictures pasted or dropped, and where, in canvas px. */
  readonly onFiles?: ((files: readonly File[], at: Point) => void) | undefined
  /** More pasted lines than become notes at once, or cells of several columns. */
  readonly onManyLines?: ((text: string) => void) | undefined
  readonly onRefused?: ((what: CanvasRefusal) => void) | undefined
  readonly ref?: Ref<CanvasHandle> | undefined
}
