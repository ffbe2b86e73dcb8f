/** Importing this brings the words of the spaces; they come with their screen and dialogs. */
import { spaces } from './en/spaces.ts'
import { addWords } from './index.ts'

addWords({ spaces })
