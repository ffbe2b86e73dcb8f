import type { ImportPlan, Table } from '@moot/intake'
import { t } from '../../../text/index.ts'
import styles from './import.module.css'
import { rowsText } from './source.ts'

/** What comes of a table in numbers, and everything that does not come or comes otherwise, by row. */
export function PlanWords({ table, plan }: { readonly table: Table; readonly plan: ImportPlan }) {
  const counts = t('intake.counts', {
    notes: t('intake.notes', { count: plan.notes.length }),
    themes: t('intake.themes', { count: plan.themes.length }),
  })
  const skipped = (reason: ImportPlan['skipped'][number]['reason']): number[] =>
    plan.skipped.filter((each) => each.reason === reason).map(({ row }) => row)
  const withoutNote = skipped('no_note')
  const tooLong = skipped('too_long')
  const problems = [
    ...(withoutNote.length === 0 ? [] : [t('intake.skipped_no_note', { rows: rowsText(withoutNote) })]),
    ...(tooLong.length === 0 ? [] : [t('intake.skipped_too_long', { rows: rowsText(tooLong) })]),
    ...plan.problems.map(({ code, rows, values }) =>
      t(`intake.problem_${code}`, { rows: rowsText(rows), values: valuesText(values) }),
    ),
    ...(table.raggedRows.length === 0 ? [] : [t('intake.ragged', { rows: rowsText(table.raggedRows) })]),
  ]
  return (
    <div className={styles['words']} role="status">
      <p className={styles['counts']}>
        {table.emptyRows === 0
          ? counts
          : t('intake.leftOut', { counts, left: t('intake.emptyRows', { count: table.emptyRows }) })}
      </p>
      {problems.length === 0 ? null : (
        <ul className={styles['problems']}>
          {problems.map((problem) => (
            <li key={problem} dir="auto">
              {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Values that are named; more would fill the screen. */
const VALUES_NAMED = 5

function valuesText(values: readonly string[]): string {
  const list = values
    .slice(0, VALUES_NAMED)
    .map((value) => `“${value.slice(0, 60)}”`)
    .join(', ')
  const more = values.length - VALUES_NAMED
  return more > 0 ? t('intake.andMore', { list, count: more }) : list
}
