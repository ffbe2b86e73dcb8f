/** Importing this brings the words of the bar that tells everybody something. */
import { attention } from './en/attention.ts'
import { addWords } from './index.ts'

addWords({ attention })
