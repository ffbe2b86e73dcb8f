import type { AnnouncementView } from '@moot/workshop'

/** How long something that was told stays news, in ms: who comes later finds it on *Now*. */
const NEWS_MS = 20 * 60_000

/** The latest of these that is news to this person, if any. The latest comes first. */
export function unread(
  announcements: readonly AnnouncementView[],
  {
    now,
    isSeen,
  }: {
    /** Server time, ms since 1970. */
    readonly now: number
    readonly isSeen: (id: string) => boolean
  },
): AnnouncementView | undefined {
  const [latest] = announcements
  // What is older than one that was put away was put away with it.
  return latest === undefined || isSeen(latest.id) || now - latest.at > NEWS_MS ? undefined : latest
}
