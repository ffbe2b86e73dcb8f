/** Typed text in a command, before it is judged. */
import * as z from 'zod/mini'

/**
 * As long as a message can be: somebody who pastes a whole page into a question hears in a sentence how long one may be
 * (W-4), instead of losing their connection because what they sent could not be read.
 */
const TYPED_MAX = 262_144

/** See the head of this file. */
export const typed = z.string().check(z.maxLength(TYPED_MAX))
