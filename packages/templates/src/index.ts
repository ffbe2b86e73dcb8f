/** Ready-made boards as data: the front door. See `../SPEC.md`. */
export { boardSeed, isTemplateId, templateIds, templateSummaries } from './boardSeed.ts'
export type { SeedOptions, SeedResult, TemplateId, TemplateSummary } from './boardSeed.ts'
export { columnSets } from './columns.ts'
export type { ColumnSet } from './columns.ts'
export { COLUMNS_MAX } from './schema.ts'
export type { Column } from './schema.ts'
