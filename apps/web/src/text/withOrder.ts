/** Importing this brings the words of the running order; they come with its screen. */
import { order } from './en/order.ts'
import { addWords } from './index.ts'

addWords({ order })
