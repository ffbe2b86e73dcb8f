import { BOARD_TITLE_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Field } from '../../parts/Field.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoards.ts'
import type { ListedBoard } from './boardList.ts'
import { boardName } from './boardList.ts'
import styles from './boards.module.css'
import { Thumbnail } from './Thumbnail.tsx'

/** What can be done to a board from its card; each answers with a sentence where it was refused. */
export interface CardActions {
  readonly go: (board: ListedBoard) => void
  readonly rename: (board: ListedBoard, title: string) => Promise<string | undefined>
  readonly move: (board: ListedBoard, by: -1 | 1) => void
  readonly copy: (board: ListedBoard) => void
  readonly remove: (board: ListedBoard) => void
  readonly copyLink: (board: ListedBoard) => void
}

/** One board among all: its picture, its name, who is there, and what can be done with it. */
export function BoardCard({
  board,
  place,
  total,
  people,
  isHere,
  mayChange,
  actions,
}: {
  readonly board: ListedBoard
  /** From 0. */
  readonly place: number
  readonly total: number
  readonly people: number
  readonly isHere: boolean
  readonly mayChange: boolean
  readonly actions: CardActions
}) {
  const [isRenaming, setIsRenaming] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const name = boardName(board)
  const back = useCallback(() => {
    // At once, so that the button is there for the focus.
    flushSync(() => setIsRenaming(false))
    more.current?.focus()
  }, [])
  return (
    <li className={styles['card']} data-board={board.id} data-here={isHere || undefined}>
      <button
        type="button"
        className={styles['go']}
        aria-current={isHere ? 'page' : undefined}
        aria-label={[
          t('boards.go', { board: name }),
          t('boards.place', { place: place + 1, total }),
          ...(isHere ? [t('boards.here')] : []),
          ...(people === 0 ? [] : [t('boards.people', { count: people })]),
        ].join(', ')}
        onClick={() => actions.go(board)}
      >
        <Thumbnail board={board} />
      </button>
      {isRenaming ? (
        <Renaming board={board} onRename={actions.rename} onDone={back} />
      ) : (
        <div className={styles['under']}>
          <span aria-hidden="true" className={styles['cardName']} dir="auto" title={name}>
            {name}
          </span>
          <Menu
            trigger={
              <Button
                ref={more}
                look="quiet"
                size="small"
                className={styles['more'] ?? ''}
                aria-label={t('boards.more', { board: name })}
              >
                <span aria-hidden="true">···</span>
              </Button>
            }
          >
            {mayChange ? (
              <>
                <MenuItem onSelect={() => afterMenu(() => setIsRenaming(true))}>
                  {t('boards.rename')}
                </MenuItem>
                <MenuItem disabled={place === 0} onSelect={() => actions.move(board, -1)}>
                  {t('boards.earlier')}
                </MenuItem>
                <MenuItem disabled={place === total - 1} onSelect={() => actions.move(board, 1)}>
                  {t('boards.later')}
                </MenuItem>
                <MenuItem onSelect={() => actions.copy(board)}>{t('boards.copy')}</MenuItem>
              </>
            ) : null}
            <MenuItem onSelect={() => afterMenu(() => actions.copyLink(board))}>
              {t('boards.copyLink')}
            </MenuItem>
            {mayChange ? (
              <>
                <MenuSeparator />
                <MenuItem
                  isDangerous
                  disabled={total === 1}
                  onSelect={() => afterMenu(() => actions.remove(board))}
                >
                  {t('boards.remove')}
                </MenuItem>
              </>
            ) : null}
          </Menu>
        </div>
      )}
      {!isHere && people === 0 ? null : (
        <p aria-hidden="true" className={styles['facts']}>
          {isHere ? <Chip tone="accent">{t('boards.here')}</Chip> : null}
          {people === 0 || (isHere && people === 1) ? null : (
            <span className={styles['aside']}>{t('boards.peopleThere', { count: people })}</span>
          )}
        </p>
      )}
    </li>
  )
}

function Renaming({
  board,
  onRename,
  onDone,
}: {
  readonly board: ListedBoard
  readonly onRename: CardActions['rename']
  readonly onDone: () => void
}) {
  const [title, setTitle] = useState(board.title)
  const [error, setError] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  // Escape ends the renaming, not the dialog, which listens at the document and would take it first.
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopImmediatePropagation()
      onDone()
    }
    addEventListener('keydown', handle, { capture: true })
    return () => removeEventListener('keydown', handle, { capture: true })
  }, [onDone])
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const refusal = title.trim() === board.title ? undefined : await onRename(board, title)
    setIsBusy(false)
    setError(refusal)
    if (refusal === undefined) onDone()
  }
  return (
    <form className={styles['renaming']} onSubmit={handleSubmit} noValidate>
      <Field
        label={t('boards.renameLabel')}
        hideLabel
        value={title}
        maxLength={BOARD_TITLE_MAX}
        autoFocus
        dir="auto"
        {...(error === undefined ? {} : { error })}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button submits busy={isBusy} size="small">
        {t('boards.renameDo')}
      </Button>
      <Button look="quiet" size="small" onClick={onDone}>
        {t('parts.cancel')}
      </Button>
    </form>
  )
}
