/** What is said when two topics have been joined. */
import type { WorkshopReplica } from '@moot/client'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import type { Toast } from '../boards/toast.tsx'
import type { Give } from '../workshop/useGive.ts'

/**
 * With the way back, for as long as there is one: until somebody else took it, or a round began.
 *
 * @param from - the topic that lives on in the other
 */
export function joinedToast(give: Give, replica: WorkshopReplica, from: string): Toast {
  return {
    words: t('offer.joinedNow'),
    action: {
      label: t('offer.undo'),
      run: () => void give({ type: 'topic.unmerge', topic: from }, t('offer.apartAgain')),
      holds: () => canUndo(replica, from),
    },
  }
}

function canUndo(replica: WorkshopReplica, from: string): boolean {
  const topics = replica.store.getState().view?.topics ?? {}
  const into = topics[from]?.mergedInto ?? ''
  return topics[into]?.joined.includes(from) === true
}
