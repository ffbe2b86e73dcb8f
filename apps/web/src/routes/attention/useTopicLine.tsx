import type { TopicView, WorkshopView } from '@moot/workshop'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import { announceMany } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import type { TimerStands } from '../timer/timeLeft.ts'
import { hasTwoMinutes } from '../timer/timeLeft.ts'
import { useTimerStands } from '../timer/useTimer.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { spaceById } from '../workshop/places.ts'
import type { useSeen } from '../workshop/seen.ts'
import { topicOfBoard, topicOfSpace } from '../workshop/topicsHere.ts'
import type { OpenWorkshop } from '../workshop/useWorkshop.ts'
import { Line } from './Line.tsx'

/** What ended longer ago, in ms, than this is no news any more: the board says it. */
const NEWS_MS = 10 * 60_000

const NOTHING = { line: null, isGrace: false }

/**
 * How the time of the topic stands that somebody is at: two minutes before its own end, the two minutes after it, and
 * that it is over. Nobody is cut off, so there is nothing to answer. `line` is `null` where there is nothing to say.
 */
export function useTopicLine(
  open: OpenWorkshop,
  boardId: string | undefined,
  seen: ReturnType<typeof useSeen>,
): {
  readonly line: ReactNode
  /** Whether these are the two minutes after its end. */
  readonly isGrace: boolean
} {
  const { view, replica } = open
  const topic = topicAt(view, boardId)
  const ends = topic?.state === 'running' ? topic.ends : null
  const started = topic?.started ?? null
  const timer = useMemo(() => (ends === null ? null : { started: started ?? ends, ends }), [started, ends])
  const stands = useTimerStands(timer, replica)
  useSaid(topic, stands, view.now.timer?.ends)
  if (topic === undefined) return NOTHING
  if (topic.over !== null) return { line: overLine(open, topic, boardId, seen), isGrace: false }
  if (timer === null || stands === undefined || stands === 'running') return NOTHING
  if (stands === 'nearlyUp' && !hasTwoMinutes(timer)) return NOTHING
  const mark = `${stands} ${topic.id} ${timer.ends}`
  if (seen.isSeen(mark)) return NOTHING
  const line = (
    <Line
      key={mark}
      tone="hurry"
      onClose={() => seen.see(mark)}
      closeWith="ok"
      words={t(stands === 'nearlyUp' ? 'attention.twoMinutes' : 'attention.grace')}
    />
  )
  return { line, isGrace: stands === 'up' }
}

/** The topic of the board on the screen; on other screens the one of the space that one is in. */
function topicAt(view: WorkshopView, boardId: string | undefined): TopicView | undefined {
  if (Object.keys(view.topics).length === 0) return undefined
  if (boardId !== undefined) return topicOfBoard(view, boardId)
  const space = spaceById(view.spaces, view.me.space)
  return space === undefined ? undefined : topicOfSpace(view, space)
}

function overLine(
  { view, replica, workshopId }: OpenWorkshop,
  topic: TopicView,
  boardId: string | undefined,
  seen: ReturnType<typeof useSeen>,
): ReactNode {
  const { over, board, id, state } = topic
  const mark = `over ${id} ${over ?? 0}`
  const isHere = boardId !== undefined && board === boardId
  // Where it goes on at the same board, nothing that is written there is late.
  if (!isHere || over === null || state === 'continued' || replica.serverNow() - over > NEWS_MS) return null
  if (seen.isSeen(mark) || view.now.ended !== null) return null
  return (
    <Line key={mark} tone="plain" onClose={() => seen.see(mark)} closeWith="ok" words={t('attention.over')}>
      <Button size="small" onClick={() => navigate(pathWithin(workshopId, { topic: id }))}>
        {t('attention.toReport')}
      </Button>
      <Button size="small" onClick={() => navigate(pathWithin(workshopId, 'spaces'))}>
        {t('attention.toHouse')}
      </Button>
    </Line>
  )
}

/**
 * Says it when it comes, not when one comes later. A moment after everything else: the timer in the bar says that time is
 * up, and two sentences at once would swallow each other.
 */
function useSaid(
  topic: TopicView | undefined,
  stands: TimerStands | undefined,
  barEnds: number | undefined,
): void {
  const now = { id: topic?.id, stands, isOver: topic?.over != null }
  const before = useRef(now)
  const { id, isOver } = now
  const isOwnTime = topic?.ends !== barEnds
  const hasMoment =
    topic?.ends != null && hasTwoMinutes({ started: topic.started ?? topic.ends, ends: topic.ends })
  useEffect(() => {
    const was = before.current
    before.current = { id, stands, isOver }
    if (id === undefined || was.id !== id) return
    if (isOver && !was.isOver) announceMany('topic', () => t('attention.over'))
    else if (was.stands === 'running' && stands === 'nearlyUp' && isOwnTime && hasMoment)
      announceMany('topic', () => t('attention.twoMinutes'))
    else if (was.stands === 'nearlyUp' && stands === 'up') announceMany('topic', () => t('attention.grace'))
  }, [id, stands, isOver, isOwnTime, hasMoment])
}
