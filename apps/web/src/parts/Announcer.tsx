import { useEffect, useState } from 'react'
import { listenToAnnouncements } from './announce.ts'

/**
 * The page's one polite live region; mounted once, beside the screens. Two lines take turns, so that the same sentence
 * said twice is heard twice. Say something with `announce` and `announceMany`.
 */
export function Announcer() {
  const [{ turn, line }, setSaid] = useState({ turn: 0, line: '' })
  useEffect(
    () => listenToAnnouncements((next) => setSaid((before) => ({ turn: 1 - before.turn, line: next }))),
    [],
  )
  return (
    <div className="visually-hidden" data-announcer>
      <p aria-live="polite">{turn === 0 ? line : ''}</p>
      <p aria-live="polite">{turn === 1 ? line : ''}</p>
    </div>
  )
}
