/** What a screen reader is told of the course of the workshop, on every screen: each thing once. */
import type { WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withAttention.ts'
import { activityOf, spaceOf } from '../now/activity.ts'
import type { Belonging } from '../workshop/places.ts'
import { spaceLabelRead, spacesInOrder } from '../workshop/places.ts'
import { sentMark } from '../workshop/seen.ts'

/** What happened longer ago, in ms, than this is no news to somebody whose page has just opened: it is on the screen. */
const FRESH_MS = 10_000

const said = new Set<string>()

/** Names one call for help of a space. */
export const helpMark = (space: string, at: number): string => `help ${space} ${at}`

/** The sentences that are new since the last call. */
export function newsToSay(view: WorkshopView, where: Belonging, now: number): string[] {
  const lines: string[] = []
  const say = (mark: string, at: number, line: () => string): void => {
    const key = `${view.workshop.id} ${mark}`
    if (said.has(key)) return
    said.add(key)
    if (now - at < FRESH_MS) lines.push(line())
  }
  const { me, now: course } = view
  if (course.ended !== null) {
    say(`ended ${course.ended}`, course.ended, () => t('attention.ended'))
    return lines
  }
  const { stage, heading } = activityOf(view, spaceOf(where))
  if (stage !== undefined) {
    const started = stage.started ?? 0
    const title = heading === stage.title ? heading : `${stage.title}: ${heading}`
    say(`stage ${stage.id} ${started}`, started, () => {
      const line = t('now.said', { title: /[.?!…]$/.test(title) ? title : `${title}.` })
      return stage.minutes === 0 ? line : `${line} ${t('now.saidMinutes', { count: stage.minutes })}`
    })
  }
  const { invitation } = course
  if (invitation?.kind === 'back' && me.space !== null)
    say(`back ${invitation.at}`, invitation.at, () => t('attention.back'))
  if (where.kind === 'sent' && me.sent !== null)
    say(sentMark(me.sent), me.sent.at, () =>
      t('attention.goToSaid', { space: spaceLabelRead(view, where.space) }),
    )
  if (me.role === 'facilitator') {
    for (const space of spacesInOrder(view.spaces)) {
      const { helpAt } = space
      if (helpAt === null) continue
      say(helpMark(space.id, helpAt), helpAt, () =>
        t('attention.asksForHelpSaid', { space: spaceLabelRead(view, space) }),
      )
    }
  }
  if (where.kind === 'lost') say(`lost ${me.space ?? ''}`, now, () => t('attention.lost'))
  for (const { id, kind, text, at } of me.announcements)
    say(id, at, () => (kind === 'nudge' ? t('attention.nudge') : text))
  return lines
}
