import type { Column } from '@moot/templates'
import { COLUMNS_MAX, columnSets } from '@moot/templates'
import { useRef } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Choice, Field } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPlan.ts'
import styles from './Plan.module.css'

const TITLE_MAX = 80
const PROMPT_MAX = 200
const OWN: readonly Column[] = [{ title: '' }, { title: '' }, { title: '' }]

/** The columns of a board: their titles and what people are asked in each. */
export function Columns({
  columns,
  onChange,
}: {
  readonly columns: readonly Column[]
  readonly onChange: (columns: readonly Column[]) => void
}) {
  const frame = useRef<HTMLDivElement>(null)
  const preset = columnSets.find((set) => set.columns === columns)?.id ?? 'own'
  const change = (index: number, changed: Partial<Column>) =>
    onChange(columns.map((column, at) => (at === index ? { ...column, ...changed } : column)))
  const handleRemove = (index: number) => {
    onChange(columns.filter((_, at) => at !== index))
    // The pressed button is gone: the focus goes to a field that is still there.
    requestAnimationFrame(() => frame.current?.querySelector('input')?.focus())
  }

  return (
    <div ref={frame} className={styles['columns']}>
      <Choice
        label={t('plan.columnPreset')}
        value={preset}
        onChange={(event) =>
          onChange(columnSets.find((set) => set.id === event.target.value)?.columns ?? OWN)
        }
      >
        {columnSets.map((set) => (
          <option key={set.id} value={set.id}>
            {set.name}
          </option>
        ))}
        <option value="own">{t('plan.columnOwn')}</option>
      </Choice>
      {columns.map((column, index) => {
        const number = index + 1
        return (
          // A column has no name of its own but its place; fields are controlled, so a removed one takes its words along.
          <fieldset key={index} className={styles['column']}>
            <legend className="visually-hidden">{t('plan.columnLegend', { number })}</legend>
            <Field
              label={t('plan.columnTitle', { number })}
              value={column.title}
              maxLength={TITLE_MAX}
              onChange={(event) => change(index, { title: event.target.value })}
              dir="auto"
            />
            <Field
              label={t('plan.columnPrompt', { number })}
              optional
              value={column.prompt ?? ''}
              maxLength={PROMPT_MAX}
              onChange={(event) => change(index, { prompt: event.target.value })}
              dir="auto"
            />
            {columns.length > 1 ? (
              <Button
                look="quiet"
                onClick={() => handleRemove(index)}
                aria-label={t('plan.columnRemoveNamed', { number })}
              >
                {t('plan.columnRemove')}
              </Button>
            ) : null}
          </fieldset>
        )
      })}
      {columns.length < COLUMNS_MAX ? (
        <div>
          <Button onClick={() => onChange([...columns, { title: '' }])}>{t('plan.columnAdd')}</Button>
        </div>
      ) : null}
    </div>
  )
}
