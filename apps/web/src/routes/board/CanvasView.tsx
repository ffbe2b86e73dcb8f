import '@moot/canvas/canvas.css'
import type { CanvasHandle, CanvasLabels, CanvasQuestion, CanvasRefusal, NoteEditorProps } from '@moot/canvas'
import { BoardCanvas } from '@moot/canvas'
import { visibleNotes } from '@moot/board'
import { useEffect, useImperativeHandle, useMemo, useState, useSyncExternalStore } from 'react'
import { announce } from '../../parts/announce.ts'
import { NoteEditor } from '../../parts/NoteEditor.tsx'
import { language, t } from '../../text/index.ts'
import { useUi } from '../../uiStore.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './board.module.css'
import type { CanvasViewProps } from './CanvasLoader.tsx'
import { canvasPresence } from './canvasPresence.ts'
import { firstWords } from './firstWords.ts'
import { useNewNotes, useScene } from './scene.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useNarrow } from './useNarrow.ts'

/** px that the bars at the bottom take. */
const BARS_PX = 88

/** The canvas with its bars. */
export function CanvasView({ ref, confirm, onOpen, moreRef }: CanvasViewProps) {
  const { boardId, title, replica, reading, mayWrite } = useScene()
  const { replica: workshop } = useWorkshop()
  const { appearance, shortcuts } = useUi()
  const { color } = useNewNotes()
  const isNarrow = useNarrow()
  const isStill = useReducedMotion()
  const [handle, setHandle] = useState<CanvasHandle | null>(null)

  useEffect(() => {
    replica.wantCursors(true)
    return () => replica.wantCursors(false)
  }, [replica])
  useImperativeHandle(ref, () => ({ focusNote: (noteId) => handle?.focusNote(noteId) }), [handle])

  const presence = useMemo(() => canvasPresence(replica, workshop, boardId), [replica, workshop, boardId])
  const labels = useMemo(() => labelsOf(title || t('board.untitled')), [title])
  const insets = useMemo(() => ({ top: 8, right: 8, bottom: BARS_PX, left: 8 }), [])
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="moot-nonce"]')?.content
  const isEmpty = useMemo(() => visibleNotes(reading).length === 0, [reading])

  return (
    <div className={styles['canvas']}>
      <BoardCanvas
        ref={setHandle}
        writer={replica.writer}
        undo={replica.undo}
        presence={presence}
        NoteEditor={EditorOnCanvas}
        labels={labels}
        nonce={nonce}
        readOnly={!mayWrite}
        color={color}
        theme={appearance}
        locale={language}
        reducedMotion={isStill}
        letterKeys={shortcuts}
        insets={insets}
        onAsk={({ notes, byOthers }: CanvasQuestion) =>
          confirm({
            title: t('board.removeTitle', { count: notes }),
            body: t('board.removeOthers', { count: byOthers, notes: t('board.notes', { count: notes }) }),
            action: t('board.removeDo', { count: notes }),
            isDangerous: true,
          })
        }
        onRefused={(what: CanvasRefusal) =>
          announce(t(what === 'files' ? 'board.refusedFiles' : 'board.refusedLines'))
        }
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
          {mayWrite ? <SelectionBar handle={handle} isNarrow={isNarrow} /> : null}
          <Toolbar handle={handle} isNarrow={isNarrow} onOpen={onOpen} moreRef={moreRef} />
        </>
      )}
    </div>
  )
}

/** The note editor of the whole app, as the canvas wants it. */
function EditorOnCanvas({ noteId, onDone, className }: NoteEditorProps) {
  const { replica, onWriting } = useScene()
  return (
    <NoteEditor
      noteId={noteId}
      writer={replica.writer}
      undo={replica.undo}
      label={t('board.editorLabel')}
      className={className}
      onWriting={onWriting}
      onDone={(next) => onDone(next === 'new' ? 'new' : 'close')}
    />
  )
}

function labelsOf(board: string): CanvasLabels {
  return {
    canvas: t('board.canvasName', { board }),
    help: t('board.canvasHelp'),
    note: ({ words, place, total, section, theme, color }) =>
      [
        t('board.canvasNote', {
          words: words.trim() === '' ? t('board.canvasEmptyNote') : firstWords(words),
          place,
          total,
        }),
        ...(section === null ? [] : [t('board.canvasInSection', { section })]),
        ...(theme === null ? [] : [t('board.canvasInTheme', { theme })]),
        t(`board.${color}`),
      ].join(', '),
    selected: (count) => t('board.canvasSelected', { count }),
    writing: (name) => t('board.writing', { name }),
    added: (count) => t('board.saidAddedNowhere', { count }),
    removed: (count) => t('board.saidRemoved', { count }),
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
