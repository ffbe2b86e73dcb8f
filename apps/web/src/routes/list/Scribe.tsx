import type { Note } from '@moot/board'
import { NOTE_TEXT_MAX, notesFromPaste, orderedRegions } from '@moot/board'
import type { ClipboardEvent, FormEvent, KeyboardEvent } from 'react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Field.tsx'
import { growToFit } from '../../parts/growToFit.ts'
import { t } from '../../text/index.ts'
import '../../text/withPeople.ts'
import { sectionName } from '../board/basicActions.ts'
import { firstWords } from '../board/firstWords.ts'
import { useActions } from '../board/noteActions.ts'
import { useNewNotes, useScene } from '../board/scene.ts'
import { namesOf } from '../board/writeAs.ts'
import { draftOf, keepDraft } from './drafts.ts'
import styles from './Scribe.module.css'

/** Notes of the scribe that are shown for taking back. */
const RECENT_SHOWN = 5

/** Writing down what several people say in one room: one large field, Enter for the next, the section stays. */
export function Scribe() {
  const { boardId, replica, reading, me, writeAs, chooseWriteAs } = useScene()
  const actions = useActions()
  const { color } = useNewNotes()
  const regions = orderedRegions(reading)
  const draftKey = `${boardId}.room`
  const [words, setWords] = useState(() => draftOf(draftKey))
  const [chosen, setChosen] = useState<string>()
  const region =
    regions.find(({ id }) => id === chosen)?.id ?? (chosen === '' ? null : (regions[0]?.id ?? null))
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  useEffect(() => keepDraft(draftKey, words), [draftKey, words])
  useLayoutEffect(() => growToFit(field.current), [words])
  useEffect(() => field.current?.focus(), [])

  const add = (lines: readonly string[]) =>
    actions.add(lines.map((text) => ({ text, color, region, ...namesOf(writeAs) })))

  const handleSubmit = (event?: FormEvent) => {
    event?.preventDefault()
    const text = words.trim()
    if (text !== '') {
      add([text])
      setWords('')
    }
    field.current?.focus()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    handleSubmit()
  }
  const handlePaste = (event: ClipboardEvent) => {
    const lines = notesFromPaste(event.clipboardData.getData('text/plain'))
    if (lines.length < 2) return
    event.preventDefault()
    add(lines.map((line) => line.slice(0, NOTE_TEXT_MAX)))
  }

  const recent = recentOf(reading.notes.values(), me)
  return (
    <section className={styles['scribe']} aria-labelledby={`${id}-title`}>
      <div className={styles['head']}>
        <div>
          <h2 id={`${id}-title`} className={styles['title']}>
            {t('people.roomTitle')}
          </h2>
          <p className={styles['lead']}>{t('people.roomLead')}</p>
        </div>
        <Button aria-label={t('people.roomStopSpoken')} onClick={() => chooseWriteAs({ kind: 'self' })}>
          {t('people.roomStop')}
        </Button>
      </div>
      {regions.length === 0 ? null : (
        <Choice
          label={t('people.roomSection')}
          value={region ?? ''}
          onChange={(event) => {
            setChosen(event.target.value)
            field.current?.focus()
          }}
        >
          {regions.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
          <option value="">{t('list.noSection')}</option>
        </Choice>
      )}
      <form className={styles['form']} onSubmit={handleSubmit}>
        <label htmlFor={id} className={styles['label']}>
          {t('people.roomField')}
        </label>
        <textarea
          id={id}
          ref={field}
          rows={2}
          dir="auto"
          className={styles['field']}
          maxLength={NOTE_TEXT_MAX}
          value={words}
          enterKeyHint="send"
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={handleKeyDown}
          onPaste={handlePaste}
        />
        <Button submits look="primary" size="large">
          {t('people.roomAdd')}
        </Button>
      </form>
      {recent.length === 0 ? null : (
        <>
          <h3 className={styles['label']}>{t('people.roomRecent')}</h3>
          <ul className={styles['recent']}>
            {recent.map((note) => (
              <li key={note.id} className={styles['note']} data-color={note.color}>
                <span className={styles['words']} dir="auto">
                  {note.text}
                  {regions.length === 0 ? null : (
                    <span className={styles['where']}>{sectionName(replica, note.region)}</span>
                  )}
                </span>
                <Button
                  look="quiet"
                  size="small"
                  aria-label={t('people.roomBackNamed', { words: firstWords(note.text) })}
                  onClick={() => {
                    void actions.remove([note.id])
                    field.current?.focus()
                  }}
                >
                  {t('people.roomBack')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function recentOf(notes: Iterable<Note>, me: string): Note[] {
  return [...notes]
    .filter(({ source, by, gone }) => source === 'room' && by === me && gone === null)
    .toSorted((a, b) => b.created - a.created || (a.order < b.order ? 1 : -1))
    .slice(0, RECENT_SHOWN)
}
