import type { BoardReplica } from '@moot/client'
import { useMemo, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import { useReading } from '../board/useReading.ts'
import { useBoard } from '../workshop/useWorkshop.ts'
import { notesToTake } from './notesToTake.ts'
import styles from './offer.module.css'
import { Option } from './Option.tsx'

/** From so many notes on there is a field to look for one. */
const SEARCH_FROM = 8

interface Choosing {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Notes of a topic's board to take along: by theme, one by one or all of a theme. */
export function SplitNotes({ boardId, ...choosing }: Choosing & { readonly boardId: string }) {
  const replica = useBoard(boardId)
  return replica === undefined ? (
    <p className={styles['aside']}>{t('offer.splitLoading')}</p>
  ) : (
    <Notes replica={replica} {...choosing} />
  )
}

function Notes({ replica, chosen, onChoose }: Choosing & { readonly replica: BoardReplica }) {
  const reading = useReading(replica)
  const [query, setQuery] = useState('')
  const all = useMemo(() => notesToTake(reading, ''), [reading])
  const groups = useMemo(
    () => (query.trim() === '' ? all : notesToTake(reading, query)),
    [all, reading, query],
  )
  const count = all.reduce((sum, { notes }) => sum + notes.length, 0)
  if (count === 0) return <p className={styles['aside']}>{t('offer.splitNoNotes')}</p>
  const toggle = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) {
      if (isOn) next.add(id)
      else next.delete(id)
    }
    onChoose(next)
  }
  return (
    <fieldset className={styles['notes']}>
      <legend className={styles['legend']}>{t('offer.splitNotes')}</legend>
      {count < SEARCH_FROM ? null : (
        <Field
          type="search"
          label={t('offer.splitSearch')}
          dir="auto"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <div className={styles['scrolls']}>
        {groups.map(({ key, title, notes }) => {
          const ids = notes.map(({ id }) => id)
          const areAll = ids.every((id) => chosen.has(id))
          const name = title === '' ? t('offer.splitNoTheme') : title
          return (
            <section key={key} aria-label={name} className={styles['group']}>
              <div className={styles['groupHead']}>
                <h3 dir="auto">{name}</h3>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={t(areAll ? 'offer.splitNoneOf' : 'offer.splitAllOf', { name })}
                  onClick={() => toggle(ids, !areAll)}
                >
                  {t(areAll ? 'offer.splitNone' : 'offer.splitAll')}
                </Button>
              </div>
              {notes.map(({ id, text }) => (
                <Option
                  key={id}
                  type="checkbox"
                  words={text}
                  checked={chosen.has(id)}
                  onChange={(event) => toggle([id], event.target.checked)}
                />
              ))}
            </section>
          )
        })}
        {groups.length === 0 ? <p className={styles['aside']}>{t('offer.nothingFound')}</p> : null}
      </div>
      <p className={styles['aside']} aria-live="polite">
        {t('offer.splitChosen', { count: chosen.size })}
      </p>
    </fieldset>
  )
}
