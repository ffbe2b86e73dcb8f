import type { Note, OutlineSection } from '@moot/board'
import { outline, visibleFigures, visibleNotes } from '@moot/board'
import type { Dispatch, ReactNode, SetStateAction } from 'react'
import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import type { UnseenKind } from '../board/changeLog.ts'
import { chosenOf, figureKey } from '../board/chosen.ts'
import { useScene } from '../board/scene.ts'
import { useNarrow } from '../board/useNarrow.ts'
import { useUnseen } from '../board/useWatch.ts'
import { AddMore } from './AddMore.tsx'
import type { WordsWish } from './AddWordsDialog.tsx'
import type { ArrowWish } from './ArrowDialog.tsx'
import { PhoneComposer, SectionComposer } from './Composer.tsx'
import { goToFigure } from './goToItem.ts'
import { AddWordsDialog, ArrowDialog, BackdropPart, FigureGroup } from './lateFigures.ts'
import { SelectBar, NewTheme } from './lateMenus.ts'
import { later } from '../../parts/later.tsx'
import styles from './list.module.css'
import type { ThemeWish } from './NewTheme.tsx'
import type { ListActions } from './NoteItem.tsx'
import { NoteItem } from './NoteItem.tsx'
import { SectionHead } from './SectionHead.tsx'
import { ThemePart } from './ThemePart.tsx'
import { useKeptFocus } from './useKeptFocus.ts'
import { useKeptPlace } from './useKeptPlace.ts'

const Scribe = later(async () => (await import('./Scribe.tsx')).Scribe)

const NOTHING: ReadonlySet<string> = new Set()

/**
 * The board as headings and lists: everything the canvas can do, by labelled controls, except drawing by hand. Loads nothing of the
 * canvas and asks for no cursors.
 *
 * @param jumpedTo - the note that *What changed* went to last; it keeps its mark until the next one
 */
