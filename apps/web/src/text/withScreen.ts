/** Importing this brings the words of the big screen. */
import { screen } from './en/screen.ts'
import { addWords } from './index.ts'

addWords({ screen })
