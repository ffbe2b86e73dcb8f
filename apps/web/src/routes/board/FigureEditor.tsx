import type { FigureEditorProps } from '@moot/canvas'
import { LABEL_MAX, wordsOf } from '@moot/board'
import { useEffect, useMemo } from 'react'
import { WordsEditor } from '../../parts/WordsEditor.tsx'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import { useScene } from './scene.ts'

/** The words of one figure for typing in, as the canvas wants it. The canvas takes away a text box left without any. */
export function FigureEditor({ figureId, className, onDone }: FigureEditorProps) {
  const { replica, onWriting } = useScene()
  const { writer, undo } = replica
  const words = useMemo(() => wordsOf(writer.board.doc, 'drawings', figureId), [writer, figureId])
  useEffect(() => {
    onWriting(figureId)
    return () => onWriting(null)
  }, [figureId, onWriting])
  if (words === undefined) return null
  const kind = writer.board.drawings.get(figureId)?.kind
  return (
    <WordsEditor
      words={words}
      origin={writer.origin}
      undo={undo}
      aria-label={labelOf(kind)}
      placeholder={kind === 'picture' ? t('figures.describeHint') : undefined}
      maxLength={LABEL_MAX}
      enterKeyHint="done"
      className={className}
      onDone={onDone}
    />
  )
}

function labelOf(kind: string | undefined): string {
  switch (kind) {
    case 'picture':
      return t('figures.description')
    case 'arrow':
      return t('figures.wordsOnArrow')
    case 'shape':
      return t('figures.wordsInShape')
    default:
      return t('figures.wordsOfText')
  }
}
