/** What people may ask of the workshop; parsed at the edge, trusted inside. */
import * as z from 'zod/mini'
import { BOARD_TITLE_MAX, NAME_MAX, QUESTION_MAX, WORKSHOP_TITLE_MAX } from './state.ts'

const id = z.string().check(z.minLength(1), z.maxLength(64))
/** A little more than what is kept, so that `decide` can answer in a sentence instead of a parse error. */
const typed = (max: number) => z.string().check(z.maxLength(max * 4))

export const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('workshop.rename'), title: typed(WORKSHOP_TITLE_MAX) }),
  z.object({ type: z.literal('workshop.ask'), question: typed(QUESTION_MAX) }),
  z.object({ type: z.literal('person.rename'), name: typed(NAME_MAX) }),
  z.object({ type: z.literal('board.rename'), board: id, title: typed(BOARD_TITLE_MAX) }),
  /** Makes a board from a template, after the board `after` or at the end; the answer names it. */
  z.object({
    type: z.literal('board.add'),
    template: z.string().check(z.maxLength(60)),
    title: z.optional(typed(BOARD_TITLE_MAX)),
    /** Titles and prompts for the template `columns`. */
    columns: z.optional(
      z
        .array(
          z.object({
            title: z.string().check(z.maxLength(300)),
            prompt: z.optional(z.string().check(z.maxLength(1_000))),
          }),
        )
        .check(z.maxLength(12)),
    ),
    after: z.optional(id),
  }),
  /** Makes a board of what is in sight on another one, right after it; the answer names it. */
  z.object({ type: z.literal('board.copy'), board: id, title: z.optional(typed(BOARD_TITLE_MAX)) }),
  /** Moves a board; `to` is its place among the boards in sight, from 0. */
  z.object({ type: z.literal('board.move'), board: id, to: z.number() }),
  /** Takes a board away; it is kept, and `board.restore` brings it back. */
  z.object({ type: z.literal('board.remove'), board: id }),
  z.object({ type: z.literal('board.restore'), board: id }),
  /** Takes back what one person did on a board since a time (ms since 1970, server time). */
  z.object({ type: z.literal('board.undoPerson'), board: id, person: id, since: z.number() }),
  /** Makes a further facilitator link; the answer carries its key, once. */
  z.object({ type: z.literal('link.facilitator') }),
  /** Makes a code with which the same person joins on another device: one use, ten minutes. */
  z.object({ type: z.literal('person.rejoinCode') }),
])
/** A request; see `decide` for what each needs and does. */
export type Command = z.infer<typeof commandSchema>
