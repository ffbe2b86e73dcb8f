/** What the server finds in the other boards of the workshop. */
import { findInWorkshop } from '@moot/client'
import type { FindResponse } from '@moot/protocol'
import { useEffect, useState } from 'react'
import { refusalText } from '../../../text/refusalText.ts'
import { useWorkshop } from '../../workshop/useWorkshop.ts'

/** A pause in typing after which the server is asked, in ms. */
const PAUSE_MS = 300

/** What is known. `none`: nothing was asked, or there is no other board. */
export type Elsewhere =
  | { readonly state: 'none' | 'looking' }
  | { readonly state: 'found'; readonly found: FindResponse }
  | { readonly state: 'failed'; readonly reason: string }

/**
 * Asks the server a moment after the last letter, and shows no answer to an earlier question for longer than the next
 * one takes.
 *
 * @param isOn - whether there are other boards
 */
export function useElsewhere(
  boardId: string,
  query: string,
  isOn: boolean,
): { readonly elsewhere: Elsewhere; readonly again: () => void } {
  const { workshopId, visit } = useWorkshop()
  const [latest, setLatest] = useState<Elsewhere>({ state: 'looking' })
  const [tries, setTries] = useState(0)
  const words = query.trim()
  const isAsking = isOn && words !== ''
  useEffect(() => {
    if (!isAsking) return
    let isWanted = true
    const timer = setTimeout(() => {
      void findInWorkshop(workshopId, visit.secret, words, boardId).then((outcome) => {
        if (!isWanted) return
        setLatest(
          outcome.ok
            ? { state: 'found', found: outcome.value }
            : { state: 'failed', reason: refusalText(outcome) },
        )
      })
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [workshopId, visit.secret, boardId, words, isAsking, tries])
  return {
    elsewhere: isAsking ? latest : { state: 'none' },
    again: () => {
      setLatest({ state: 'looking' })
      setTries(tries + 1)
    },
  }
}
