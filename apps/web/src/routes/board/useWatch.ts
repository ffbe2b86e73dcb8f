/** *What changed* and its voice, for as long as a board is on the screen. */
import type { BoardReplica } from '@moot/client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { announce } from '../../parts/announce.ts'
import { language, t } from '../../text/index.ts'
import type { Summary, UnseenKind } from './changeLog.ts'
import { ChangeWatch } from './ChangeWatch.ts'
import { whatText } from './figureWords.ts'
import { sectionName } from './noteActions.ts'

/** More sections than this are counted, not named. */
const SECTIONS_NAMED = 3

const FIGURE_CHANGES = ['added', 'changed', 'moved', 'removed'] as const

const sentence = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' })

/** “2 new notes in Keep, a note was changed, and 2 drawings and 1 picture added”. */
export function summaryText(
  { added, changed, moved, removed, figures }: Summary,
  nameOf: (region: string | null) => string,
): string {
  const parts: string[] = []
  if (added.length > SECTIONS_NAMED) {
    const count = added.reduce((sum, each) => sum + each.count, 0)
    parts.push(t('board.heardAddedMany', { count, sections: added.length }))
  } else {
    for (const { region, count } of added) {
      parts.push(
        region === null
          ? t('board.heardAddedNowhere', { count })
          : t('board.heardAdded', { count, section: nameOf(region) }),
      )
    }
  }
  if (changed > 0) parts.push(t('board.heardChanged', { count: changed }))
  if (moved > 0) parts.push(t('board.heardMoved', { count: moved }))
  if (removed > 0) parts.push(t('board.heardRemoved', { count: removed }))
  for (const kind of FIGURE_CHANGES) {
    const what = whatText(
      0,
      (figures?.[kind] ?? []).map((each) => ({ kind: each })),
    )
    if (what !== '') parts.push(t(`figures.heard_${kind}`, { what }))
  }
  return sentence.format(parts)
}

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
    const made = new ChangeWatch({
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
    // It listens from here on and must be let go again; rendering follows what was made.
    // oxlint-disable-next-line react/set-state-in-effect
    setWatch(made)
    return () => {
      made.dispose()
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
