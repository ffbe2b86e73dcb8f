/** What this person has answered or put away on this device: kept per workshop, because banners come back at every load. */
import { create } from 'zustand'

/** Marks that are kept of one workshop; the oldest go first. */
const MARKS_MAX = 80

type Marks = readonly string[]
const useMarks = create<{ readonly of: Readonly<Record<string, Marks>> }>()(() => ({ of: {} }))
const keyOf = (workshopId: string): string => `moot.seen.${workshopId}`
const NONE: Marks = []

/** The marks of a workshop, and a way to set one. A mark is any short text that names one occasion. */
export function useSeen(workshopId: string): {
  readonly isSeen: (mark: string) => boolean
  readonly see: (...marks: readonly string[]) => void
} {
  const here = useMarks(({ of }) => of[workshopId])
  const marks = here ?? kept(workshopId)
  return {
    isSeen: (mark) => marks.includes(mark),
    see: (...fresh) => see(workshopId, fresh),
  }
}

/** Sets marks. */
export function see(workshopId: string, fresh: readonly string[]): void {
  const marks = useMarks.getState().of[workshopId] ?? kept(workshopId)
  const added = fresh.filter((mark) => !marks.includes(mark))
  if (added.length === 0) return
  const next = [...marks, ...added].slice(-MARKS_MAX)
  useMarks.setState(({ of }) => ({ of: { ...of, [workshopId]: next } }))
  try {
    localStorage.setItem(keyOf(workshopId), JSON.stringify(next))
  } catch {
    // Storage is off in this browser: what was put away stays away until the page is closed.
  }
}

/** The mark for where somebody was sent. */
export function sentMark(sent: { readonly space: string; readonly at: number } | null): string {
  return sent === null ? '' : `sent ${sent.space} ${sent.at}`
}

function kept(workshopId: string): Marks {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(workshopId)) ?? '[]')
    return Array.isArray(value) ? value.filter((mark): mark is string => typeof mark === 'string') : NONE
  } catch {
    return NONE
  }
}
