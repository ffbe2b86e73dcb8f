import type { Note } from '@moot/board'
import type { MouseEvent } from 'react'
import { memo } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { NoteEditor } from '../../parts/NoteEditor.tsx'
import { t } from '../../text/index.ts'
import type { UnseenKind } from '../board/changeLog.ts'
import { later } from '../../parts/later.tsx'
import { firstWords } from '../board/firstWords.ts'
import { useScene } from '../board/scene.ts'
import styles from './NoteItem.module.css'
import type { WordsWish } from './AddWordsDialog.tsx'
import type { ArrowWish } from './ArrowDialog.tsx'
import { NoteMenuItems } from './lateMenus.ts'
import { NoteText } from './NoteText.tsx'

const CopiedFrom = later(async () => (await import('../boards/CopiedFrom.tsx')).CopiedFrom)

/**
 * What the list can be asked by one of its items. The same object all the time. A `key` is a note's id or that of
 * `figureKey`.
 */
export interface ListActions {
  readonly edit: (key: string | null) => void
  readonly select: (key: string, isSelected: boolean) => void
  readonly newTheme: (noteIds: readonly string[]) => void
  readonly addWords: (wish: WordsWish) => void
  readonly arrow: (wish: ArrowWish) => void
}

/** What one note in the list is given; plain values, so that a note that did not change is not drawn again. */
export interface NoteItemProps {
  readonly note: Note
  readonly mayWrite: boolean
  readonly isEditing: boolean
  readonly isSelecting: boolean
  readonly isSelected: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  /** “Sam is writing”, or ''. */
  readonly writing: string
  readonly mark: UnseenKind | undefined
  /** Written when its conversation was over. */
  readonly isAfterRound: boolean
  readonly list: ListActions
}

/** One note as a list item: its words first, then what can be done with it. */
export const NoteItem = memo(function NoteItem(props: NoteItemProps) {
  const { note, mayWrite, isEditing, isSelecting, isSelected, writing, mark, list } = props
  const words = firstWords(note.text)
  const handlePress = (event: MouseEvent) => {
    if (!mayWrite) return
    if (event.target instanceof Element && event.target.closest('a, details') !== null) return
    // Selecting words with the mouse is reading, not asking for the editor.
    if (getSelection()?.isCollapsed === false) return
    if (isSelecting) list.select(note.id, !isSelected)
    else list.edit(note.id)
  }
  return (
    <li className={styles['item']} data-item={note.id} data-note={note.id} data-mark={mark}>
      <div className={classes(styles['card'], isSelected && styles['selected'])} data-color={note.color}>
        {isSelecting ? (
          <label className={styles['tick']}>
            <input
              type="checkbox"
              checked={isSelected}
              aria-label={t('list.selectNote', { words })}
              onChange={(event) => list.select(note.id, event.currentTarget.checked)}
            />
          </label>
        ) : null}
        {isEditing ? (
          <Editing noteId={note.id} list={list} />
        ) : (
          // A press anywhere on the words opens them; the keyboard has the button beside them.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
          <div className={styles['body']} onClick={handlePress}>
            {mark === undefined ? null : (
              <Chip tone="accent" className={styles['mark'] ?? ''}>
                {t(mark === 'new' ? 'list.markNew' : 'list.markChanged')}
              </Chip>
            )}
            <p className={styles['words']} dir="auto">
              {note.text.trim() === '' ? (
                <span className={styles['aside']}>{t('list.emptyNote')}</span>
              ) : (
                <NoteText text={note.text} />
              )}
            </p>
            <span className="visually-hidden">{t('list.colorOf', { color: t(`board.${note.color}`) })}</span>
            <Facts note={note} writing={writing} isAfterRound={props.isAfterRound} />
          </div>
        )}
        {isEditing || !mayWrite || isSelecting ? null : (
          <div className={styles['controls']}>
            <Button
              look="quiet"
              size="small"
              className={styles['edit'] ?? ''}
              data-edit
              aria-label={t('list.editNamed', { words })}
              onClick={() => list.edit(note.id)}
            >
              {t('list.edit')}
            </Button>
            <Menu
              trigger={
                <Button
                  look="quiet"
                  size="small"
                  className={styles['more'] ?? ''}
                  data-more
                  aria-label={t('list.moreFor', { words })}
                >
                  <span aria-hidden="true">···</span>
                </Button>
              }
            >
              <NoteMenuItems {...props} />
            </Menu>
          </div>
        )}
      </div>
    </li>
  )
})

function Facts({ note, writing, isAfterRound }: Pick<NoteItemProps, 'note' | 'writing' | 'isAfterRound'>) {
  const isChanged = note.original !== null && note.original !== note.text
  if (!isChanged && writing === '' && note.from === null && !isAfterRound) return null
  return (
    <div className={styles['facts']}>
      {writing === '' ? null : <Chip>{writing}</Chip>}
      {isAfterRound ? <span className={styles['after']}>{t('list.afterRound')}</span> : null}
      {note.from === null ? null : <CopiedFrom item={note} kind="note" />}
      {isChanged ? (
        <details className={styles['original']}>
          <summary>{t('list.changedBySomeone')}</summary>
          <p>
            {t('list.originally')} <q dir="auto">{note.original}</q>
          </p>
        </details>
      ) : null}
    </div>
  )
}

function Editing({ noteId, list }: Pick<NoteItemProps, 'list'> & { readonly noteId: string }) {
  const { replica, onWriting } = useScene()
  return (
    <NoteEditor
      grows
      noteId={noteId}
      writer={replica.writer}
      undo={replica.undo}
      label={t('board.editorLabel')}
      className={styles['editor']}
      onWriting={onWriting}
      onDone={(next) => {
        list.edit(null)
        if (next !== 'away') focusControl(noteId, 'data-edit')
      }}
    />
  )
}

/** Focuses a control of an item once React has drawn it again. */
export function focusControl(key: string, control: 'data-edit' | 'data-more'): void {
  requestAnimationFrame(() => {
    const item = document.querySelector(`[data-item="${CSS.escape(key)}"]`)
    const button = item?.querySelector(`[${control}]`) ?? item?.querySelector('button')
    if (button instanceof HTMLElement) button.focus()
  })
}
