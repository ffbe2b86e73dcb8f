/** What a board looks like, as SVG without a browser. */
export { inkPath } from './inkPath.ts'
export { DRAW_HEX, HIGHLIGHT_OPACITY, NOTE_HEX } from './palette.ts'
