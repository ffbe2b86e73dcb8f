/** Importing this brings the words of *Now*; they come with it, and with what tells of the activity elsewhere. */
import { now } from './en/now.ts'
import { addWords } from './index.ts'

addWords({ now })
