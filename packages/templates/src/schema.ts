/** What a template must be: every data file is checked against it by a test, and what people ask for when they ask. */
import * as z from 'zod/mini'

/** Columns that one board may begin with. */
export const COLUMNS_MAX = 12

const title = z.string().check(z.minLength(1), z.maxLength(300))
const prompt = z.string().check(z.maxLength(1_000))
/** What a section means across boards, `h3` or `keep`; '' where it means nothing beyond its title. */
const tag = z.string().check(z.regex(/^([a-z][a-z0-9-]*)?$/), z.maxLength(40))
const hue = z.enum(['h1', 'h2', 'h3', ''])
const px = z.number().check(z.gte(-100_000), z.lte(100_000))
const length = z.number().check(z.gt(0), z.lte(100_000))

const region = z.object({ tag, title, prompt, hue, x: px, y: px, w: length, h: length })

const segment = z.tuple([px, px, px, px, px, px, px, px])

const furniture = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('frame'), x: px, y: px, w: length, h: length }),
  z.object({ kind: z.literal('label'), x: px, y: px, text: title, align: z.enum(['start', 'end']) }),
  z.object({
    kind: z.literal('curve'),
    segments: z.array(segment).check(z.minLength(1)),
    dash: z.enum(['solid', 'dashed', 'dotted']),
    hue,
    label: title,
    labelAt: z.tuple([px, px]),
  }),
])

/** A ready-made board: its name and purpose, sections in reading order, and what is drawn behind the notes. In px. */
export const templateSchema = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z-]*$/), z.maxLength(60)),
  name: title,
  /** One line for somebody choosing. */
  description: title,
  regions: z.array(region),
  furniture: z.array(furniture),
})
/** See `templateSchema`. */
export type Template = z.infer<typeof templateSchema>

/** A column as somebody asks for it; `tag` is its meaning across boards and may be left out. */
export const columnSchema = z.object({ title, prompt: z.optional(prompt), tag: z.optional(tag) })
/** See `columnSchema`. */
export type Column = z.infer<typeof columnSchema>

/** One to twelve columns. */
export const columnsSchema = z.array(columnSchema).check(z.minLength(1), z.maxLength(COLUMNS_MAX))
