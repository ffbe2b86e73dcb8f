/** What a board looks like, as SVG without a browser. */
export { endWithDots, fitWords, NOTE_PAD_X, NOTE_PAD_Y, WORDS_SHOWN_MAX } from './fitWords.ts'
export type { Fit, WordSize } from './fitWords.ts'
export { inkPath } from './inkPath.ts'
export { DRAW_HEX, HIGHLIGHT_OPACITY, NOTE_HEX } from './palette.ts'
