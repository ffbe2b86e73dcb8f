import type { ReadyPlan } from '@moot/templates'
import { readyPlans } from '@moot/templates'
import { totalMinutes } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import styles from './order.module.css'

/** How many steps a card names. */
const STEPS = 3

/** The ready plans as cards, and one activity to begin with. */
export function PlanChoice({
  isBusy,
  onChoose,
}: {
  readonly isBusy: boolean
  readonly onChoose: (plan: ReadyPlan) => void
}) {
  const blank = readyPlans.find(({ id }) => id === 'blank')
  return (
    <>
      <ul className={styles['plans']} aria-label={t('order.choose')}>
        {readyPlans
          .filter((plan) => plan !== blank)
          .map((plan) => (
            <li key={plan.id} className={styles['plan']}>
              <h3 className={styles['planName']}>{plan.name}</h3>
              <p className={styles['planMinutes']}>
                {t('order.planMinutes', { count: totalMinutes(plan.stages) })}
              </p>
              <p>{plan.description}</p>
              <p className={styles['aside']}>
                {t('order.planSteps', {
                  steps: plan.stages
                    .slice(0, STEPS)
                    .map(({ title }) => title)
                    .join(', '),
                })}
              </p>
              <Button
                busy={isBusy}
                aria-label={t('order.usePlanNamed', { name: plan.name })}
                onClick={() => onChoose(plan)}
              >
                {t('order.usePlan')}
              </Button>
            </li>
          ))}
      </ul>
      {blank === undefined ? null : (
        <div>
          <Button busy={isBusy} onClick={() => onChoose(blank)}>
            {t('order.startOne')}
          </Button>
        </div>
      )}
    </>
  )
}
