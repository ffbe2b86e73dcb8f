/** Importing this brings the words of the frame's menu and its dialogs; they come with the first of them. */
import { frame } from './en/frame.ts'
import { addWords } from './index.ts'

addWords({ frame })
