import { focusIfLost } from '../../parts/focusIfLost.ts'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOpenSpace.ts'
import { toast } from '../boards/toast.tsx'
import { useHasCome } from '../timer/useHasCome.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useGive } from '../workshop/useGive.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'

/**
 * Where nobody who convenes a topic has come for a while: becoming its convener, for whoever is in its space.
 *
 * @returns nothing where that cannot be done, or not yet
 */
export function useTakeOver(topic: string): (() => Promise<void>) | undefined {
  const { view, workshopId } = useWorkshop()
  const { replica } = useSteadyWorkshop()
  const give = useGive()
  const { takeOver } = view.me.topics
  const hasCome = useHasCome(takeOver?.topic === topic ? takeOver.from : null, replica)
  if (!hasCome || takeOver?.topic !== topic) return undefined
  return async () => {
    if (!(await give({ type: 'topic.takeOver', topic }))) return
    toast({
      words: t('openSpace.tookOver'),
      action: {
        label: t('openSpace.topicAndReport'),
        run: () => navigate(pathWithin(workshopId, { topic })),
      },
    })
    focusIfLost()
  }
}
