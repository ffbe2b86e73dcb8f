/** Importing this brings the words of open space on *Now*, boards, *Run* and *Spaces*. */
import { openSpace } from './en/openSpace.ts'
import { addWords } from './index.ts'

addWords({ openSpace })
