/** Importing this brings the words of trying a workshop; only a facilitator's own trial needs them. */
import { trial } from './en/trial.ts'
import { addWords } from './index.ts'

addWords({ trial })
