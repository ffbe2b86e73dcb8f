/** What the answers of commands carry, where they carry something. */
import * as z from 'zod/mini'

/** Answer of `board.add`, `board.copy` and `reports.gather`: the board that was made. */
export const boardResult = z.object({ board: z.string() })

/** Answer of `stage.add` and `market.addRound`: the stage that was made. */
export const stageResult = z.object({ stage: z.string() })

/** Answer of `spaces.open`: the round's number, and the spaces that take part in it, by their numbers. */
export const spacesResult = z.object({ round: z.number(), spaces: z.array(z.string()) })

/** Answer of `space.add`: the space that was made. */
export const spaceResult = z.object({ space: z.string() })

/** Answer of `person.assist`, and of `help.ask` and `help.answer` where they put somebody on the roster: who that is. */
export const assistResult = z.object({ person: z.string() })

/** Answer of `people.expect`: how many names were new, and how many were there already. */
export const expectResult = z.object({ added: z.number(), known: z.number() })

/** Answer of `draft.write`, and of `topic.offer` while topics wait: the draft; absent where an empty one went. */
export const draftResult = z.object({ draft: z.string() })

/** Answer of `topic.offer`, `turn.take`, `topic.split` and `topic.continue`: the topic that was made. */
export const topicResult = z.object({ topic: z.string() })

/** Answer of `report.write`: the text as it is kept, with what others wrote meanwhile. */
export const reportTextResult = z.object({ text: z.string() })

/** Answer of `report.version`: what the report said then. */
export const reportVersionResult = z.object({
  at: z.number(),
  by: z.string(),
  texts: z.record(z.string(), z.string()),
})
