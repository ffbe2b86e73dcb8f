/** A running order to look at: its activities with their minutes, steps of a part under it. */
import type { StageDraft } from '@moot/workshop'
import { totalMinutes } from '@moot/workshop'
import { t } from '../../text/index.ts'
import styles from './Plan.module.css'

interface Group {
  readonly part: string
  readonly stages: StageDraft[]
}

/** See the head of this file. */
export function PlanSteps({ stages }: { readonly stages: readonly StageDraft[] }) {
  const groups = groupsOf(stages)
  // One part that is the whole says nothing.
  const isWhole = groups.length === 1
  return (
    <ol className={styles['steps']} aria-label={t('plan.whatIsInIt')}>
      {groups.map(({ part, stages: steps }, index) =>
        part === '' || isWhole ? (
          steps.map((step, at) => <Step key={`${index} ${at}`} title={step.title} minutes={step.minutes} />)
        ) : (
          <li key={index}>
            <span className={styles['step']}>
              <span>{part}</span>
              <Minutes minutes={totalMinutes(steps)} />
            </span>
            <ol className={styles['inner']}>
              {steps.map((step, at) => (
                <Step key={at} title={step.title} minutes={step.minutes} />
              ))}
            </ol>
          </li>
        ),
      )}
    </ol>
  )
}

function Step({ title, minutes }: { readonly title: string; readonly minutes: number }) {
  return (
    <li className={styles['step']}>
      <span>{title}</span>
      <Minutes minutes={minutes} />
    </li>
  )
}

function Minutes({ minutes }: { readonly minutes: number }) {
  return <span className={styles['minutes']}>{t('plan.minutes', { minutes })}</span>
}

/** Activities of no part each by themselves, steps of one part together. */
function groupsOf(stages: readonly StageDraft[]): Group[] {
  const groups: Group[] = []
  for (const stage of stages) {
    const last = groups.at(-1)
    if (last !== undefined && stage.part !== '' && last.part === stage.part) last.stages.push(stage)
    else groups.push({ part: stage.part, stages: [stage] })
  }
  return groups
}
