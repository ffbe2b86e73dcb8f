import type { ReadyPlan } from '@moot/templates'
import { useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './order.module.css'
import { PlanChoice } from './PlanChoice.tsx'
import { commandsFor } from './takePlan.ts'

/** Before there is a running order: what it would be good for, and ready ones to choose from. */
export function EmptyOrder() {
  const { take, isBusy, problem } = useTakePlan()
  return (
    <section className={styles['empty']} aria-labelledby="order-empty">
      <h2 id="order-empty">{t('order.emptyTitle')}</h2>
      <p className={styles['lead']}>{t('order.emptyLead')}</p>
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <PlanChoice isBusy={isBusy} onChoose={(plan) => void take(plan)} />
    </section>
  )
}

/** Takes a ready plan; resolves to whether it is the running order now. */
export function useTakePlan(): {
  readonly take: (plan: ReadyPlan) => Promise<boolean>
  readonly isBusy: boolean
  readonly problem: string | undefined
} {
  const { replica } = useWorkshop()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const take = async (plan: ReadyPlan): Promise<boolean> => {
    setIsBusy(true)
    setProblem(undefined)
    try {
      for (const command of commandsFor(plan)) {
        const answer = await replica.command(command)
        if (answer.ok) continue
        setProblem(refusalText(answer))
        return false
      }
      announce(t('order.saidPlan', { name: plan.name }))
      return true
    } finally {
      setIsBusy(false)
    }
  }
  return { take, isBusy, problem }
}
