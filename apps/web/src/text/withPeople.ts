/** Importing this brings the words about people, said by screens and dialogs that come later. */
import { people } from './en/people.ts'
import { addWords } from './index.ts'

addWords({ people })
