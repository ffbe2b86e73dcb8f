import '@moot/canvas/canvas.css'
import type { CanvasHandle, CanvasLabels, CanvasQuestion, Counted, NoteEditorProps } from '@moot/canvas'
import { BoardCanvas } from '@moot/canvas'
import type { BoardReading, Origin } from '@moot/board'
import { isFigure, visibleFigures, visibleNotes } from '@moot/board'
import { useEffect, useImperativeHandle, useMemo, useState, useSyncExternalStore } from 'react'
import { announce } from '../../parts/announce.ts'
import { CanvasFollow } from '../attention/CanvasFollow.tsx'
import { later } from '../../parts/later.tsx'
import { NoteEditor } from '../../parts/NoteEditor.tsx'
import { language, t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import '../../text/withCanvas.ts'
import { useUi } from '../../uiStore.ts'
import { originView, spaceOrigin } from '../boards/origins.ts'
import { useWanted } from '../boards/wanted.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './board.module.css'
import type { CanvasViewProps } from './CanvasLoader.tsx'
import { canvasPresence } from './canvasPresence.ts'
import { FigureEditor } from './FigureEditor.tsx'
import { useDrawing, useDrawStyle, useTool } from './drawing/drawingStore.ts'
import { useToolSaid } from './drawing/useToolSaid.ts'
import { figureName } from './figureWords.ts'
import { figureIdOf } from './chosen.ts'
import { firstWords } from './firstWords.ts'
import { addPictures } from './pictures/tray.ts'
import { openImport } from './import/openImport.ts'
import { useNewNotes, useScene } from './scene.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useNarrow } from './useNarrow.ts'
import { namesOf } from './writeAs.ts'

const WrittenAs = later(async () => (await import('./WrittenAs.tsx')).WrittenAs)

/** px that the bars at the bottom take, and the drawing bar above them. */
const BARS_PX = 88
const DRAWING_PX = 68

/** The canvas with its bars. */
export function CanvasView({ ref, confirm, onOpen, moreRef }: CanvasViewProps) {
  const { boardId, title, replica, reading, mayWrite, over, writeAs } = useScene()
  const { replica: workshop, workshopId, session, view } = useWorkshop()
  const { appearance, shortcuts } = useUi()
  const { color } = useNewNotes()
  const isNarrow = useNarrow()
  const isStill = useReducedMotion()
  const [handle, setHandle] = useState<CanvasHandle | null>(null)

  useEffect(() => {
    replica.wantCursors(true)
    return () => replica.wantCursors(false)
  }, [replica])
  useImperativeHandle(
    ref,
    () => ({
      focusItem: (key) => {
        const figure = figureIdOf(key)
        handle?.focusItem(
          figure === undefined ? { root: 'notes', id: key } : { root: 'drawings', id: figure },
        )
      },
    }),
    [handle],
  )
  useWanted(boardId, reading, handle !== null, ({ kind, id }) => {
    const region = reading.regions.get(id)
    if (kind === 'note') handle?.focusItem({ root: 'notes', id })
    else if (kind === 'drawing') handle?.focusItem({ root: 'drawings', id })
    else if (region !== undefined) handle?.showBox(region)
  })

  const presence = useMemo(() => canvasPresence(replica, workshop, boardId), [replica, workshop, boardId])
  const { role, slots, isOneRound } = originView(view)
  const origin = useMemo(
    () => (from: Origin, created: number) =>
      from.board === boardId ? '' : (spaceOrigin({ role, slots, isOneRound }, from, created) ?? ''),
    [boardId, role, slots, isOneRound],
  )
  const labels = useMemo(
    () => labelsOf(title || t('board.untitled'), replica.writer.board, origin, over),
    [title, replica, origin, over],
  )
  const isDrawing = useDrawing((now) => now.isOpen) && mayWrite
  const tool = useTool(handle)
  const drawStyle = useDrawStyle(tool)
  useToolSaid(tool)
  const insets = useMemo(
    () => ({ top: 8, right: 8, bottom: BARS_PX + (isDrawing ? DRAWING_PX : 0), left: 8 }),
    [isDrawing],
  )
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="moot-nonce"]')?.content
  const isEmpty = useMemo(
    () => visibleNotes(reading).length + visibleFigures(reading.drawings).length === 0,
    [reading],
  )

  return (
    <div className={styles['canvas']} data-drawing={isDrawing || undefined}>
      <BoardCanvas
        ref={setHandle}
        writer={replica.writer}
        undo={replica.undo}
        presence={presence}
        boardId={boardId}
        workshopId={workshopId}
        NoteEditor={EditorOnCanvas}
        FigureEditor={FigureEditor}
        drawStyle={drawStyle}
        pictureUrl={(upload, size) => session.pictures.url(upload, size)}
        onFiles={(files, at) => addPictures({ files, at, canvas: handle ?? undefined })}
        labels={labels}
        nonce={nonce}
        readOnly={!mayWrite}
        color={color}
        writeAs={() => namesOf(writeAs)}
        theme={appearance}
        locale={language}
        reducedMotion={isStill}
        letterKeys={shortcuts}
        insets={insets}
        onAsk={({ notes, figures, byOthers }: CanvasQuestion) => {
          const count = notes + figures
          const all = figures === 0 ? t('board.notes', { count }) : t('figures.count', { count })
          return confirm({
            title:
              figures === 0 ? t('board.removeTitle', { count }) : t('canvasFigures.removeTitle', { count }),
            body: t('board.removeOthers', { count: byOthers, notes: all }),
            action: figures === 0 ? t('board.removeDo', { count }) : t('canvasFigures.removeDo', { count }),
            isDangerous: true,
          })
        }}
        onManyLines={openImport}
        onRefused={() => announce(t('canvasFigures.copiedLess'))}
      />
      {isEmpty ? (
        <div className={styles['emptyCanvas']} data-over-sections={reading.regions.size > 0 || undefined}>
          <p className={styles['emptyTitle']}>{t('board.empty')}</p>
          <p>
            {t(!mayWrite ? 'board.emptyReading' : isNarrow ? 'board.emptyCanvasTouch' : 'board.emptyCanvas')}
          </p>
        </div>
      ) : null}
      {handle === null ? null : (
        <>
          <CanvasFollow handle={handle} />
          {mayWrite ? <SelectionBar handle={handle} isNarrow={isNarrow} /> : null}
          <Toolbar handle={handle} isNarrow={isNarrow} onOpen={onOpen} moreRef={moreRef} />
        </>
      )}
    </div>
  )
}

