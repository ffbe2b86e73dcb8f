/** Colours of notes and lines in the light appearance, as `apps/web/src/styles/tokens.css` has them for the screen. */
import type { DrawColor, NoteColor } from '@moot/board'

export const NOTE_HEX: Readonly<Record<NoteColor, string>> = {
  lemon: '#ffefa3',
  mint: '#c6ebcb',
  sky: '#bfe0f7',
  peach: '#ffd3b0',
  rose: '#f7bcc9',
  lilac: '#cdbdf0',
}

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
