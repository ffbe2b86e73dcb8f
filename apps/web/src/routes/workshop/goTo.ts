/** Going somewhere in the workshop: to a space in the books, and to its board on the screen. */
import type { TopicView } from '@moot/workshop'
import { readFragment, workshopPath } from '../../links.ts'
import type { WorkshopScreen } from '../../place.ts'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withPlaces.ts'
import { toast } from '../boards/toast.tsx'
import { see, sentMark } from './seen.ts'
import { spaceOfTopic } from './topicsHere.ts'
import type { SteadyWorkshop } from './useWorkshop.ts'

/** The address of a place in a workshop; an observer's keeps the link that they came by. */
export function pathWithin(
  workshopId: string,
  place: { readonly board: string } | { readonly topic: string } | WorkshopScreen,
): string {
  const own = readFragment(location.hash)?.kind === 'observer' ? location.hash : ''
  return workshopPath(workshopId, place) + own
}

/**
 * Goes to a space, `null` for the main room, and shows its board; without a board the screen stays. One tap, without a
 * question, and without waiting for the server: where it says no, a sentence says why.
 */
export function goToSpace({ replica, workshopId }: SteadyWorkshop, space: string | null): void {
  const { view } = replica.store.getState()
  if (view === undefined) return
  // Whoever chooses a place has answered where they were sent.
  if (view.me.sent !== null) see(workshopId, [sentMark(view.me.sent)])
  const board = space === null ? view.now.board : (view.spaces[space]?.board ?? null)
  if (view.me.space !== space) {
    void replica.command({ type: 'space.enter', space }).then((answer) => {
      if (!answer.ok) toast({ words: t('places.notGone', { why: refusalText(answer) }) })
    })
  }
  if (board !== null) navigate(pathWithin(workshopId, { board }))
}

/** Goes to where a topic is talked about: into its space while that is its own, and to its board. */
export function goToTopic(open: SteadyWorkshop, topic: Pick<TopicView, 'state' | 'place' | 'board'>): void {
  const { view } = open.replica.store.getState()
  const space = view === undefined ? undefined : spaceOfTopic(view, topic)
  if (space !== undefined) goToSpace(open, space.id)
  // A space has no board of its own before its round is on.
  if (topic.board !== null && space?.board !== topic.board)
    navigate(pathWithin(open.workshopId, { board: topic.board }))
}
