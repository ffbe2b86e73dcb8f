/** What the answers of commands carry, where they carry something. */
import * as z from 'zod/mini'

/** Answer of `board.add` and `board.copy`: the board that was made. */
export const boardResult = z.object({ board: z.string() })

/** Answer of `stage.add`: the stage that was made. */
export const stageResult = z.object({ stage: z.string() })

/** Answer of `spaces.open`: the round's number, and the spaces that take part in it, by their numbers. */
export const spacesResult = z.object({ round: z.number(), spaces: z.array(z.string()) })

/** Answer of `space.add`: the space that was made. */
export const spaceResult = z.object({ space: z.string() })

/** Answer of `person.assist`, and of `help.ask` and `help.answer` where they put somebody on the roster: who that is. */
export const assistResult = z.object({ person: z.string() })

/** Answer of `people.expect`: how many names were new, and how many were there already. */
export const expectResult = z.object({ added: z.number(), known: z.number() })
