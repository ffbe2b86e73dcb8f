import type { ArrowEnd, BoardReading, Drawing, Figure, Note } from '@moot/board'
import type { MouseEvent } from 'react'
import { Fragment, memo } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import { endSeen } from '../board/arrowEnds.ts'
import type { UnseenKind } from '../board/changeLog.ts'
import { figureKey } from '../board/chosen.ts'
import { endName, figureName, hasWords, kindName } from '../board/figureWords.ts'
import styles from './Figure.module.css'
import { FigureEditing } from './FigureEditing.tsx'
import { FigureMenuItems } from './lateMenus.ts'
import { FigureSign } from './FigureMini.tsx'
import { goToItem } from './goToItem.ts'
import { ListPicture } from './ListPicture.tsx'
import type { ListActions } from './NoteItem.tsx'
import item from './NoteItem.module.css'
import { NoteText } from './NoteText.tsx'

/** What one figure in the list is given; values that stay the same while it does, so that it is not drawn again. */
export interface FigureItemProps {
  readonly figure: Figure
  /** The live board; always the same object. */
  readonly board: BoardReading
  /** What an arrow's ends stick to, only so that it is drawn again when those change. */
  readonly start: Note | Drawing | undefined
  readonly end: Note | Drawing | undefined
  readonly mayWrite: boolean
  readonly isEditing: boolean
  readonly isSelecting: boolean
  readonly isSelected: boolean
  readonly mark: UnseenKind | undefined
  readonly list: ListActions
}

/** One drawing, text, arrow or picture as a list item: what it is, its words, and what can be done with it. */
export const FigureItem = memo(function FigureItem(props: FigureItemProps) {
  const { figure, board, mayWrite, isEditing, isSelecting, isSelected, mark, list } = props
  const key = figureKey(figure.id)
  const name = figureName(board, figure)
  const canWrite = mayWrite && hasWords(figure)
  const handlePress = (event: MouseEvent) => {
    if (!mayWrite) return
    if (event.target instanceof Element && event.target.closest('a, button') !== null) return
    if (getSelection()?.isCollapsed === false) return
    if (isSelecting) list.select(key, !isSelected)
    else if (canWrite) list.edit(key)
  }
  return (
    <li className={item['item']} data-item={key} data-figure={figure.id} data-mark={mark}>
      <div className={classes(item['card'], styles['card'], isSelected && item['selected'])}>
        {isSelecting ? (
          <label className={item['tick']}>
            <input
              type="checkbox"
              checked={isSelected}
              aria-label={t('list.selectNote', { words: name })}
              onChange={(event) => list.select(key, event.currentTarget.checked)}
            />
          </label>
        ) : null}
        {figure.kind === 'picture' ? null : <FigureSign figure={figure} />}
        {isEditing ? (
          <div className={styles['editing']}>
            {figure.kind === 'picture' ? <ListPicture picture={figure} /> : null}
            <FigureEditing figure={figure} list={list} />
          </div>
        ) : (
          // A press anywhere on the words opens them; the keyboard has the button beside them.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
          <div className={classes(item['body'], !canWrite && styles['plain'])} onClick={handlePress}>
            {mark === undefined ? null : (
              <Chip tone="accent" className={item['mark'] ?? ''}>
                {t(mark === 'new' ? 'list.markNew' : 'list.markChanged')}
              </Chip>
            )}
            <Content
              figure={figure}
              board={board}
              canDescribe={canWrite && !isSelecting}
              onDescribe={() => list.edit(key)}
            />
          </div>
        )}
        {isEditing || !mayWrite || isSelecting ? null : (
          <div className={item['controls']}>
            {canWrite ? (
              <Button
                look="quiet"
                size="small"
                className={item['edit'] ?? ''}
                data-edit
                aria-label={t(figure.kind === 'picture' ? 'figures.describeNamed' : 'figures.editNamed', {
                  name,
                })}
                onClick={() => list.edit(key)}
              >
                {t(figure.kind === 'picture' ? 'figures.describe' : 'list.edit')}
              </Button>
            ) : null}
            <Menu
              trigger={
                <Button
                  look="quiet"
                  size="small"
                  className={item['more'] ?? ''}
                  data-more
                  aria-label={t('figures.moreFor', { name })}
                >
                  <span aria-hidden="true">···</span>
                </Button>
              }
            >
              <FigureMenuItems figures={[figure]} list={list} />
            </Menu>
          </div>
        )}
      </div>
    </li>
  )
})

/** What a figure says and shows. */
function Content({
  figure,
  board,
  canDescribe,
  onDescribe,
}: Pick<FigureItemProps, 'figure' | 'board'> & {
  readonly canDescribe: boolean
  readonly onDescribe: () => void
}) {
  if (figure.kind === 'ink')
    return (
      <p className={item['words']}>
        {t('figures.named', { kind: kindName(figure), words: t(`figures.${figure.color}`) })}
      </p>
    )
  const words = figure.text.trim()
  if (figure.kind === 'picture')
    return (
      <>
        <p className={styles['kind']}>{kindName(figure)}</p>
        <ListPicture picture={figure} />
        {words === '' ? (
          <p className={item['aside']}>
            <span aria-hidden="true">{t('figures.noDescription')}</span>
            {canDescribe ? (
              <>
                {' '}
                <button type="button" className={styles['link']} onClick={onDescribe}>
                  {t('figures.describePlease')}
                </button>
              </>
            ) : null}
          </p>
        ) : (
          // The picture itself says it to those who hear it.
          <p className={item['words']} dir="auto" aria-hidden="true">
            {figure.text}
          </p>
        )}
      </>
    )
  return (
    <>
      {figure.kind === 'arrow' ? (
        <p className={classes(item['words'], words !== '' && styles['kind'])}>
          <ArrowSentence board={board} start={figure.start} end={figure.end} />
        </p>
      ) : (
        <p className={words === '' ? item['words'] : styles['kind']}>{kindName(figure)}</p>
      )}
      {words === '' ? null : (
        <p className={item['words']} dir="auto">
          <NoteText text={figure.text} />
        </p>
      )}
      <span className="visually-hidden">{t(`figures.${figure.color}`)}</span>
    </>
  )
}

/** “Arrow from “A” to “B””, both ends leading there where they can be gone to. */
function ArrowSentence({
  board,
  start,
  end,
}: {
  readonly board: BoardReading
  readonly start: ArrowEnd
  readonly end: ArrowEnd
}) {
  // The places of the two ends in the sentence, whatever the language's order is.
  const parts = t('figures.arrowSentence', { from: '\u0001', to: '\u0002' }).split(/([\u0001\u0002])/)
  return parts.map((part, index) => (
    // Parts of one sentence have no other name than their place.
    <Fragment key={index}>
      {part === '\u0001' ? (
        <EndLink board={board} end={start} />
      ) : part === '\u0002' ? (
        <EndLink board={board} end={end} />
      ) : (
        part
      )}
    </Fragment>
  ))
}

function EndLink({ board, end }: { readonly board: BoardReading; readonly end: ArrowEnd }) {
  const name = endName(board, end)
  const seen = endSeen(board, end)
  if (seen.kind !== 'note' && seen.kind !== 'figure') return name
  const [key, theme] =
    seen.kind === 'note' ? [seen.note.id, seen.note.theme] : [figureKey(seen.figure.id), null]
  return (
    <button
      type="button"
      className={styles['link']}
      dir="auto"
      aria-label={t('figures.goTo', { name })}
      onClick={() => goToItem(key, theme)}
    >
      {name}
    </button>
  )
}