/** The note editor of the whole app, as the canvas wants it. */
function EditorOnCanvas({ noteId, onDone, className }: NoteEditorProps) {
  const { replica, onWriting, hasWriteAs } = useScene()
  return (
    <>
      {hasWriteAs ? <WrittenAs noteId={noteId} /> : null}
      <NoteEditor
        noteId={noteId}
        writer={replica.writer}
        undo={replica.undo}
        label={t('board.editorLabel')}
        className={className}
        onWriting={onWriting}
        onDone={(next) => onDone(next === 'new' ? 'new' : 'close')}
      />
    </>
  )
}

type Counting = 'added' | 'removed' | 'selected'
const ofNotes = { added: 'saidAddedNowhere', removed: 'saidRemoved', selected: 'canvasSelected' } as const

/** A number of things in words: notes where there is nothing else among them. */
function counted(what: Counting, { notes, figures }: Counted): string {
  return figures === 0
    ? t(`board.${ofNotes[what]}`, { count: notes })
    : t(`canvasFigures.${what}`, { count: notes + figures })
}

function labelsOf(
  board: string,
  { drawings, notes, regions, themes }: BoardReading,
  origin: CanvasLabels['origin'],
  over: number,
): CanvasLabels {
  return {
    canvas: t('board.canvasName', { board }),
    help: t('board.canvasHelp'),
    origin,
    late: over === Number.POSITIVE_INFINITY ? undefined : { after: over, words: t('list.afterRound') },
    note: ({ words, place, total, section, theme, color, origin: from }) =>
      [
        t('board.canvasNote', {
          words: words.trim() === '' ? t('board.canvasEmptyNote') : firstWords(words),
          place,
          total,
        }),
        ...(section === null ? [] : [t('board.canvasInSection', { section })]),
        ...(theme === null ? [] : [t('board.canvasInTheme', { theme })]),
        t(`board.${color}`),
        ...(from === '' ? [] : [from]),
      ].join(', '),
    figure: ({ id, place, total, section }) => {
      const figure = drawings.get(id)
      if (figure === undefined || !isFigure(figure)) return ''
      const name = figureName({ drawings, notes, regions, themes }, figure)
      const said = t('canvasFigures.placed', { name, place, total })
      return section === null ? said : `${said}, ${t('board.canvasInSection', { section })}`
    },
    pictureLoading: t('figures.pictureLoading'),
    pictureMissing: t('figures.pictureMissing'),
    selected: (count) => counted('selected', count),
    writing: (name) => t('board.writing', { name }),
    added: (count) => counted('added', count),
    removed: (count) => counted('removed', count),
    erased: (count) => t('canvasFigures.erased', { count }),
    undone: t('board.saidUndone'),
    redone: t('board.saidRedone'),
    failed: t('board.canvasFailed'),
    again: t('board.canvasRetry'),
  }
}

const stillQuery = matchMedia('(prefers-reduced-motion: reduce)')

function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      stillQuery.addEventListener('change', listener)
      return () => stillQuery.removeEventListener('change', listener)
    },
    () => stillQuery.matches,
  )
}
