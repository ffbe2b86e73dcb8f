import type { WorkshopView } from '@moot/workshop'
import { useMemo } from 'react'
import type { ListedSpace } from '../workshop/places.ts'
import { spacesInOrder } from '../workshop/places.ts'
import { isBetweenRounds } from './roster.ts'

/** The same, where a further round has not been opened: nothing of the one before belongs to it. */
const ready = new WeakMap<object, ListedSpace>()

/** Entries as they were listed last, by the view's own entry: one that did not change keeps its identity. */
const listed = new WeakMap<object, ListedSpace>()

/**
 * The breakouts that are shown, in order: of the current round, or before the first those that are ready. The view
 * changes many times a second while people write; a space that did not change is the same value as before.
 */
export function useListed({ spaces, now, stages }: WorkshopView): readonly ListedSpace[] {
  const isReady = now.round === 0 || isBetweenRounds({ now, stages })
  return useMemo(
    () =>
      spacesInOrder(spaces)
        .filter(({ kind, isHidden, isOn }) => kind === 'breakout' && !isHidden && (isOn || isReady))
        .map((space) => {
          const entry = spaces[space.id]
          if (entry === undefined) return space
          const kept = isReady ? ready : listed
          const known = kept.get(entry) ?? (isReady ? cleared(space) : space)
          kept.set(entry, known)
          return known
        }),
    [spaces, isReady],
  )
}

/** A space without what it was about in the round before. */
const cleared = (space: ListedSpace): ListedSpace => ({
  ...space,
  isOn: false,
  board: null,
  title: '',
  question: '',
  noteTaker: null,
})
