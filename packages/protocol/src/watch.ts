/** What somebody is sent who watches the spaces or the wall: a few facts of each board concerned, once a second at most. */
import * as z from 'zod/mini'

/**
 * How much somebody follows: nothing; numbers, latest lines and themes of the boards of spaces and of topics that are
 * going on; also what each of those boards looks like; or the lines of these and of every board that a report is about.
 */
export const WATCH_KINDS = ['none', 'lines', 'minis', 'wall'] as const
/** See `WATCH_KINDS`. */
export type WatchKind = (typeof WATCH_KINDS)[number]
export const watchKind = z.enum(WATCH_KINDS)

/** Longest latest line, in code points. */
export const LINE_MAX = 80
/** Longest title of a theme in a digest, in code points, and how many there are at most. */
export const THEME_MAX = 140
export const THEMES_MAX = 20
/** The longer side of a miniature, in its own units. */
export const MINI_SIDE = 160
/** Notes that a miniature draws at most; the number beside it is the real one. */
export const MINI_NOTES_MAX = 1_500

/** A board in small: whole numbers on a grid whose longer side is `MINI_SIDE`. */
const mini = z.object({
  /** Width and height of everything. */
  size: z.tuple([z.number(), z.number()]),
  /** Width and height of one note. */
  note: z.tuple([z.number(), z.number()]),
  /** Notes in stacking order, three numbers each: left, top, place of the colour among the six. */
  notes: z.array(z.number()),
  /** Sections, four numbers each: left, top, width, height. */
  sections: z.array(z.number()),
})
/** See `mini`. */
export type Miniature = z.infer<typeof mini>

/** One board's digest. Nothing of notes that are out of sight is in it. */
export const boardDigest = z.object({
  /** Notes in sight. */
  notes: z.number(),
  /** The note that was written last, cut to `LINE_MAX`, and when (ms since 1970, server time). */
  last: z.nullable(z.object({ text: z.string(), at: z.number() })),
  /** Titles of themes that have notes in sight, in their order: the first `THEMES_MAX`, each cut to `THEME_MAX`. */
  themes: z.array(z.string()),
  /** Only for those who watch `minis`. */
  mini: z.optional(mini),
})
/** See `boardDigest`. */
export type BoardDigest = z.infer<typeof boardDigest>

/** Server → client: digests that changed, by board. `isWhole`: these are all there are, what was known before is replaced. */
export const digestsMessage = z.object({
  type: z.literal('digests'),
  isWhole: z.boolean(),
  set: z.record(z.string(), boardDigest),
  unset: z.array(z.string()),
})
/** See `digestsMessage`. */
export type DigestsMessage = z.infer<typeof digestsMessage>

/** Digests after a message; entries that did not change keep their identity. */
export function applyDigests(
  known: Readonly<Record<string, BoardDigest>>,
  { isWhole, set, unset }: DigestsMessage,
): Readonly<Record<string, BoardDigest>> {
  if (isWhole) return set
  const next = new Map(Object.entries({ ...known, ...set }))
  for (const board of unset) next.delete(board)
  return Object.fromEntries(next)
}
