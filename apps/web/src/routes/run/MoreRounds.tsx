import { stageResult } from '@moot/protocol'
import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { toast } from '../boards/toast.tsx'
import { roundsOf } from '../workshop/topicsHere.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'

/** Of *Add…*: one more round at the end of the others, for topics of any kind or for topics about doing something. */
export function MoreRounds() {
  const { replica } = useSteadyWorkshop()
  const add = async (isAction: boolean) => {
    const { view } = replica.store.getState()
    const last = view === undefined ? undefined : roundsOf(view).at(-1)
    const answer = await replica.command({ type: 'market.addRound', isAction, after: last?.id ?? null })
    if (!answer.ok) {
      toast({ words: refusalText(answer) })
      return
    }
    // Who was a moment later than somebody else has made none: the one that both meant is in sight already.
    const made = stageResult.safeParse(answer.result)
    if (!made.success) return
    // The view comes a moment after the answer.
    const said = (): boolean => {
      const title = replica.store.getState().view?.stages[made.data.stage]?.title
      if (title !== undefined) toast({ words: t('run.addedRound', { title }) })
      return title !== undefined
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
