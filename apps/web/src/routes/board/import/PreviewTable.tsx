import type { Columns, Table } from '@moot/intake'
import { useId } from 'react'
import { t } from '../../../text/index.ts'
import styles from './import.module.css'

/** Rows that are shown. */
const SHOWN = 8
/** Letters of a cell that are shown. */
const CELL_MAX = 160

/** The first rows as they were read, with what each column is used for. */
export function PreviewTable({
  table,
  hasHeader,
  columns,
}: {
  readonly table: Table
  readonly hasHeader: boolean
  readonly columns: Columns
}) {
  const id = useId()
  const names = hasHeader ? table.rows[0]?.cells : undefined
  const rows = (hasHeader ? table.rows.slice(1) : table.rows).slice(0, SHOWN)
  const numbers = Array.from({ length: table.columns }, (_, index) => index)
  const wordFor = (column: number): 'isNote' | 'isTheme' | 'isSection' | 'isColor' | 'unused' => {
    if (columns.note === column) return 'isNote'
    if (columns.theme === column) return 'isTheme'
    if (columns.section === column) return 'isSection'
    return columns.color === column ? 'isColor' : 'unused'
  }
  return (
    // A wide table scrolls in its own frame, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-labelledby={id} tabIndex={0} className={styles['frame']}>
      <table className={styles['table']}>
        <caption id={id}>{t('intake.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles['number']}>
              {t('intake.row')}
            </th>
            {numbers.map((column) => (
              <th key={column} scope="col" data-use={wordFor(column)}>
                <span className={styles['use']}>{t(`intake.${wordFor(column)}`)}</span>
                {names === undefined ? null : (
                  <span dir="auto" className={styles['name']}>
                    {names[column]}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells }) => (
            <tr key={number}>
              <th scope="row" className={styles['number']}>
                {number}
              </th>
              {numbers.map((column) => (
                <td key={column} dir="auto" data-use={wordFor(column)}>
                  {shortened(cells[column] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function shortened(text: string): string {
  return text.length > CELL_MAX ? `${text.slice(0, CELL_MAX).replace(/[\ud800-\udbff]$/, '')}…` : text
}
