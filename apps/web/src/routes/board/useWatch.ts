/** *What changed* and its voice, for as long as a board is on the screen. */
import type { BoardReplica } from '@moot/client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { announce } from '../../parts/announce.ts'
import type { UnseenKind } from './changeLog.ts'
import type { ChangeWatch } from './ChangeWatch.ts'
import { sectionName } from './basicActions.ts'

/** The watch of a board, from when its document is there. */
export function useWatch(
  replica: BoardReplica | undefined,
  workshopId: string,
  doc: string | undefined,
): ChangeWatch | undefined {
  const isThere = useSyncExternalStore(
    (listener) => replica?.store.subscribe(listener) ?? (() => undefined),
    () => replica?.store.getState().synced ?? false,
  )
  const [watch, setWatch] = useState<ChangeWatch>()
  useEffect(() => {
    if (replica === undefined || doc === undefined || !isThere) return
    const key = `moot.looked.${workshopId}.${doc}`
    let known = readLook(key)
    let isWanted = true
    let made: ChangeWatch | undefined
    import('./watching.ts').then(
      ({ ChangeWatch, summaryText }) => {
        if (!isWanted) return
        made = new ChangeWatch({
          reading: replica.reading,
          me: replica.writer.person,
          origin: replica.writer.origin,
          say: (summary) => announce(summaryText(summary, (region) => sectionName(replica, region))),
          lookedAt: known,
          rememberLook: (newest) => {
            if (newest === known) return
            known = newest
            try {
              localStorage.setItem(key, String(newest))
            } catch {
              // Without storage, what was missed is not shown after a reload; the notes themselves are all there.
            }
          },
          after: (ms, callback) => {
            const timer = setTimeout(callback, ms)
            return () => clearTimeout(timer)
          },
        })
        setWatch(made)
      },
      // Without it nothing is said of what others do; the board itself is there.
      () => undefined,
    )
    return () => {
      isWanted = false
      made?.dispose()
      setWatch(undefined)
    }
  }, [replica, workshopId, doc, isThere])
  return watch
}

function readLook(key: string): number | null {
  try {
    const kept = localStorage.getItem(key)
    const at = kept === null ? Number.NaN : Number(kept)
    return Number.isFinite(at) ? at : null
  } catch {
    return null
  }
}

const NOTHING: ReadonlyMap<string, UnseenKind> = new Map()
const SILENT = { getState: () => NOTHING, getInitialState: () => NOTHING, subscribe: () => () => undefined }

/** What others did that this person has not looked at. */
export function useUnseen(watch: ChangeWatch | undefined): ReadonlyMap<string, UnseenKind> {
  return useStore(watch?.unseen ?? SILENT)
}
