/** What a new board begins with: a template, and for columns what they are called. */
import type { Column, TemplateId } from '@moot/templates'
import { columnSets, templateSummaries } from '@moot/templates'
import { useState } from 'react'
import { classes } from '../../parts/Button.tsx'
import { Columns } from './Columns.tsx'
import styles from './Plan.module.css'

/** What was chosen, and how to show the choice. */
export interface TemplateChoiceState {
  readonly template: TemplateId
  readonly choose: (template: TemplateId) => void
  readonly columns: readonly Column[]
  readonly setColumns: (columns: readonly Column[]) => void
  /** As a request or a command takes it; `undefined` while every column is without a name. */
  readonly chosen: { readonly template: TemplateId; readonly columns?: Column[] } | undefined
}

/** A choice that begins with an empty board. */
export function useTemplateChoice(): TemplateChoiceState {
  const [template, choose] = useState<TemplateId>('blank')
  const [columns, setColumns] = useState<readonly Column[]>(columnSets[0]?.columns ?? [])
  const named = columns
    .filter(({ title }) => title.trim() !== '')
    .map(({ title, prompt }) => ({ title: title.trim(), prompt: (prompt ?? '').trim() }))
  const chosen =
    template !== 'columns' ? { template } : named.length === 0 ? undefined : { template, columns: named }
  return { template, choose, columns, setColumns, chosen }
}

/** The templates as radio buttons, and the columns where those are chosen. */
export function TemplateChoice({
  legend,
  choice,
}: {
  readonly legend: string
  readonly choice: TemplateChoiceState
}) {
  const { template, choose, columns, setColumns } = choice
  return (
    <>
      <fieldset className={styles['templates']}>
        <legend className={styles['legend']}>{legend}</legend>
        {templateSummaries.map((each) => (
          <label
            key={each.id}
            className={classes(styles['template'], each.id === template && styles['chosen'])}
          >
            <input
              type="radio"
              name="template"
              value={each.id}
              checked={each.id === template}
              onChange={() => choose(each.id)}
            />
            <span className={styles['name']}>{each.name}</span>
            <span className={styles['hint']}>{each.description}</span>
          </label>
        ))}
      </fieldset>
      {template === 'columns' ? <Columns columns={columns} onChange={setColumns} /> : null}
    </>
  )
}
