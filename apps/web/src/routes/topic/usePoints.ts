import type { ReadableBoard } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import { useMemo, useSyncExternalStore } from 'react'
import { useBoard } from '../workshop/useWorkshop.ts'
import type { MainPoints } from './mainPoints.ts'
import { mainPoints } from './mainPoints.ts'

/** How often others' changes of a board are read anew, in ms: points that are read should not flicker. */
const SHOW_EVERY_MS = 500

const NO_BOARD: MainPoints = { themes: [], others: [], isBoardGone: true }

/** The main points on a topic's board, live; `undefined` while it is on its way. @param board - `null` where there is none */
export function usePoints(board: string | null): MainPoints | undefined {
  const replica = useBoard(board ?? '')
  const source = useMemo(() => (replica === undefined ? undefined : pointsOf(replica)), [replica])
  const points = useSyncExternalStore(source?.subscribe ?? never, source?.latest ?? nothing)
  return board === null ? NO_BOARD : points
}

const never = () => () => undefined
const nothing = () => undefined

function pointsOf(replica: BoardReplica): {
  readonly subscribe: (listener: () => void) => () => void
  readonly latest: () => MainPoints | undefined
} {
  const read = (): MainPoints | undefined => {
    if (!replica.store.getState().synced) return undefined
    const { notes, regions, themes, drawings } = replica.reading
    const board: ReadableBoard = { notes, regions, themes, drawings }
    return mainPoints(board)
  }
  let latest = read()
  return {
    latest: () => latest,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const show = (): void => {
        clearTimeout(timer)
        timer = undefined
        latest = read()
        listener()
      }
      // What changed between rendering and subscribing must show as well.
      latest = read()
      const stops = [
        replica.reading.onChange(() => {
          timer ??= setTimeout(show, SHOW_EVERY_MS)
        }),
        replica.store.subscribe(({ synced }, before) => {
          if (synced !== before.synced) show()
        }),
      ]
      return () => {
        clearTimeout(timer)
        for (const stop of stops) stop()
      }
    },
  }
}
