import type { Backdrop } from '@moot/board'
import { LABEL_MAX, wordsOf } from '@moot/board'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { WordsEditor } from '../../parts/WordsEditor.tsx'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import { takeBackdrop } from '../board/pictures/pictureActions.ts'
import { useScene } from '../board/scene.ts'
import styles from './Figure.module.css'
import { ListPicture } from './ListPicture.tsx'
import item from './NoteItem.module.css'

/** The picture behind the whole board: seen and read by all, described and taken away by facilitators. */
export function BackdropPart({ backdrop }: { readonly backdrop: Backdrop }) {
  const { role, mayWrite, replica } = useScene()
  const [isEditing, setIsEditing] = useState(false)
  const words = isEditing ? wordsOf(replica.reading.doc, 'drawings', backdrop.id) : undefined
  const description = backdrop.text.trim()
  const canChange = role === 'facilitator' && mayWrite
  return (
    <section className={styles['backdrop']} aria-label={t('figures.backdrop')}>
      <p className={styles['kind']}>{t('figures.backdrop')}</p>
      <ListPicture picture={backdrop} />
      {words !== undefined ? (
        <WordsEditor
          grows
          words={words}
          origin={replica.writer.origin}
          undo={replica.undo}
          maxLength={LABEL_MAX}
          aria-label={t('figures.description')}
          placeholder={t('figures.describeHint')}
          className={styles['backdropField']}
          onDone={() => setIsEditing(false)}
        />
      ) : description === '' ? (
        <p className={item['aside']} aria-hidden="true">
          {t('figures.noDescription')}
        </p>
      ) : (
        <p className={item['words']} dir="auto" aria-hidden="true">
          {backdrop.text}
        </p>
      )}
      {canChange && !isEditing ? (
        <div className={styles['backdropTools']}>
          <Button
            look="quiet"
            size="small"
            aria-label={t('figures.describeNamed', { name: t('figures.backdrop') })}
            onClick={() => setIsEditing(true)}
          >
            {t('figures.describe')}
          </Button>
          <Button look="quiet" size="small" onClick={() => takeBackdrop(replica)}>
            {t('figures.backdropRemove')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
