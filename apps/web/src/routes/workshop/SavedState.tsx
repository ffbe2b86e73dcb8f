import { useEffect, useRef, useSyncExternalStore } from 'react'
import { announce } from '../../parts/announce.ts'
import { Chip } from '../../parts/Chip.tsx'
import { t } from '../../text/index.ts'
import type { SavedKind } from './savedKind.ts'
import { savedKind } from './savedKind.ts'
import type { Session } from './Session.ts'
import styles from './SavedState.module.css'

const WORDS = {
  connecting: ['workshop.connecting', 'workshop.connecting', 'waiting', 'plain'],
  saved: ['workshop.saved', 'workshop.saved', 'good', 'plain'],
  saving: ['workshop.saving', 'workshop.saving', 'waiting', 'plain'],
  reconnecting: ['workshop.reconnecting', 'workshop.reconnectingShort', 'waiting', 'attention'],
  offline: ['workshop.offline', 'workshop.offlineShort', 'bad', 'attention'],
  stopped: ['workshop.stopped', 'workshop.stopped', 'bad', 'danger'],
  waiting: ['workshop.offlineShort', 'workshop.offlineShort', 'waiting', 'attention'],
  watching: ['workshop.readOnly', 'workshop.readOnly', 'good', 'plain'],
} as const satisfies { [K in SavedKind]: readonly [string, string, string, string] }

/** How things stand now, for the bar and for whoever is about to leave. */
export function useSavedKind(session: Session): SavedKind {
  return useSyncExternalStore(
    (onChange) => subscribe(session, onChange),
    () => {
      const { connection, view } = session.workshop.store.getState()
      const kind = savedKind(
        session.boards.map((board) => board.store.getState()),
        connection.state,
      )
      // On a locked board a participant reads for a while; what they wrote is saved.
      return kind === 'watching' && view?.me.role === 'participant' ? 'saved' : kind
    },
  )
}

/**
 * *Saved*, *Saving…* and what else there is, in the bar. It changes with every key pressed, so it does not speak by
 * itself: losing the connection and having it back are announced.
 */
export function SavedState({ session }: { readonly session: Session }) {
  const kind = useSavedKind(session)
  const wasLost = useRef(false)
  const isLost = kind === 'reconnecting' || kind === 'offline' || kind === 'stopped'
  useEffect(() => {
    if (isLost && !wasLost.current) announce(t(WORDS[kind][0]))
    if (wasLost.current && kind === 'saved') announce(t('workshop.saved'))
    if (isLost || kind === 'saved') wasLost.current = isLost
  }, [kind, isLost])
  const [words, short, dot, tone] = WORDS[kind]
  return (
    <Chip
      role="status"
      aria-live="off"
      tone={tone}
      dot={dot}
      data-saved={kind}
      className={styles['chip'] ?? ''}
    >
      <span className={styles['long']}>{t(words)}</span>
      <span aria-hidden="true" className={styles['short']}>
        {t(short)}
      </span>
    </Chip>
  )
}

/** Follows the workshop, the boards that are open and boards that open later. */
function subscribe(session: Session, onChange: () => void): () => void {
  let boards: (() => void)[] = []
  const follow = () => {
    for (const stop of boards) stop()
    boards = session.boards.map((board) => board.store.subscribe(onChange))
  }
  follow()
  const stops = [
    session.workshop.store.subscribe(onChange),
    session.subscribe(() => {
      follow()
      onChange()
    }),
  ]
  return () => {
    for (const stop of [...stops, ...boards]) stop()
  }
}
