/** Importing this brings the words of sharing; they come with its dialog. */
import { share } from './en/share.ts'
import { addWords } from './index.ts'

addWords({ share })
