/** Importing this brings the rest of the words of `workshop`: what nobody is told before something was pressed or went wrong. */
import { workshopLater } from './en/workshopLater.ts'
import { addWords } from './index.ts'

addWords({ workshop: workshopLater })
