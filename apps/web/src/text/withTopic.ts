/** Importing this brings the words of one topic. */
import { topic } from './en/topic.ts'
import { addWords } from './index.ts'

addWords({ topic })
