import type { Note, ReadableBoard } from '@moot/board'
import { visibleNotes } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { t } from '../../text/index.ts'
import { useReading } from '../board/useReading.ts'
import { useBoard } from '../workshop/useWorkshop.ts'
import styles from './screen.module.css'
import { usePages } from './usePages.ts'

/** Least width and height of a note, in px: three lines that can be read from the back, or two and its section. */
const CARD = { w: 300, h: 132 }

/** The board of the main room as its notes, large and the latest first: the board's picture could not be read from the back. */
export function NotesWall({ board }: { readonly board: string }) {
  const replica = useBoard(board)
  return replica === undefined ? null : <Notes key={replica.doc.guid} replica={replica} />
}

function Notes({ replica }: { readonly replica: BoardReplica }) {
  const reading = useReading(replica)
  const synced = useStore(replica.store, (status) => status.synced)
  const notes = useMemo(
    () =>
      visibleNotes(reading)
        .filter(({ text }) => text.trim() !== '')
        .toSorted((a, b) => b.created - a.created || (a.id < b.id ? -1 : 1)),
    [reading],
  )
  if (!synced) return null
  if (notes.length === 0) return <p className={styles['quiet']}>{t('screen.noNotes')}</p>
  return <Wall notes={notes} reading={reading} />
}

function Wall({ notes, reading }: { readonly notes: readonly Note[]; readonly reading: ReadableBoard }) {
  const { wall, columns, shown, from } = usePages(notes, CARD, notes[0]?.id)
  const sectionOf = (note: Note): string =>
    (note.region === null ? '' : reading.regions.get(note.region)?.title) ?? ''
  return (
    <section className={styles['part']}>
      <h2 className={styles['partTitle']}>
        {t('screen.notesTitle')}
        <span className={styles['aside']}>
          {shown.length < notes.length
            ? t('screen.some', { from: from + 1, to: from + shown.length, count: notes.length })
            : t('screen.notes', { count: notes.length })}
        </span>
      </h2>
      <ul
        ref={wall}
        className={styles['wall']}
        style={{ gridTemplateColumns: `repeat(${columns}, 1fr)`, gridAutoRows: `${CARD.h}px` }}
      >
        {shown.map((note) => (
          <li key={note.id} className={styles['note']} data-color={note.color}>
            <p className={styles['words']} dir="auto">
              {note.text}
            </p>
            {sectionOf(note).trim() === '' ? null : (
              <p className={styles['section']} dir="auto">
                {sectionOf(note)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
