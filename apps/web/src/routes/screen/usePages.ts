/** More than fits on a wall at once: shown a page at a time, each for a while. */
import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'

/** How long a page stays, in ms: long enough to be read from the back. */
const PAGE_MS = 12_000

/** Space between cards, in px. */
export const WALL_GAP = 16

/** What of a list is shown now. */
export interface Pages<T> {
  readonly wall: RefObject<HTMLUListElement | null>
  readonly columns: number
  readonly shown: readonly T[]
  /** Place of the first one shown, from 0. */
  readonly from: number
}

/**
 * As many as fit into the wall, which is measured; the next ones after a while. Goes back to the first page when the
 * first item changes.
 *
 * @param card - least width and height of one, in px
 * @param first - what the list begins with
 */
export function usePages<T>(
  items: readonly T[],
  card: { readonly w: number; readonly h: number },
  first: string | undefined,
): Pages<T> {
  const wall = useRef<HTMLUListElement>(null)
  const [room, setRoom] = useState({ columns: 1, rows: 1 })
  const [page, setPage] = useState(0)
  const { w, h } = card

  useEffect(() => {
    const element = wall.current
    if (element === null) return
    const measure = (): void => {
      const { clientWidth, clientHeight } = element
      const columns = Math.max(1, Math.floor((clientWidth + WALL_GAP) / (w + WALL_GAP)))
      const rows = Math.max(1, Math.floor((clientHeight + WALL_GAP) / (h + WALL_GAP)))
      setRoom((before) => (before.columns === columns && before.rows === rows ? before : { columns, rows }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [w, h])

  const size = room.columns * room.rows
  const pages = Math.max(1, Math.ceil(items.length / size))
  useEffect(() => {
    if (pages < 2) return
    const timer = setInterval(() => setPage((before) => before + 1), PAGE_MS)
    return () => clearInterval(timer)
  }, [pages, first])
  const [before, setBefore] = useState(first)
  if (before !== first) {
    setBefore(first)
    setPage(0)
  }
  const from = (page % pages) * size
  return { wall, columns: room.columns, shown: items.slice(from, from + size), from }
}
