/** Importing this brings the words of locked boards; they come with what says them. */
import { lock } from './en/lock.ts'
import { addWords } from './index.ts'

addWords({ lock })
