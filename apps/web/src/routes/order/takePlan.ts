/** Putting a ready plan into a workshop that is there already. */
import type { ReadyPlan } from '@moot/templates'
import type { Command, StageDraft } from '@moot/workshop'

/** The commands, in order: the running order, and the spaces that it needs. */
export function commandsFor(plan: ReadyPlan): Command[] {
  return [
    { type: 'plan.set', stages: withBoard(plan) },
    ...(plan.spaces > 0 ? [{ type: 'spaces.prepare', count: plan.spaces } as const] : []),
  ]
}

/** A new workshop would begin with the plan's board; here the first activity of the main room opens it. */
function withBoard({ stages, boards }: ReadyPlan): StageDraft[] {
  const template = boards[0]?.template ?? ''
  const first = stages.findIndex(({ where }) => where === 'main')
  return stages.map((stage, index) =>
    index === first && stage.template === '' ? { ...stage, template } : stage,
  )
}
