import { useCallback } from 'react'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { focusTopicIfLost } from '../topics/focusTopic.ts'
import { openPlace, openSwap } from '../topics/placeDialog.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { useGive } from '../workshop/useGive.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import type { Deed } from './deeds.ts'
import { goOn } from './goOn.ts'
import { openTopicDialog } from './topicDialogs.ts'

/** More time is given in steps of so many minutes. */
const MORE_MINUTES = 5

/**
 * Does what is offered to be done with a topic: the same act asks, says and leads on alike on cards, pages, boards,
 * *Spaces* and *Run*. It asks only before what begins out of turn or ends for
 * everybody, and cannot be taken back. From a menu call it through
 * `afterMenu`, or a dialog would not know where to return the focus.
 */
export function useDeed(): (deed: Deed, topic: string) => void {
  const { replica } = useSteadyWorkshop()
  const give = useGive()
  return useCallback(
    (deed, topic) => {
      const here = replica.store.getState().view?.topics[topic]
      switch (deed) {
        case 'place':
        case 'move':
          openPlace(topic)
          return
        case 'swap':
          openSwap(topic)
          return
        case 'lift':
          focusTopicIfLost(topic)
          void give({ type: 'topic.lift', topic }, t('offer.lifted'))
          return
        case 'start':
          if (here?.place?.round == null || here.place.round !== replica.store.getState().view?.now.stage)
            openTopicDialog({ kind: 'start', topic })
          else void leaving(give({ type: 'topic.start', topic }, t('offer.started')))
          return
        case 'moreTime':
          void give(
            { type: 'topic.extend', topic, minutes: MORE_MINUTES },
            t('offer.gaveTime', { topic: mainQuestion(here) }),
          )
          return
        case 'goOn':
          if (here?.state === 'running') openTopicDialog({ kind: 'goOn', topic })
          else void goOn(replica, topic)
          return
        case 'bringBack':
          void leaving(give({ type: 'topic.bringBack', topic }, t('offer.broughtBack')))
          return
        case 'end':
        case 'edit':
        case 'join':
        case 'split':
        case 'conveners':
        case 'withdraw':
          openTopicDialog({ kind: deed, topic })
          return
        default:
          deed satisfies never
      }
    },
    [give, replica],
  )
}

/** What can be done once: its button goes with it. */
async function leaving(given: Promise<boolean>): Promise<void> {
  if (await given) focusIfLost()
}
