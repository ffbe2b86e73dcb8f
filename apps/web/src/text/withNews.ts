/** Importing this brings the words of the news wall. */
import { news } from './en/news.ts'
import { addWords } from './index.ts'

addWords({ news })
