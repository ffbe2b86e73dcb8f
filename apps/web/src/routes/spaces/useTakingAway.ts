import type { ReactNode } from 'react'
import { useCallback } from 'react'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import { toast } from '../boards/toast.tsx'
import type { ListedSpace } from '../workshop/places.ts'
import { spaceName } from '../workshop/places.ts'
import { useGive } from '../workshop/useGive.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'

/** What can be done to a space so that it is no longer among the others. */
export type TakenAway = 'fold' | 'remove'

/**
 * Folding a space away is undone with one press, unless topics wait in it: unfolded, they would not be back in their
 * places, so it is asked first, as before a round is taken out. Removing one is asked about always.
 */
export function useTakingAway(): {
  readonly takeAway: (space: ListedSpace, how: TakenAway) => void
  readonly question: ReactNode
} {
  const { replica } = useSteadyWorkshop()
  const give = useGive()
  const { confirm, confirmDialog } = useConfirm()

  const take = useCallback(
    async (space: ListedSpace, how: TakenAway): Promise<void> => {
      const topics = Object.values(replica.store.getState().view?.topics ?? {})
      const waiting = topics.filter(({ state, place }) => state === 'scheduled' && place?.space === space.id)
      const said = waiting.length === 0 ? '' : t('spaces.leavesTopics', { count: waiting.length })
      const name = spaceName(space)
      if (how === 'remove') {
        const isSure = await confirm({
          title: t('spaces.removeTitle', { space: name }),
          body: `${t('spaces.removeBody', { count: space.people })} ${said}`.trim(),
          action: t('spaces.removeDo'),
          isDangerous: true,
        })
        if (isSure && (await give({ type: 'space.remove', space: space.id }))) focusIfLost()
        return
      }
      const isSure =
        said === '' ||
        (await confirm({
          title: t('spaces.foldTitle', { space: name }),
          body: said,
          action: t('spaces.fold'),
        }))
      if (!isSure || !(await give({ type: 'space.change', space: space.id, isHidden: true }))) return
      focusIfLost()
      toast({
        words: t('spaces.isFolded', { space: name }),
        action: {
          label: t('spaces.unfold'),
          run: () => void give({ type: 'space.change', space: space.id, isHidden: false }),
          holds: () => replica.store.getState().view?.spaces[space.id]?.isHidden === true,
        },
      })
    },
    [confirm, give, replica],
  )
  const takeAway = useCallback((space: ListedSpace, how: TakenAway) => void take(space, how), [take])
  return { takeAway, question: confirmDialog }
}
