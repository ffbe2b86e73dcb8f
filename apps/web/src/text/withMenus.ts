/** Importing this brings the words of finding, importing and pictures of a board: menus and dialogs that come later. */
import { boardPicture } from './en/boardPicture.ts'
import { find } from './en/find.ts'
import { intake } from './en/intake.ts'
import { addWords } from './index.ts'

addWords({ boardPicture, find, intake })
