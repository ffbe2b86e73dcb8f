/**
 * Names and shapes inside a board's `Y.Doc`: the only file that knows them (B-1).
 * The prose of this file, for other programs, is `packages/board/SPEC.md`.
 */
import * as Y from 'yjs'
import type { Figure, Origin } from './figures.ts'

/** Version of the layout below, stored in `meta.schema`. */
export const BOARD_SCHEMA = 1

/** The document's top-level maps. Anything else at the top level is refused. */
export const ROOTS = ['meta', 'notes', 'regions', 'themes', 'links', 'drawings'] as const
export type Root = (typeof ROOTS)[number]
/** The maps that hold entities (id → `Y.Map` of groups). */
export type EntityRoot = Exclude<Root, 'meta'>

/** The groups an entity of each kind may have; a group is one small JSON value unless it is words. */
export const GROUPS: Readonly<Record<EntityRoot, readonly string[]>> = {
  notes: ['base', 'pos', 'text', 'style', 'member', 'gone', 'original'],
  regions: ['base', 'box', 'label'],
  themes: ['base', 'title', 'place', 'gone'],
  links: ['base', 'style', 'text', 'gone'],
  drawings: ['base', 'pos', 'shape', 'style', 'text', 'ink', 'member', 'gone'],
}
/** Groups that hold words and are therefore a `Y.Text`, merged letter by letter. */
export const WORD_GROUPS: ReadonlySet<string> = new Set(['text', 'title', 'ink'])
/** Groups that only the server writes. */
export const SERVER_GROUPS: ReadonlySet<string> = new Set(['original'])

/** Width and height of every note, in canvas px. */
export const NOTE_WIDTH = 180
export const NOTE_HEIGHT = 140
/** Space between notes that are laid out in a block, in canvas px. */
export const NOTE_GAP = 8
/** Longest text of one note, in UTF-16 units; longer words are refused at the server and cut by `repair`. */
export const NOTE_TEXT_MAX = 20_000
/** Longest title of a theme or section, in UTF-16 units. */
export const TITLE_MAX = 300
/** Longest prompt of a section, in UTF-16 units. */
export const PROMPT_MAX = 1_000
/** Notes, themes and the rest that one board may hold, each. */
export const ENTITIES_MAX = 20_000
/** Coordinates are kept within this distance of the origin, in canvas px. */
export const FAR = 1_000_000

export const NOTE_COLORS = ['lemon', 'mint', 'sky', 'peach', 'rose', 'lilac'] as const
/** One of the six named note colours (design §9). */
export type NoteColor = (typeof NOTE_COLORS)[number]

export const NOTE_SOURCES = ['typed', 'pasted', 'imported', 'copied', 'revealed', 'room'] as const
/** How a note came to be; `room`: said aloud where several sit together, and entered by a scribe. */
export type NoteSource = (typeof NOTE_SOURCES)[number]

/** The kinds of furniture, as `base.kind` has them. */
export const FURNITURE_KINDS = ['curve', 'frame', 'label', 'backdrop'] as const

export const GONE_HOWS = ['deleted', 'cleared', 'hidden', 'undone', 'empty', 'merged'] as const
/**
 * Why an entity is out of sight: `deleted` by hand, `cleared` with the whole board, `hidden` by a facilitator,
 * `undone` (its making was taken back), `empty` (put down without words), `merged` (its words are in another note now).
 * `deleted`, `cleared` and `merged` lie in the Bin.
 */
export type GoneHow = (typeof GONE_HOWS)[number]

/** Who took an entity out of sight, when (ms since 1970, the writer's clock) and why. */
export interface Gone {
  readonly by: string
  readonly at: number
  readonly how: GoneHow
}

/** A post-it, as every view reads it. `x`/`y` are its top left in canvas px. */
export interface Note {
  readonly id: string
  /** Person who wrote it; `null` for an unattributed note. */
  readonly by: string | null
  /** Person who entered it for the one who is named in `by`; `null` where they wrote it themselves. */
  readonly via: string | null
  readonly created: number
  readonly source: NoteSource
  /** Where it was copied from, or `null`. */
  readonly from: Origin | null
  readonly x: number
  readonly y: number
  /** Stacking order: a fractional index, compared as text, ties broken by id. */
  readonly z: string
  readonly text: string
  readonly color: NoteColor
  /** Section it is filed under, stored and never inferred from where it lies. */
  readonly region: string | null
  readonly theme: string | null
  /** Place among its section's or theme's notes: a fractional index. */
  readonly order: string
  readonly gone: Gone | null
  /** Last wording of its writer before somebody else changed it; kept by the server. */
  readonly original: string | null
}

/** A section of the board with a prompt; `tag` is its meaning across boards (`h3`, `keep` …). */
export interface Region {
  readonly id: string
  readonly tag: string
  readonly order: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly title: string
  readonly prompt: string
  /** Colour name of the title where the method gives it one (`h1`, `h2`, `h3`), else ''. */
  readonly hue: string
}

/** A named group of notes. */
export interface Theme {
  readonly id: string
  readonly by: string | null
  readonly created: number
  readonly title: string
  readonly region: string | null
  readonly order: string
  readonly gone: Gone | null
}

/** One cubic Bézier: start, two controls, end, in canvas px. */
export type BezierSegment = readonly [number, number, number, number, number, number, number, number]

/** A curve drawn behind the notes as part of a template. `labelAt` is where its name stands, in canvas px. */
export interface Curve {
  readonly kind: 'curve'
  readonly id: string
  readonly furniture: boolean
  readonly segments: readonly BezierSegment[]
  readonly dash: 'solid' | 'dashed' | 'dotted'
  readonly hue: string
  readonly label: string
  readonly labelAt: readonly [number, number]
}
/** A plain rectangle behind the notes, such as the plot of three horizons. */
export interface Frame {
  readonly kind: 'frame'
  readonly id: string
  readonly furniture: boolean
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
/** A few words printed on the board by its template; `align` says which side of `x` they stand. */
export interface Label {
  readonly kind: 'label'
  readonly id: string
  readonly furniture: boolean
  readonly x: number
  readonly y: number
  readonly text: string
  readonly align: 'start' | 'end'
}
/** A picture behind everything, such as a worksheet: put there by a facilitator, picked up by nobody. */
export interface Backdrop {
  readonly kind: 'backdrop'
  readonly id: string
  readonly furniture: boolean
  readonly upload: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** Its description, '' where there is none. */
  readonly text: string
  readonly gone: Gone | null
}
/** What belongs to the board itself and that only facilitators change. */
export type Furniture = Curve | Frame | Label | Backdrop
/** What is on a board besides notes. */
export type Drawing = Furniture | Figure

/** One entity's groups in the document. */
export type Groups = Y.Map<unknown>

/** The map of one kind of entity: id → groups. */
export function entities(doc: Y.Doc, root: EntityRoot): Y.Map<Groups> {
  return doc.getMap<Groups>(root)
}

/** Whether a value in the document is an entity's groups: a plain map, none of the types that are made from it. */
export function isGroups(value: unknown): value is Groups {
  return value instanceof Y.Map && !(value instanceof Y.XmlHook)
}

/** Whether a value in the document is plain shared words. */
export function isWords(value: unknown): value is Y.Text {
  return value instanceof Y.Text && !(value instanceof Y.XmlText)
}
