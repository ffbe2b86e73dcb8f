import type { ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { useTimerStands } from '../timer/useTimer.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { spaceById } from '../workshop/places.ts'
import type { useSeen } from '../workshop/seen.ts'
import { topicOfSpace } from '../workshop/topicsHere.ts'
import type { OpenWorkshop } from '../workshop/useWorkshop.ts'
import { isPenAsked } from './isPenAsked.ts'
import { NudgeLine } from './NudgeLine.tsx'
import { unread } from './unread.ts'

/** The question who holds the pen, to those in the space that it was put to, for as long as it is one. */
export function useNudge({ view, replica }: OpenWorkshop, seen: ReturnType<typeof useSeen>): ReactNode {
  const space = spaceById(view.spaces, view.me.space)
  const isUp = useIsUp(space === undefined ? null : endOf(view, space), replica)
  const nudges = view.me.announcements.filter(({ kind }) => kind === 'nudge')
  const nudge = unread(nudges, { now: replica.serverNow(), isSeen: seen.isSeen })
  const isPut = nudge !== undefined && space !== undefined
  const board = isPut ? (space.board ?? '') : ''
  const notes = useStore(replica.digests, (digests) => digests[board]?.notes)
  useEffect(() => (isPut ? replica.watch('lines') : undefined), [isPut, replica])
  if (!isPut || !isPenAsked(view, space, { at: nudge.at, notes, isUp })) return null
  return <NudgeLine key={nudge.id} space={space} onClose={() => seen.see(...nudges.map(({ id }) => id))} />
}

const endOf = (view: OpenWorkshop['view'], space: ListedSpace): number | null =>
  topicOfSpace(view, space)?.ends ?? view.now.timer?.ends ?? null

function useIsUp(ends: number | null, replica: OpenWorkshop['replica']): boolean {
  const timer = useMemo(() => (ends === null ? null : { started: ends, ends }), [ends])
  return useTimerStands(timer, replica) === 'up'
}
