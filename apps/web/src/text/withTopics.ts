/** Importing this brings the words of marketplace. */
import { topics } from './en/topics.ts'
import { addWords } from './index.ts'

addWords({ topics })
