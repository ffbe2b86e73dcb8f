/** The ready plans, in the order in which they are offered. */
import { thirdHorizonPlan, threeHorizonsPlan } from './horizonPlans.ts'
import { openSpacePlan } from './openSpacePlan.ts'
import { openSpaceTwoHoursPlan } from './openSpaceTwoHours.ts'
import type { ReadyPlan } from './plan.ts'
import { blankPlan, checkInPlan, retrospectivePlan } from './shortPlans.ts'

/** See the head of this file. */
export const readyPlans: readonly ReadyPlan[] = [
  openSpacePlan,
  openSpaceTwoHoursPlan,
  threeHorizonsPlan,
  thirdHorizonPlan,
  checkInPlan,
  retrospectivePlan,
  blankPlan,
]

/** The plan of this id, any text; `undefined` where there is none. */
export function readyPlan(id: string): ReadyPlan | undefined {
  return readyPlans.find((plan) => plan.id === id)
}
