/** Importing this brings the words of offering topics; they come with the dialogs that need them. */
import { offer } from './en/offer.ts'
import { addWords } from './index.ts'

addWords({ offer })
