/** Columns side by side, each with a title and a question. */
import type { Column, Template } from './schema.ts'

/** Width and height of a column and the space between two, in canvas px. */
export const COLUMN_WIDTH = 600
export const COLUMN_HEIGHT = 900
export const COLUMN_GAP = 24

/** A ready-made choice of columns. */
export interface ColumnSet {
  readonly id: string
  readonly name: string
  readonly columns: readonly Column[]
}

/**
 * Leave behind, keep, do differently (methods T-01), after the questions of Government After Shock, OECD OPSI, 2020.
 * `keep` is the same tag as in three horizons, so that exports combine.
 */
export const leaveKeepDoDifferently: ColumnSet = {
  id: 'leave-keep-do-differently',
  name: 'Leave behind, keep, do differently',
  columns: [
    { tag: 'leave', title: 'Leave behind', prompt: 'What do we need to leave behind?' },
    { tag: 'keep', title: 'Keep', prompt: 'What do we want to keep?' },
    { tag: 'differently', title: 'Do differently', prompt: 'What should we do differently?' },
  ],
}

/** The ready-made choices; the first is what `columns` means when nobody names any. */
export const columnSets: readonly ColumnSet[] = [leaveKeepDoDifferently]

/** The template with these columns, from left to right beginning at the origin. */
export function columnsTemplate(columns: readonly Column[]): Template {
  return {
    id: 'columns',
    name: 'Columns',
    description: 'Titled columns with a question each, such as leave behind, keep, do differently.',
    regions: columns.map((column, index) => ({
      tag: column.tag ?? '',
      title: column.title,
      prompt: column.prompt ?? '',
      hue: '',
      x: index * (COLUMN_WIDTH + COLUMN_GAP),
      y: 0,
      w: COLUMN_WIDTH,
      h: COLUMN_HEIGHT,
    })),
    furniture: [],
  }
}
