/** Importing this brings the words of drawings and pictures, and of what is done to them. */
import { figures } from './en/figures.ts'
import { addWords } from './index.ts'

addWords({ figures })
