/** What of a workshop is in sight: with one board and no running order, everything but the board stays out of it. */
import type { WorkshopView } from '@moot/workshop'

/** Whether there is a running order. */
export const hasPlan = ({ stages }: WorkshopView): boolean => Object.keys(stages).length > 0

/** Whether there are spaces to go to, in this round or an earlier one, or prepared ones. */
export const hasSpaces = ({ spaces }: WorkshopView): boolean => Object.keys(spaces).length > 0

/** Whether the link lands on *Now*. */
export const hasNow = (view: WorkshopView): boolean => hasPlan(view) || hasSpaces(view)

/** Whether the timer chip and the bar under it may have something to show: else their scripts are not even fetched. */
export const hasNews = (view: WorkshopView): boolean =>
  hasNow(view) ||
  view.now.timer !== null ||
  view.now.ended !== null ||
  view.now.invitation !== null ||
  view.me.announcements.length > 0

/** Whether somebody waits for a facilitator's yes to write for somebody: this person, or for a facilitator anybody. */
export const hasAsks = ({ asks, me }: WorkshopView): boolean =>
  me.asks.length > 0 || Object.keys(asks).length > 0

/** The board that *Board* leads to without one that was left: that of one's space, else the main room's. */
export function boardOfMine({ me, now, spaces }: WorkshopView): string | undefined {
  const space = me.space ?? (now.focus === 'spaces' ? me.sent?.space : undefined)
  const own = space == null ? undefined : spaces[space]?.board
  return own ?? now.board ?? undefined
}

/** Whether this person may say *I'm done*: a participant, while an activity is on or a timer runs. */
export const mayBeDone = ({ me, now }: WorkshopView): boolean =>
  me.role === 'participant' && now.ended === null && (now.stage !== null || now.timer !== null)

/** Whether people choose what they talk about: the running order has a marketplace or rounds for it, or topics are there. */
export const hasTopics = ({ stages, topics }: WorkshopView): boolean =>
  Object.keys(topics).length > 0 ||
  Object.values(stages).some(({ kind, where }) => kind === 'marketplace' || where === 'round')
