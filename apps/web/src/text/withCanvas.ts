/** Importing this brings the words that only the canvas says, and the dialog of its keys. */
import { canvasFigures } from './en/canvasFigures.ts'
import { drawing } from './en/drawing.ts'
import { addWords } from './index.ts'

addWords({ canvasFigures, drawing })
