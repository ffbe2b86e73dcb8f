/** Going on in another round: a topic of its own with the same board, for which a place is chosen next. */
import type { WorkshopReplica } from '@moot/client'
import { topicResult } from '@moot/protocol'
import { announce } from '../../parts/announce.ts'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withOffer.ts'
import { toast } from '../boards/toast.tsx'
import { openPlace } from '../topics/placeDialog.ts'

/** Lets it go on and asks where; resolves to whether it does. Why it was refused is said at the foot of the screen. */
export async function goOn(replica: WorkshopReplica, topic: string): Promise<boolean> {
  const answer = await replica.command({ type: 'topic.continue', topic })
  if (!answer.ok) {
    toast({ words: refusalText(answer) })
    return false
  }
  announce(t('offer.goesOn'))
  const next = topicResult.safeParse(answer.result)
  if (next.success) openPlace(next.data.topic)
  return true
}
