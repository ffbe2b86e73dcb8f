/** Whose notes one writes: one's own, those of somebody without a connection, what is said in a room. */
import type { NewNote } from '@moot/board'
import type { MeView } from '@moot/workshop'
import { useState } from 'react'

/** See above. `person` is somebody whom one assists. */
export type WriteAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'room' }

const SELF: WriteAs = { kind: 'self' }

/** What it makes of a new note. */
export function namesOf(as: WriteAs): Pick<NewNote, 'by' | 'source'> {
  switch (as.kind) {
    case 'self':
      return {}
    case 'person':
      return { by: as.person }
    case 'room':
      return { source: 'room' }
    default:
      return as satisfies never
  }
}

/**
 * Whose notes are written on the board on the screen. It begins with oneself on every board, and does so again whenever
 * one goes to another space or the person has another helper (methods A33): nobody's name is used by an oversight.
 */
export function useWriteAs({ space, assists }: Pick<MeView, 'space' | 'assists'>): {
  readonly writeAs: WriteAs
  readonly chooseWriteAs: (next: WriteAs) => void
  readonly hasWriteAs: boolean
} {
  const [chosen, setChosen] = useState({ space, as: SELF })
  const isStale =
    chosen.space !== space || (chosen.as.kind === 'person' && !assists.includes(chosen.as.person))
  if (isStale) setChosen({ space, as: SELF })
  const writeAs = isStale ? SELF : chosen.as
  const [chooseWriteAs] = useState(() => (as: WriteAs) => setChosen((before) => ({ ...before, as })))
  return { writeAs, chooseWriteAs, hasWriteAs: assists.length > 0 || writeAs.kind !== 'self' }
}
