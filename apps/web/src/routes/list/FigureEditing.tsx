import type { Figure } from '@moot/board'
import { LABEL_MAX, removeFigures, wordsOf } from '@moot/board'
import { useEffect } from 'react'
import { WordsEditor } from '../../parts/WordsEditor.tsx'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import { figureKey } from '../board/chosen.ts'
import { useScene } from '../board/scene.ts'
import item from './NoteItem.module.css'
import type { ListActions } from './NoteItem.tsx'
import { focusControl } from './NoteItem.tsx'

/** The words of a figure, for typing in. A text left without words goes out of sight, as a note does. */
export function FigureEditing({ figure, list }: { readonly figure: Figure; readonly list: ListActions }) {
  const { replica } = useScene()
  const { writer, undo } = replica
  const { id, kind } = figure
  useEffect(
    () => () => {
      const now = writer.board.drawings.get(id)
      if (now?.kind === 'text' && now.text.trim() === '') removeFigures(writer, [id], 'empty')
    },
    [writer, id],
  )
  const words = wordsOf(writer.board.doc, 'drawings', id)
  if (words === undefined) return null
  return (
    <WordsEditor
      grows
      words={words}
      origin={writer.origin}
      undo={undo}
      maxLength={LABEL_MAX}
      enterKeyHint="done"
      aria-label={labelOf(kind)}
      placeholder={kind === 'picture' ? t('figures.describeHint') : undefined}
      className={item['editor']}
      onDone={(end) => {
        list.edit(null)
        if (end !== 'blur') focusControl(figureKey(id), 'data-edit')
      }}
    />
  )
}

function labelOf(kind: Figure['kind']): string {
  switch (kind) {
    case 'picture':
      return t('figures.description')
    case 'arrow':
      return t('figures.wordsOnArrow')
    case 'shape':
      return t('figures.wordsInShape')
    case 'text':
    case 'ink':
      return t('figures.wordsOfText')
    default:
      return kind satisfies never
  }
}
