/** Importing this brings the rest of the words of `board`: what nobody is told before something was pressed or went wrong. */
import { boardLater } from './en/boardLater.ts'
import { addWords } from './index.ts'

addWords({ board: boardLater })
