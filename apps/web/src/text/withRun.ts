/** Importing this brings the words of the *Run* panel; they come with it, to facilitators. */
import { run } from './en/run.ts'
import { addWords } from './index.ts'

addWords({ run })
