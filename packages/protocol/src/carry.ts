/** What a workshop leaves for the next one; a file of its own, for the screen that needs it is loaded by itself. */
import * as z from 'zod/mini'

/** `GET /api/workshops/:id/carry`: what a workshop that follows might bring along. */
export const carryResponse = z.object({
  title: z.string(),
  question: z.string(),
  hasPlan: z.boolean(),
  carried: z.array(z.object({ kind: z.enum(['question', 'commitment']), text: z.string() })),
  /** Boards in sight, in order, with how many notes each has. */
  boards: z.array(z.object({ id: z.string(), title: z.string(), notes: z.number() })),
})
export type CarryResponse = z.infer<typeof carryResponse>
