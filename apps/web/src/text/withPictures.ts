/** Importing this brings the words of adding pictures. */
import { pictures } from './en/pictures.ts'
import { addWords } from './index.ts'

addWords({ pictures })
