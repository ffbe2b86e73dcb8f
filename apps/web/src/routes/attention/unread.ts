import type { AnnouncementView } from '@moot/workshop'

/** How long something that was told stays news, in ms: who comes later finds it on *Now*. */
const NEWS_MS = 20 * 60_000

/** The latest announcement that is news to this person, if any; a nudge only while nobody takes notes. */
export function unread(
  announcements: readonly AnnouncementView[],
  {
    now,
    isSeen,
    hasNoteTaker,
  }: {
    /** Server time, ms since 1970. */
    readonly now: number
    readonly isSeen: (id: string) => boolean
    readonly hasNoteTaker: boolean
  },
): AnnouncementView | undefined {
  for (const each of announcements) {
    // The latest comes first: what is older than one that was put away was put away with it.
    if (isSeen(each.id) || now - each.at > NEWS_MS) return undefined
    if (each.kind === 'words' || !hasNoteTaker) return each
  }
  return undefined
}
