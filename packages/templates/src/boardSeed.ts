/** From a template's name to what the server puts on a new board. */
import type { BoardSeed } from '@moot/board'
import { blank } from './blank.ts'
import { checkIn } from './checkIn.ts'
import { columnSets, columnsTemplate } from './columns.ts'
import { retrospective } from './retrospective.ts'
import type { Column, Template } from './schema.ts'
import { COLUMNS_MAX, columnsSchema } from './schema.ts'
import { thirdHorizon } from './thirdHorizon.ts'
import { threeHorizons } from './threeHorizons.ts'

/** Names of the templates, in the order in which they are offered. */
export const templateIds = [
  'blank',
  'columns',
  'three-horizons',
  'third-horizon',
  'check-in',
  'retrospective',
] as const
export type TemplateId = (typeof templateIds)[number]

const TEMPLATES: { readonly [Id in TemplateId]: Template } = {
  blank,
  columns: columnsTemplate(columnSets[0]?.columns ?? []),
  'three-horizons': threeHorizons,
  'third-horizon': thirdHorizon,
  'check-in': checkIn,
  retrospective,
}

/** Every template as it is laid out without options. */
export const templates: readonly Template[] = templateIds.map((id) => TEMPLATES[id])

/** What somebody sees who chooses a template. */
export interface TemplateSummary {
  readonly id: TemplateId
  readonly name: string
  readonly description: string
  /** Titles of its sections, in reading order. */
  readonly sections: readonly string[]
}

export const templateSummaries: readonly TemplateSummary[] = templateIds.map((id) => ({
  id,
  name: TEMPLATES[id].name,
  description: TEMPLATES[id].description,
  sections: TEMPLATES[id].regions.map((region) => region.title),
}))

/** Whether a word from outside names a template. */
export function isTemplateId(id: string): id is TemplateId {
  return templateIds.some((each) => each === id)
}

/** What may be asked of a template: the columns of `columns`, which the others ignore. */
export interface SeedOptions {
  readonly columns?: readonly Column[] | undefined
}

/** A seed, or why there is none: a stable code and a sentence for the person. */
export type SeedResult =
  | { readonly ok: true; readonly seed: BoardSeed }
  | { readonly ok: false; readonly code: 'unknown_template' | 'bad_columns'; readonly message: string }

/**
 * What a new board begins with. Without columns, `columns` is the first of `columnSets`.
 *
 * @param templateId - any text: what is no template is refused, not thrown
 */
export function boardSeed(templateId: string, options: SeedOptions = {}): SeedResult {
  if (!isTemplateId(templateId)) {
    return { ok: false, code: 'unknown_template', message: 'There is no such template.' }
  }
  if (templateId !== 'columns' || options.columns === undefined)
    return { ok: true, seed: seedOf(TEMPLATES[templateId]) }
  const columns = columnsSchema.safeParse(
    options.columns.map((column) => ({
      ...column,
      title: column.title.trim(),
      prompt: column.prompt?.trim() ?? '',
    })),
  )
  if (!columns.success) {
    return {
      ok: false,
      code: 'bad_columns',
      message: `A board has 1 to ${COLUMNS_MAX} columns, and each needs a short title.`,
    }
  }
  return { ok: true, seed: seedOf(columnsTemplate(columns.data)) }
}

function seedOf(template: Template): BoardSeed {
  return { template: template.id, regions: template.regions, furniture: template.furniture }
}
