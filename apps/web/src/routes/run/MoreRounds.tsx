import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { toast } from '../boards/toast.tsx'
import { stagesInOrder } from '../workshop/runningOrder.ts'
import { roundsOf } from '../workshop/topicsHere.ts'
import type { Give } from '../workshop/useGive.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'

/** Of *Add…*: one more round at the end of the others, for topics of any kind or for topics about doing something. */
export function MoreRounds({ give }: { readonly give: Give }) {
  const { replica } = useSteadyWorkshop()
  const add = async (isAction: boolean) => {
    const before = replica.store.getState().view
    const known = new Set(Object.keys(before?.stages ?? {}))
    const last = before === undefined ? undefined : roundsOf(before).at(-1)
    const command = { type: 'market.addRound', isAction, after: last?.id ?? null } as const
    if (!(await give(command))) return
    // The view comes a moment after the answer.
    const said = (): boolean => {
      const view = replica.store.getState().view
      const made = view && stagesInOrder(view.stages).find(({ id }) => !known.has(id))
      if (made !== undefined) toast({ words: t('run.addedRound', { title: made.title }) })
      return made !== undefined
    }
    if (said()) return
    const stop = replica.store.subscribe(() => {
      if (said()) stop()
    })
  }
  return (
    <>
      <MenuItem onSelect={() => void add(false)}>{t('run.addRound')}</MenuItem>
      <MenuItem onSelect={() => void add(true)}>{t('run.addActionRound')}</MenuItem>
    </>
  )
}
