import type { DrawColor, NewFigure } from '@moot/board'
import { DRAW_COLORS, LABEL_MAX, TEXT_PX, TEXT_WIDTH } from '@moot/board'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Choice, TextArea } from '../../parts/Field.tsx'
import { useReturnFocus } from '../../parts/useReturnFocus.ts'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import { useActions } from '../board/noteActions.ts'
import { useScene } from '../board/scene.ts'
import styles from './list.module.css'
import { placeFor } from './placeFor.ts'

/** What is to be added, and under which section. */
export interface WordsWish {
  readonly kind: 'text' | 'rectangle' | 'ellipse'
  readonly region: string | null
}

/** Size of an outline that no hand has drawn, in canvas px. */
const OUTLINE = { w: 240, h: 120 }

const TITLES = {
  text: 'figures.newText',
  rectangle: 'figures.newRectangle',
  ellipse: 'figures.newEllipse',
} as const

/** Asks for the words of a text or an outline, and puts it where there is room. */
export function AddWordsDialog({
  wish: { kind, region },
  onAdded,
  onClose,
}: {
  readonly wish: WordsWish
  readonly onAdded: (figureId: string) => void
  readonly onClose: () => void
}) {
  const { reading } = useScene()
  const actions = useActions()
  const [words, setWords] = useState('')
  const [color, setColor] = useState<DrawColor>('ink')
  const [error, setError] = useState<string>()
  const returnFocusTo = useReturnFocus()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const text = words.trim()
    if (kind === 'text' && text === '') {
      setError(t('figures.textMissing'))
      return
    }
    const style = { color, region, text }
    const fresh: NewFigure =
      kind === 'text'
        ? { ...style, kind, at: placeFor(reading, region, TEXT_WIDTH, 2 * TEXT_PX.m), w: TEXT_WIDTH }
        : { ...style, kind: 'shape', form: kind, box: placeFor(reading, region, OUTLINE.w, OUTLINE.h) }
    const id = actions.addFigure(fresh)
    onClose()
    if (id !== undefined) onAdded(id)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(TITLES[kind])}
      returnFocusTo={returnFocusTo}
    >
      <form className={styles['dialogForm']} onSubmit={handleSubmit}>
        <TextArea
          label={t(kind === 'text' ? 'figures.wordsOfText' : 'figures.wordsInShape')}
          hint={kind === 'text' ? t('figures.newTextHint') : undefined}
          optional={kind !== 'text'}
          error={error}
          value={words}
          maxLength={LABEL_MAX}
          dir="auto"
          autoFocus
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Choice
          label={t('board.color')}
          value={color}
          onChange={(event) => {
            const chosen = DRAW_COLORS.find((each) => each === event.currentTarget.value)
            if (chosen !== undefined) setColor(chosen)
          }}
        >
          {DRAW_COLORS.map((each) => (
            <option key={each} value={each}>
              {t(`figures.${each}`)}
            </option>
          ))}
        </Choice>
        <DialogActions>
          <Button submits look="primary">
            {t('figures.addDo')}
          </Button>
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
