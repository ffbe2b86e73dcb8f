/** Importing this brings the rest of the words of boards: their dialog, links, copying, what was removed. */
import { boardsLater } from './en/boardsLater.ts'
import { addWords } from './index.ts'

addWords({ boards: boardsLater })
