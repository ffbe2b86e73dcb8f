/** Importing this brings the words of the screens inside a workshop. */
import { enInside } from './enInside.ts'
import { addWords } from './index.ts'

addWords(enInside)
