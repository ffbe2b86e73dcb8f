import type { NoteColor } from '@moot/board'
import { NOTE_TEXT_MAX, notesFromPaste, orderedRegions } from '@moot/board'
import type { ClipboardEvent, FormEvent, KeyboardEvent } from 'react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { growToFit } from '../../parts/growToFit.ts'
import { Menu, MenuChoice } from '../../parts/Menu.tsx'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { later } from '../../parts/later.tsx'
import { t } from '../../text/index.ts'
import { NewColor } from '../board/Colors.tsx'
import { sectionName } from '../board/basicActions.ts'
import { useNewNotes, useScene } from '../board/scene.ts'
import { namesOf } from '../board/writeAs.ts'
import { AddMore } from './AddMore.tsx'
import styles from './Composer.module.css'
import { draftOf, keepDraft } from './drafts.ts'
import type { ListActions } from './NoteItem.tsx'

const WritingAs = later(async () => (await import('../board/WritingAs.tsx')).WritingAs)

/** Pasting more lines than this asks first. */
const PASTE_ASKS_FROM = 50

/** Writes notes into one section: Enter adds and stays, Shift+Enter is a new line, several pasted lines are several notes. */
export function SectionComposer({ region }: { readonly region: string | null }) {
  const { replica } = useScene()
  const { color } = useNewNotes()
  const name = region === null ? undefined : sectionName(replica, region)
  return <Composer region={region} color={color} name={name} />
}

/** The one composer of a phone: a field, which section, which colour. */
export function PhoneComposer({ list }: { readonly list: ListActions }) {
  const { replica, boardId } = useScene()
  const { color } = useNewNotes()
  const regions = orderedRegions(replica.reading)
  const [chosen, setChosen] = useState<string | null>(() => draftOf(`${boardId}.section`) || null)
  const region =
    regions.find(({ id }) => id === chosen)?.id ?? (chosen === '' ? null : (regions[0]?.id ?? null))
  const name = sectionName(replica, region)
  return (
    <div className={styles['phone']}>
      <Composer region={region} color={color} name={regions.length === 0 ? undefined : name} isAlone />
      <div className={styles['choices']}>
        {regions.length === 0 ? null : (
          <Menu
            align="start"
            trigger={
              <Button className={styles['section'] ?? ''}>
                <span className={styles['cut']}>{t('list.inSection', { section: name })}</span>
                <span aria-hidden="true">▾</span>
              </Button>
            }
          >
            <MenuChoice
              label={t('list.sectionOfNew')}
              value={region ?? ''}
              options={[
                ...regions.map(({ id, title }) => ({ value: id, label: title })),
                { value: '', label: t('list.noSection') },
              ]}
              onChange={(value) => {
                setChosen(value)
                keepDraft(`${boardId}.section`, value)
              }}
            />
          </Menu>
        )}
        <NewColor isShort />
        <AddMore isQuiet={false} region={region} list={list} />
      </div>
    </div>
  )
}

function Composer({
  region,
  color,
  name,
  isAlone = false,
}: {
  readonly region: string | null
  readonly color: NoteColor
  /** The section's name, where there is one to tell apart. */
  readonly name: string | undefined
  /** The phone's: its draft does not belong to a section, and *Add* is always there. */
  readonly isAlone?: boolean
}) {
  const { boardId, actions, writeAs, hasWriteAs } = useScene()
  const { confirm, confirmDialog } = useConfirm()
  const key = isAlone ? boardId : `${boardId}.${region ?? ''}`
  const [words, setWords] = useState(() => draftOf(key))
  const [said, setSaid] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  useEffect(() => keepDraft(key, words), [key, words])
  useLayoutEffect(() => growToFit(field.current), [words])

  const make = (lines: readonly string[], source: 'typed' | 'pasted') => {
    actions.add(lines.map((text) => ({ text, color, region, source, ...namesOf(writeAs) })))
    if (source === 'pasted') {
      const count = lines.length
      setSaid(
        name === undefined
          ? t('board.saidAddedNowhere', { count })
          : t('board.saidAdded', { count, section: name }),
      )
    } else setSaid('')
  }

  const handleSubmit = (event?: FormEvent) => {
    event?.preventDefault()
    const text = words.trim()
    if (text !== '') {
      make([text], 'typed')
      setWords('')
    }
    field.current?.focus()
  }

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    handleSubmit()
  }

  const handlePaste = async (event: ClipboardEvent) => {
    const lines = notesFromPaste(event.clipboardData.getData('text/plain')).map((line) =>
      line.slice(0, NOTE_TEXT_MAX),
    )
    if (lines.length < 2) return
    event.preventDefault()
    const count = lines.length
    if (count >= PASTE_ASKS_FROM) {
      const yes = await confirm({
        title: t('board.pasteTitle', { count }),
        body: t('board.pasteBody', { count }),
        action: t('board.pasteDo', { count }),
      })
      if (!yes) return
    }
    make(lines, 'pasted')
  }

  const label = name === undefined ? t('list.writeNew') : t('list.writeIn', { section: name })
  return (
    <form className={classes(styles['composer'], isAlone && styles['alone'])} onSubmit={handleSubmit}>
      {hasWriteAs ? <WritingAs /> : null}
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={1}
        dir="auto"
        className={styles['field']}
        placeholder={t('list.write')}
        maxLength={NOTE_TEXT_MAX}
        value={words}
        enterKeyHint="send"
        data-composer={region ?? ''}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setSaid('')
        }}
        onKeyDown={handleKeyDown}
        onPaste={handlePaste}
      />
      {isAlone || words.trim() !== '' ? (
        <Button
          submits
          look={isAlone ? 'primary' : 'secondary'}
          aria-label={name === undefined ? t('list.add') : t('list.addTo', { section: name })}
        >
          {t('list.add')}
        </Button>
      ) : null}
      {said === '' ? null : <p className={styles['said']}>{said}</p>}
      {confirmDialog}
    </form>
  )
}
