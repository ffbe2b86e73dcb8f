/** Importing this brings the words of invitations; they come with what says them. */
import { invite } from './en/invite.ts'
import { addWords } from './index.ts'

addWords({ invite })
