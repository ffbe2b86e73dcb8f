/** How a topic stands, in words. */
import type { TopicView } from '@moot/workshop'
import { formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withTopic.ts'

const MINUTE_MS = 60_000

/** @param now - server time @param round - what people call its round, or 0 */
export function stateWords(topic: TopicView, round: number, now: number): string {
  const { state, ends, over, facts } = topic
  switch (state) {
    case 'posted':
      return t('topic.posted')
    case 'scheduled':
      return round > 0 ? t('topic.comesInRound', { number: round }) : t('topic.scheduled')
    case 'running': {
      if (ends === null) return t('topic.running')
      const left = ends - now
      return left <= 0 ? t('topic.timeUp') : t('topic.minutesLeft', { count: Math.ceil(left / MINUTE_MS) })
    }
    case 'ended':
    case 'reported':
      return over === null ? t('topic.over') : t('topic.overAt', { time: formatTime(over) })
    case 'continued':
      return t('topic.over')
    case 'merged':
      return t('topic.livesOn')
    case 'withdrawn': {
      const why = facts.findLast(({ what }) => what === 'withdrawn')?.text ?? ''
      return why === '' ? t('topic.withdrawn') : t('topic.withdrawnWhy', { why })
    }
    default:
      return state satisfies never
  }
}
