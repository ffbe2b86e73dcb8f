/** What the spaces are called in the video call: read from the view, and saved. */
import type { WorkshopReplica } from '@moot/client'
import type { Answer } from '@moot/protocol'
import type { WorkshopView } from '@moot/workshop'
import { spacesInOrder } from '../../workshop/places.ts'
import type { VideoRoom } from '../videoLines.ts'

/** Rooms of the breakouts in order of their numbers, those folded away included. */
export function roomsOf({ spaces }: Pick<WorkshopView, 'spaces'>): VideoRoom[] {
  return spacesInOrder(spaces).filter(({ kind }) => kind === 'breakout')
}

/**
 * Gives the breakouts these names and links, in order; spaces beyond keep theirs. Resolves to the first refusal. The view
 * is read from the replica: spaces may have been made a moment ago.
 */
export async function saveRooms(
  replica: WorkshopReplica,
  rooms: readonly VideoRoom[],
): Promise<Extract<Answer, { ok: false }> | undefined> {
  const { view } = await untilSpaces(replica, rooms.length)
  const breakouts = spacesInOrder(view?.spaces ?? {}).filter(({ kind }) => kind === 'breakout')
  for (const [at, room] of rooms.entries()) {
    const space = breakouts[at]
    if (space === undefined) break
    if (space.videoName === room.videoName && space.videoLink === room.videoLink) continue
    const answer = await replica.command({ type: 'space.change', space: space.id, ...room })
    if (!answer.ok) return answer
  }
  return undefined
}

/** How long the spaces that were just made may take to come into the view, in ms. */
const VIEW_MS = 1_500

/** The replica's state once it has so many breakouts, or after a moment. */
function untilSpaces(replica: WorkshopReplica, count: number) {
  const { store } = replica
  const hasThem = (): boolean => roomsOf(store.getState().view ?? { spaces: {} }).length >= count
  return new Promise<ReturnType<typeof store.getState>>((resolve) => {
    const end = (): void => {
      stop()
      clearTimeout(timer)
      resolve(store.getState())
    }
    const stop = store.subscribe(() => {
      if (hasThem()) end()
    })
    const timer = setTimeout(end, VIEW_MS)
    if (hasThem()) end()
  })
}
