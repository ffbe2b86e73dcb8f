/** How a workshop runs: without a running order, or by a ready plan. */
import type { ReadyPlan } from '@moot/templates'
import { readyPlans } from '@moot/templates'
import { totalMinutes } from '@moot/workshop'
import { useId } from 'react'
import { classes } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPlan.ts'
import styles from './Plan.module.css'
import { PlanSteps } from './PlanSteps.tsx'

/** The choice without a running order. */
export const JUST_A_BOARD = ''

/** The ready plans as radio buttons, with what is in the chosen one. */
export function PlanChoice({
  value,
  onChange,
}: {
  /** Id of a plan, or `JUST_A_BOARD`. */
  readonly value: string
  readonly onChange: (plan: string) => void
}) {
  const name = useId()
  const option = (
    id: string,
    words: { readonly name: string; readonly hint: string; readonly facts?: string },
  ) => (
    <label className={classes(styles['template'], id === value && styles['chosen'])}>
      <input type="radio" name={name} value={id} checked={id === value} onChange={() => onChange(id)} />
      <span className={styles['name']}>{words.name}</span>
      {words.facts === undefined ? null : <span className={styles['facts']}>{words.facts}</span>}
      <span className={styles['hint']}>{words.hint}</span>
    </label>
  )
  return (
    <fieldset className={styles['templates']}>
      <legend className={styles['legend']}>{t('plan.course')}</legend>
      {option(JUST_A_BOARD, { name: t('plan.justABoard'), hint: t('plan.justABoardHint') })}
      {readyPlans.map((plan) => (
        <div key={plan.id} className={styles['plan']}>
          {option(plan.id, { name: plan.name, hint: plan.description, facts: factsOf(plan) })}
          {plan.id === value && plan.stages.length > 1 ? <PlanSteps stages={plan.stages} /> : null}
        </div>
      ))}
    </fieldset>
  )
}

/** “2 h 30 min” of minutes. */
export function timeOf(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return t('plan.minutes', { minutes: rest })
  return rest === 0 ? t('plan.hours', { hours }) : t('plan.hoursAndMinutes', { hours, minutes: rest })
}

function factsOf({ stages, spaces }: ReadyPlan): string {
  const said = {
    time: timeOf(totalMinutes(stages)),
    activities: t('plan.activities', { count: stages.length }),
  }
  return spaces === 0
    ? t('plan.facts', said)
    : t('plan.factsWithSpaces', { ...said, spaces: t('plan.spaces', { count: spaces }) })
}
