/** The half of the English catalogue that is said inside a workshop; see `en.ts`. */
import { board } from './en/board.ts'
import { boardPicture } from './en/boardPicture.ts'
import { boards } from './en/boards.ts'
import { drawing } from './en/drawing.ts'
import { canvasFigures } from './en/canvasFigures.ts'
import { figures } from './en/figures.ts'
import { list } from './en/list.ts'
import { share } from './en/share.ts'
import { workshop } from './en/workshop.ts'
import { writeup } from './en/writeup.ts'

/** The half that comes with the workshop's frame. */
export const enInside = {
  board,
  boardPicture,
  boards,
  drawing,
  canvasFigures,
  figures,
  list,
  share,
  workshop,
  writeup,
} as const
