import type { Note } from '@moot/board'
import { binnedNotes, hiddenNotes } from '@moot/board'
import type { RefObject } from 'react'
import { useMemo, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Swatch } from '../../parts/Swatch.tsx'
import { formatDay, formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import styles from './board.module.css'
import { firstWords } from './firstWords.ts'
import { useScene } from './scene.ts'

/** What was deleted, newest first, and for facilitators what was hidden; to bring back one or many. */
export function BinDialog({
  onClose,
  returnFocusTo,
}: {
  readonly onClose: () => void
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}) {
  const { reading, role } = useScene()
  const binned = useMemo(() => binnedNotes(reading), [reading])
  const hidden = useMemo(() => hiddenNotes(reading), [reading])
  return (
    <Dialog
      open
      returnFocusTo={returnFocusTo}
      wide
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('board.binTitle')}
      description={t('board.binLead')}
    >
      {binned.length === 0 ? (
        <p className={styles['quiet']}>{t('board.binEmpty')}</p>
      ) : (
        <Binned notes={binned} name={t('board.binTitle')} />
      )}
      {role !== 'facilitator' || hidden.length === 0 ? null : (
        <section className={styles['hidden']}>
          <h3>{t('board.hiddenTitle')}</h3>
          <p className={styles['quiet']}>{t('board.hiddenLead')}</p>
          <Binned notes={hidden} name={t('board.hiddenTitle')} />
        </section>
      )}
    </Dialog>
  )
}

function Binned({ notes, name }: { readonly notes: readonly Note[]; readonly name: string }) {
  const { mayWrite, actions, people, me } = useScene()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const there = notes.filter((note) => chosen.has(note.id)).map((note) => note.id)
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const nameOf = (person: string): string =>
    person === me ? t('board.binYou') : (people[person]?.name ?? t('board.binSomebody'))
  const whose = (note: Note): string => {
    const { gone } = note
    if (gone === null) return ''
    const key =
      gone.how === 'hidden' ? 'board.binHidden' : gone.how === 'cleared' ? 'board.binCleared' : 'board.binBy'
    return t(key, { name: nameOf(gone.by), time: whenOf(gone.at) })
  }
  return (
    <>
      {!mayWrite || notes.length < 2 ? null : (
        <div className={styles['binTools']}>
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={there.length === notes.length}
              onChange={(event) =>
                setChosen(event.currentTarget.checked ? new Set(notes.map((note) => note.id)) : new Set())
              }
            />
            {t('board.selectEverything')}
          </label>
          {there.length === 0 ? null : (
            <Button
              onClick={() => {
                actions.restore(there)
                setChosen(new Set())
              }}
            >
              {t('board.restoreSome', { count: there.length })}
            </Button>
          )}
        </div>
      )}
      <ul className={styles['bin']} aria-label={name}>
        {notes.map((note) => (
          <li key={note.id} className={styles['binned']}>
            {mayWrite && notes.length > 1 ? (
              <label className={styles['tick']}>
                <input
                  type="checkbox"
                  checked={chosen.has(note.id)}
                  aria-label={t('board.selectNamed', { words: firstWords(note.text) })}
                  onChange={(event) => choose(note.id, event.currentTarget.checked)}
                />
              </label>
            ) : null}
            <Swatch color={note.color} />
            <div className={styles['binWords']}>
              <p dir="auto">{note.text.trim() === '' ? t('board.noWords') : note.text}</p>
              <p className={styles['aside']}>{whose(note)}</p>
            </div>
            {mayWrite ? (
              <Button
                size="small"
                aria-label={t('board.restoreNamed', { words: firstWords(note.text) })}
                onClick={() => actions.restore([note.id])}
              >
                {t('board.restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The time today, the day before that. */
function whenOf(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? formatTime(at) : `${formatDay(at)}, ${formatTime(at)}`
}
