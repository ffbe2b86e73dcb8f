import type { WorkshopView } from '@moot/workshop'
import { useMemo } from 'react'
import type { ListedSpace } from '../workshop/places.ts'
import { spacesInOrder } from '../workshop/places.ts'

/** Entries as they were listed last, by the view's own entry: one that did not change keeps its identity. */
const listed = new WeakMap<object, ListedSpace>()

/**
 * The breakouts that are shown, in order: of the current round, or before the first those that are ready. The view
 * changes many times a second while people write; a space that did not change is the same value as before.
 */
export function useListed({ spaces, now }: WorkshopView): readonly ListedSpace[] {
  return useMemo(
    () =>
      spacesInOrder(spaces)
        .filter(({ kind, isHidden, isOn }) => kind === 'breakout' && !isHidden && (isOn || now.round === 0))
        .map((space) => {
          const entry = spaces[space.id]
          if (entry === undefined) return space
          const known = listed.get(entry) ?? space
          listed.set(entry, known)
          return known
        }),
    [spaces, now.round],
  )
}
