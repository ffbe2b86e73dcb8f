/** What happened, in order: the record. Kinds are only ever added, and fields of a kind only ever added as optional. */
import * as z from 'zod/mini'

const id = z.string()
const role = z.enum(['facilitator', 'participant', 'observer'])

export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('workshop.made'), id, title: z.string(), question: z.string() }),
  z.object({ type: z.literal('workshop.renamed'), title: z.string() }),
  z.object({ type: z.literal('workshop.asked'), question: z.string() }),
  z.object({ type: z.literal('board.added'), board: id, title: z.string(), doc: id, template: z.string() }),
  z.object({ type: z.literal('board.renamed'), board: id, title: z.string() }),
  /** `to`: its place among the boards in sight, from 0. */
  z.object({ type: z.literal('board.moved'), board: id, to: z.number() }),
  z.object({ type: z.literal('board.removed'), board: id, by: id }),
  z.object({ type: z.literal('board.restored'), board: id }),
  z.object({ type: z.literal('person.joined'), person: id, name: z.string(), role }),
  z.object({ type: z.literal('person.renamed'), person: id, name: z.string() }),
  z.object({ type: z.literal('person.appointed'), person: id, role }),
  /** Facts for the log; they change no state. */
  z.object({ type: z.literal('person.undone'), board: id, person: id, by: id, since: z.number() }),
  z.object({ type: z.literal('board.copied'), board: id, from: id, by: id }),
  z.object({ type: z.literal('link.made'), by: id, role }),
  z.object({ type: z.literal('rejoin.made'), person: id }),
])
export type WorkshopEvent = z.infer<typeof eventSchema>
