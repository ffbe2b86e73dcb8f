/** Importing this brings the words of promoting notes; they come with the menus. */
import { promote } from './en/promote.ts'
import { addWords } from './index.ts'

addWords({ promote })
