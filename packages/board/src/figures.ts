/** What people put on a board besides notes: strokes, words, arrows, outlines, pictures. Their layout is in SPEC.md. */
import type { Gone } from './schema.ts'

export const FIGURE_KINDS = ['ink', 'text', 'arrow', 'shape', 'picture'] as const
/** The kinds of figures, as `base.kind` has them. */
export type FigureKind = (typeof FIGURE_KINDS)[number]

export const DRAW_COLORS = ['ink', 'blue', 'green', 'red', 'orange', 'purple'] as const
/** Colours of lines and words; each stands out from the ground by 3:1 or more. */
export type DrawColor = (typeof DRAW_COLORS)[number]

export const DRAW_SIZES = ['s', 'm', 'l'] as const
/** Thickness of a line, or size of words. */
export type DrawSize = (typeof DRAW_SIZES)[number]

/** Thickness of a pen's, an arrow's or an outline's line, in canvas px. */
export const LINE_PX: Readonly<Record<DrawSize, number>> = { s: 3, m: 6, l: 12 }
/** Thickness of a highlighter's line, in canvas px. */
export const HIGHLIGHTER_PX: Readonly<Record<DrawSize, number>> = { s: 16, m: 28, l: 44 }
/** Type size of words in text boxes, in canvas px. */
export const TEXT_PX: Readonly<Record<DrawSize, number>> = { s: 18, m: 28, l: 48 }
/** Type size of words on arrows and in outlines, in canvas px. */
export const LABEL_PX = 18
/** Width of a text box that nobody has drawn wider or narrower, in canvas px. */
export const TEXT_WIDTH = 320
/** Least side of an outline, a picture or a text box, in canvas px. */
export const SIDE_MIN = 16
/** Greatest side of anything that has one, in canvas px. */
export const SIDE_MAX = 20_000
/** Longest words of a text box, label or picture's description, in UTF-16 units. */
export const LABEL_MAX = 2_000
/** Longest encoded stroke, in UTF-16 units: some 6,000 points. */
export const INK_MAX = 40_000

/** Where something was copied from: another board of this workshop, or the same one. Written once, with the copy. */
export interface Origin {
  /** Id of the board. */
  readonly board: string
  /** Id of the note or figure there. */
  readonly item: string
  /** When what it says was said there, ms since 1970, where the copy is younger. */
  readonly at?: number
}

/** What every figure has. `x`/`y` are its origin in canvas px: the top left of what has a box, the first point of ink. */
interface FigureCommon {
  readonly id: string
  readonly furniture: false
  readonly by: string | null
  readonly created: number
  readonly from: Origin | null
  readonly x: number
  readonly y: number
  /** Stacking order among notes and figures together. */
  readonly z: string
  /** Section it is filed under, stored and never inferred. */
  readonly region: string | null
  /** Place among its section's figures. */
  readonly order: string
  readonly color: DrawColor
  readonly size: DrawSize
  readonly gone: Gone | null
}

/** A stroke of a pen or a highlighter. */
export interface Ink extends FigureCommon {
  readonly kind: 'ink'
  readonly pen: 'pen' | 'highlighter'
  /** x, y, x, y … in canvas px from the figure's own origin; never empty, always even. */
  readonly points: readonly number[]
}
/** Words on the board itself. */
export interface TextBox extends FigureCommon {
  readonly kind: 'text'
  readonly w: number
  readonly text: string
}
/** One end of an arrow. Stuck to `on`, it follows it; `x`/`y` (from the figure's origin) hold while there is nothing. */
export interface ArrowEnd {
  readonly on: { readonly root: 'notes' | 'drawings'; readonly id: string } | null
  /** Point within the box of what it sticks to, in parts of its width and height from the top left: 0 to 1. */
  readonly at: readonly [number, number]
  readonly x: number
  readonly y: number
}
/** A straight arrow, its head at `end`. */
export interface Arrow extends FigureCommon {
  readonly kind: 'arrow'
  readonly start: ArrowEnd
  readonly end: ArrowEnd
  readonly text: string
}
/** A rectangle or an ellipse. */
export interface Outline extends FigureCommon {
  readonly kind: 'shape'
  readonly form: 'rectangle' | 'ellipse'
  readonly w: number
  readonly h: number
  /** Whether it is filled with a light tone of its colour. */
  readonly fill: boolean
  readonly text: string
}
/** A picture kept by the server. `text` is its description, '' until somebody gives one. */
export interface Picture extends FigureCommon {
  readonly kind: 'picture'
  /** Id of the upload. */
  readonly upload: string
  readonly w: number
  readonly h: number
  readonly text: string
}

/** What people put on a board besides notes. */
export type Figure = Ink | TextBox | Arrow | Outline | Picture