export function ListView({
  ticked,
  onTicked,
  jumpedTo,
  tools,
  foot,
}: {
  /** Keys of notes and drawings that are ticked; `undefined` while nobody is selecting. */
  readonly ticked: ReadonlySet<string> | undefined
  readonly onTicked: Dispatch<SetStateAction<ReadonlySet<string> | undefined>>
  readonly jumpedTo: { readonly id: string; readonly kind: UnseenKind } | undefined
  /** Stands under the composer of a phone. */
  readonly tools: ReactNode
  /** Stays at the bottom of the window. */
  readonly foot: ReactNode
}) {
  const scene = useScene()
  const { replica, reading, mayWrite, people, me, watch, over, writeAs } = scene
  const isNarrow = useNarrow()
  const root = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [wish, setWish] = useState<ThemeWish>()
  const [wordsWish, setWordsWish] = useState<WordsWish>()
  const [arrowWish, setArrowWish] = useState<ArrowWish>()
  const unseen = useUnseen(watch)
  const marks = useMemo(
    () => (jumpedTo === undefined ? unseen : new Map(unseen).set(jumpedTo.id, jumpedTo.kind)),
    [unseen, jumpedTo],
  )

  useEffect(() => replica.wantCursors(false), [replica])
  useKeptFocus(root, reading)
  useKeptPlace(root, scene.boardId)

  const sections = useMemo(() => outline(reading), [reading])
  const there = useMemo(
    () =>
      new Set([
        ...visibleNotes(reading).map(({ id }) => id),
        ...visibleFigures(reading.drawings).map(({ id }) => figureKey(id)),
      ]),
    [reading],
  )
  const backdrops = useMemo(
    () =>
      [...reading.drawings.values()].flatMap((each) =>
        each.kind === 'backdrop' && each.gone === null ? [each] : [],
      ),
    [reading],
  )
  const isSelecting = ticked !== undefined
  const chosen = useMemo(() => chosenOf(reading, ticked ?? NOTHING), [ticked, reading])
  const writing = useMemo(() => writersByNote(people, me), [people, me])

  const list = useMemo<ListActions>(
    () => ({
      edit: setEditing,
      select: (id, isSelected) =>
        onTicked((before) => {
          const next = new Set(before)
          if (isSelected) next.add(id)
          else next.delete(id)
          return next
        }),
      newTheme: (ids) => setWish({ ids }),
      addWords: setWordsWish,
      arrow: setArrowWish,
    }),
    [onTicked],
  )

  const notesOf = (notes: readonly Note[]) => (
    <ul className={styles['notes']}>
      {notes.map((note, index) => (
        <NoteItem
          key={note.id}
          note={note}
          mayWrite={mayWrite}
          isEditing={mayWrite && editing === note.id}
          isSelecting={isSelecting}
          isSelected={ticked?.has(note.id) ?? false}
          isFirst={index === 0}
          isLast={index === notes.length - 1}
          writing={writing.get(note.id) ?? ''}
          mark={marks.get(note.id)}
          isAfterRound={note.created > over}
          list={list}
        />
      ))}
    </ul>
  )

  const isOnly = sections.length === 1
  const isScribe = mayWrite && !isSelecting && writeAs.kind === 'room'
  const hasComposers = mayWrite && !isNarrow && !isSelecting && !isScribe
  const sectionOf = (section: OutlineSection) => {
    const { region, themes, others, figures } = section
    const count = others.length + themes.reduce((sum, { notes }) => sum + notes.length, 0)
    const level = region === null && isOnly ? 'h2' : 'h3'
    const Others = level
    return (
      <section key={region?.id ?? ''} data-section={region?.id ?? ''} className={styles['section']}>
        <SectionHead region={region} count={count} isOnly={isOnly} />
        {hasComposers ? <SectionComposer region={region?.id ?? null} /> : null}
        {themes.map((each, index) => (
          <ThemePart
            key={each.theme.id}
            outline={each}
            isFirst={index === 0}
            isLast={index === themes.length - 1}
            level={level}
          >
            {notesOf(each.notes)}
          </ThemePart>
        ))}
        {others.length === 0 ? null : (
          <Fragment>
            {themes.length === 0 ? null : (
              <Others className={styles['themeTitle']} tabIndex={-1}>
                {t('list.noThemeYet')}{' '}
                <span className={styles['count']}>{t('list.notes', { count: others.length })}</span>
              </Others>
            )}
            {notesOf(others)}
          </Fragment>
        )}
        {count + figures.length === 0 && !isOnly && !hasComposers ? (
          <p className={styles['quiet']}>{t('list.none')}</p>
        ) : null}
        {figures.length === 0 ? null : (
          <FigureGroup
            figures={figures}
            section={region?.id ?? ''}
            level={level}
            editing={editing}
            ticked={ticked}
            marks={marks}
            actions={list}
          />
        )}
        {hasComposers ? (
          <div className={styles['addTools']}>
            {count > 1 ? (
              <Button
                look="quiet"
                size="small"
                aria-label={
                  region === null ? t('list.addTheme') : t('list.addThemeTo', { section: region.title })
                }
                onClick={() => setWish({ ids: [], region: region?.id ?? null })}
              >
                {t('list.addTheme')}
              </Button>
            ) : null}
            <AddMore isQuiet region={region?.id ?? null} list={list} />
          </div>
        ) : null}
      </section>
    )
  }

  return (
    <div ref={root} className={styles['list']}>
      {isScribe ? <Scribe /> : null}
      {mayWrite && isNarrow && !isSelecting && !isScribe ? <PhoneComposer list={list} /> : null}
      {tools}
      {backdrops.map((backdrop) => (
        <BackdropPart key={backdrop.id} backdrop={backdrop} />
      ))}
      {there.size === 0 ? (
        <div className={styles['empty']}>
          <p className={styles['emptyTitle']}>{t('board.empty')}</p>
          <p>{t(mayWrite ? 'board.emptyList' : 'board.emptyReading')}</p>
        </div>
      ) : null}
      {sections.map(sectionOf)}
      {isSelecting ? (
        <SelectBar
          chosen={chosen}
          onAll={() => onTicked(there)}
          onNone={() => onTicked(NOTHING)}
          onNewTheme={() => setWish({ ids: chosen.notes })}
          onDone={() => onTicked(undefined)}
        />
      ) : null}
      {isSelecting ? null : foot}
      {wish === undefined ? null : <NewTheme wish={wish} onClose={() => setWish(undefined)} />}
      {wordsWish === undefined ? null : (
        <AddWordsDialog wish={wordsWish} onAdded={goToFigure} onClose={() => setWordsWish(undefined)} />
      )}
      {arrowWish === undefined ? null : (
        <ArrowDialog wish={arrowWish} onDone={goToFigure} onClose={() => setArrowWish(undefined)} />
      )}
    </div>
  )
}

/** Who else is writing in which note, in words. */
function writersByNote(
  people: ReturnType<typeof useScene>['people'],
  me: string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string[]>()
  for (const [person, { name, at }] of Object.entries(people)) {
    if (person === me || at?.note == null) continue
    names.set(at.note, [...(names.get(at.note) ?? []), name])
  }
  return new Map(
    [...names].map(([note, [first = '', ...others]]) => [
      note,
      others.length === 0
        ? t('list.writing', { name: first })
        : t('list.writingMany', { name: first, count: others.length }),
    ]),
  )
}
