/** Importing this brings the words of the time left; they come with the chip in the bar. */
import { timer } from './en/timer.ts'
import { addWords } from './index.ts'

addWords({ timer })
