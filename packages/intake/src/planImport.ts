/** What an import would do, before anything is done: shown as a preview, then carried out as it is. */
import type { Planned, PlannedNote, Writer } from '@moot/board'
import { addPlanned, ENTITIES_MAX, NOTE_TEXT_MAX, sameTitle, TITLE_MAX } from '@moot/board'
import { colorOf } from './colors.ts'
import type { Columns, Table } from './readTable.ts'
import { TABLE_ROWS_MAX } from './readTable.ts'

/** A section that notes can go to, by its title. */
export interface ImportSection {
  readonly id: string
  readonly title: string
}

/** What people decide about an import. */
export interface ImportChoices {
  readonly hasHeader: boolean
  readonly columns: Columns
  /** Sections of the board. */
  readonly sections: readonly ImportSection[]
  /** Where notes go whose row names no section; `null` for none. */
  readonly region: string | null
}

/** Why a row is left out. */
export type SkipReason = 'no_note' | 'too_long'

/** Something to know about rows that come nevertheless. */
export interface ImportProblem {
  readonly code: 'unknown_section' | 'unknown_color' | 'long_theme'
  /** Numbers of the rows. */
  readonly rows: readonly number[]
  /** What was not known, each once; nothing for `long_theme`. */
  readonly values: readonly string[]
}

/** A plan: what comes, what does not, and what to know. */
export interface ImportPlan {
  readonly notes: readonly PlannedNote[]
  /** Themes by title, in the order of their first note; in several sections counted once for each. */
  readonly themes: readonly string[]
  readonly skipped: readonly { readonly row: number; readonly reason: SkipReason }[]
  readonly problems: readonly ImportProblem[]
}

/** Makes the plan. Notes keep the table's order and are taken exactly as they stand in it. */
export function planImport(
  table: Table,
  { hasHeader, columns, sections, region }: ImportChoices,
): ImportPlan {
  const notes: PlannedNote[] = []
  const themes = new Map<string, string>()
  const skipped: ImportPlan['skipped'][number][] = []
  const unknownSections = new Noted()
  const unknownColors = new Noted()
  const longThemes = new Noted()
  const byTitle = new Map(sections.toReversed().map(({ id, title }) => [sameTitle(title).toLowerCase(), id]))
  for (const { number, cells } of hasHeader ? table.rows.slice(1) : table.rows) {
    const cell = (column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? ''))
    const text = cell(columns.note)
    if (text.trim() === '' || text.length > NOTE_TEXT_MAX) {
      skipped.push({ row: number, reason: text.trim() === '' ? 'no_note' : 'too_long' })
      continue
    }
    const sectionName = sameTitle(cell(columns.section))
    const section = sectionName === '' ? region : (byTitle.get(sectionName.toLowerCase()) ?? null)
    if (sectionName !== '' && section === null) unknownSections.add(number, sectionName)
    const colorName = cell(columns.color).trim()
    const color = colorOf(colorName)
    if (colorName !== '' && color === undefined) unknownColors.add(number, colorName)
    const theme = sameTitle(cell(columns.theme)) === '' ? '' : cell(columns.theme)
    if (theme.length > TITLE_MAX) longThemes.add(number)
    if (theme !== '') {
      const key = JSON.stringify([section, sameTitle(theme)])
      if (!themes.has(key)) themes.set(key, theme)
    }
    notes.push({ text, theme, region: section, ...(color !== undefined && { color }) })
  }
  return {
    notes,
    themes: [...themes.values()],
    skipped,
    problems: [
      ...unknownSections.as('unknown_section'),
      ...unknownColors.as('unknown_color'),
      ...longThemes.as('long_theme'),
    ],
  }
}

/** Rows with the same problem. */
class Noted {
  readonly #rows: number[] = []
  readonly #values = new Set<string>()

  add(row: number, value?: string): void {
    this.#rows.push(row)
    if (value !== undefined) this.#values.add(value)
  }

  as(code: ImportProblem['code']): ImportProblem[] {
    return this.#rows.length === 0 ? [] : [{ code, rows: this.#rows, values: [...this.#values] }]
  }
}

/** What came of an import; where it was refused nothing has changed. */
export type Imported =
  | ({ readonly ok: true } & Planned)
  | { readonly ok: false; readonly code: 'nothing' | 'too_many_notes' | 'board_full' }

/** Carries a plan out, as one step of undo: themes of the same title in the same section are used again. */
export function importNotes(writer: Writer, plan: Pick<ImportPlan, 'notes'>): Imported {
  const count = plan.notes.length
  if (count === 0) return { ok: false, code: 'nothing' }
  if (count > TABLE_ROWS_MAX) return { ok: false, code: 'too_many_notes' }
  const { notes, themes } = writer.board
  if (Math.max(notes.size, themes.size) + count > ENTITIES_MAX) return { ok: false, code: 'board_full' }
  return { ok: true, ...addPlanned(writer, plan.notes, 'imported') }
}
