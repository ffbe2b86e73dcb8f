/**
 * Importing this brings the words that the frame, the list and what both views share say at once. The rest of
 * `enInside.ts` comes with the screens and dialogs that say it: `withMenus.ts`, `withCanvas.ts` and their like.
 */
import { board } from './en/board.ts'
import { boards } from './en/boards.ts'
import { list } from './en/list.ts'
import { workshop } from './en/workshop.ts'
import { addWords } from './index.ts'

addWords({ board, boards, list, workshop })
