/** Finding words in all boards; away from `http.ts`, which every visitor of a Join page loads. */
import * as z from 'zod/mini'

/** Most matches that one answer lists. */
export const FIND_MAX = 200
/** Longest words to look for, in UTF-16 units. */
export const FIND_QUERY_MAX = 200

/** `POST /api/workshops/:id/find`: words to look for in all boards. In the body, so that no address or log has them. */
export const findRequest = z.object({
  query: z.string().check(z.maxLength(FIND_QUERY_MAX)),
  /** Id of a board that is searched already, because it is open. */
  except: z.optional(z.string().check(z.maxLength(64))),
})
/**
 * Matches in board and reading order. `text` is a snippet, `section` the title of its section, `goTo` what to show: the
 * thing itself, or for a theme its first note or its section.
 */
export const findResponse = z.object({
  /** How many there are; at most `FIND_MAX` are listed. */
  total: z.number(),
  matches: z.array(
    z.object({
      board: z.string(),
      kind: z.enum(['note', 'figure', 'theme', 'section']),
      id: z.string(),
      text: z.string(),
      section: z.nullable(z.string()),
      goTo: z.nullable(z.object({ kind: z.enum(['note', 'figure', 'section']), id: z.string() })),
    }),
  ),
})
export type FindResponse = z.infer<typeof findResponse>
