import { workshopPath } from '../../links.ts'
import { later } from '../../parts/later.tsx'
import '../../text/withOffer.ts'
import { PlaceHost } from '../topics/PlaceHost.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { useTopicDialog } from './topicDialogs.ts'
import { TopicStrip } from './TopicStrip.tsx'

const TopicDialogs = later(async () => (await import('./TopicDialogs.tsx')).TopicDialogs)

/** Of topics, on every screen: what is asked of this person alone, and the dialogs that are opened from anywhere. */
export function Offering() {
  const { workshopId } = useWorkshop()
  const { dialog, within } = useTopicDialog()
  return (
    <>
      <TopicStrip />
      <PlaceHost />
      {dialog === undefined || within !== workshopPath(workshopId) ? null : <TopicDialogs dialog={dialog} />}
    </>
  )
}
