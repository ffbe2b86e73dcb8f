/** What is said when two topics have been joined. */
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import type { Toast } from '../boards/toast.tsx'
import type { Give } from '../workshop/useGive.ts'

/** With the way back. @param from - the topic that lives on in the other */
export function joinedToast(give: Give, from: string): Toast {
  return {
    words: t('offer.joinedNow'),
    action: {
      label: t('offer.undo'),
      run: () => void give({ type: 'topic.unmerge', topic: from }, t('offer.apartAgain')),
    },
  }
}
