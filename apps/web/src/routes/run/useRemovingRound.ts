import type { ReactNode } from 'react'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import type { ListedStage } from '../workshop/runningOrder.ts'
import { topicsOfRound } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'

/**
 * A round that people have put topics in is not taken out of the running order unasked: bringing it back would not bring
 * them back to their places.
 */
export function useRemovingRound(): {
  /** Resolves to whether it may be taken out; at once where no topic waits in it. */
  readonly mayRemove: (stage: Pick<ListedStage, 'id' | 'title'>) => Promise<boolean>
  readonly question: ReactNode
} {
  const { view } = useWorkshop()
  const { confirm, confirmDialog } = useConfirm()
  return {
    mayRemove: async ({ id, title }) => {
      const waiting = topicsOfRound(view, id).filter(({ state }) => state === 'scheduled')
      if (waiting.length === 0) return true
      return confirm({
        title: t('run.removeRoundTitle', { title }),
        body: t('run.removeRoundBody', { count: waiting.length }),
        action: t('run.removeRoundDo'),
        isDangerous: true,
      })
    },
    question: confirmDialog,
  }
}
