/** Importing this brings the words of the write-up. */
import { writeup } from './en/writeup.ts'
import { addWords } from './index.ts'

addWords({ writeup })
