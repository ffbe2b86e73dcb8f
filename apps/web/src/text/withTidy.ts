/** Importing this brings the words of tidying up and sorting. */
import { tidy } from './en/tidy.ts'
import { addWords } from './index.ts'

addWords({ tidy })
