/** What a board looks like, as SVG without a browser. */
export { boardSvg, planPicture } from './boardSvg.ts'
export type { BoardPicture, PictureOptions, PicturePlan } from './boardSvg.ts'
export {
  arrowLabel,
  arrowShape,
  FILL_OPACITY,
  outlineLabel,
  outlinePath,
  OUTLINE_RADIUS,
} from './figureParts.ts'
export type { ArrowShape, FigureLabel } from './figureParts.ts'
export { endWithDots, fitWords, NOTE_PAD_X, NOTE_PAD_Y, WORDS_SHOWN_MAX } from './fitWords.ts'
export type { Fit, WordSize } from './fitWords.ts'
export { inkPath } from './inkPath.ts'
export type { Letters } from './itemSvg.ts'
export { DRAW_HEX, HIGHLIGHT_OPACITY, NOTE_HEX } from './palette.ts'
