/** Importing this brings the words of planning a workshop, before one is open and within. */
import { plan } from './en/plan.ts'
import { addWords } from './index.ts'

addWords({ plan })
