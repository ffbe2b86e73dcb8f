/** Colours in the light appearance, as `apps/web/src/styles/tokens.css` has them for the screen. */
import type { DrawColor, NoteColor } from '@moot/board'

/** Cards of notes. */
export const NOTE_HEX: Readonly<Record<NoteColor, string>> = {
  lemon: '#ffefa3',
  mint: '#c6ebcb',
  sky: '#bfe0f7',
  peach: '#ffd3b0',
  rose: '#f7bcc9',
  lilac: '#cdbdf0',
}

/** Lines and words of drawings. */
export const DRAW_HEX: Readonly<Record<DrawColor, string>> = {
  ink: '#1b2430',
  blue: '#1d5fa8',
  green: '#0b5d57',
  red: '#a3201d',
  orange: '#8a4b00',
  purple: '#6d28d9',
}

/** How much of the ground a highlighter covers. */
export const HIGHLIGHT_OPACITY = 0.35

/** The board itself and what belongs to it. */
export const GROUND = '#fbf9f5'
/** Cards, bars and what lies over the ground. */
export const SURFACE = '#ffffff'
/** What is let into the ground, such as a picture that is not there. */
export const SUNKEN = '#efece4'
/** Separators. */
export const LINE = '#ddd8cc'
/** Edges that matter, such as a section's. */
export const LINE_STRONG = '#8a8577'
/** Words. */
export const INK = '#1b2430'
/** Words that stand back. */
export const INK_SOFT = '#4a5361'
/** The one green. */
export const ACCENT = '#0b5d57'
/** A theme's ground: the soft accent over the surface. */
export const THEME_GROUND = '#ecf6f5'
/** How much ink the edge of a note is. */
export const NOTE_EDGE = 0.22

/** Colours of the horizons and of what a template marks with them. */
const HUES: Readonly<Record<string, string>> = { h1: '#9a3412', h2: '#6d28d9', h3: '#0b5d57' }

/** The colour of a template's hue, or of plain words. */
export function hueHex(hue: string): string {
  return HUES[hue] ?? INK_SOFT
}
