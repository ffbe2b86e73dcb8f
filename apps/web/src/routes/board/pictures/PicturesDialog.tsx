import type { CanvasHandle } from '@moot/canvas'
import { useEffect, useState } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../../parts/Dialog.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { t } from '../../../text/index.ts'
import '../../../text/withPictures.ts'
import { OnePicture } from './OnePicture.tsx'
import styles from './pictures.module.css'
import type { SortedFiles } from './sortFiles.ts'
import { sortFiles, whyText } from './sortFiles.ts'
import type { PictureWish } from './tray.ts'
import { choosePictures } from './tray.ts'

/** Asks about each of the files, one after the other, and adds it; says which cannot be added and what to do instead. */
export function PicturesDialog({
  wish,
  onClose,
}: {
  readonly wish: PictureWish
  readonly onClose: () => void
}) {
  const [files, setFiles] = useState<SortedFiles>()
  const [index, setIndex] = useState(0)
  const [added, setAdded] = useState<readonly string[]>([])

  useEffect(() => {
    let isWanted = true
    void sortFiles(wish.files).then((sorted) => {
      if (!isWanted) return
      setIndex(0)
      setFiles(sorted)
    })
    return () => {
      isWanted = false
    }
  }, [wish])

  const close = (all: readonly string[]) => {
    onClose()
    // Once the dialog has given the focus back: the board takes it from there.
    requestAnimationFrame(() => {
      if (all.length === 0) wish.canvas?.focus()
      else if (wish.onAdded !== undefined) wish.onAdded(all)
      else if (wish.canvas !== undefined) showOn(wish.canvas, all)
    })
  }
  if (files === undefined) return null
  const { fit, unfit } = files
  const current = fit[index]
  const total = fit.length
  const next = (figure?: string) => {
    const all = figure === undefined ? added : [...added, figure]
    setAdded(all)
    if (index + 1 < total) setIndex(index + 1)
    else close(all)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : close(added))}
      title={total > 1 ? t('pictures.titleOf', { place: index + 1, total }) : t('pictures.title')}
    >
      {unfit.length === 0 || index > 0 ? null : (
        <Notice tone="attention" title={t('pictures.refusedTitle', { count: unfit.length })}>
          <ul className={styles['refused']}>
            {unfit.map(({ name, why }, place) => (
              // Two files may have one name, and the list never changes.
              <li key={place}>{t('pictures.refusedFile', { file: name, why: whyText(why) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {current === undefined ? (
        <DialogActions>
          <Button
            look="primary"
            onClick={() => {
              const { files: _, ...where } = wish
              choosePictures(where)
            }}
          >
            {t('pictures.chooseOther')}
          </Button>
          <Button onClick={() => close(added)}>{t('parts.close')}</Button>
        </DialogActions>
      ) : (
        <OnePicture
          key={index}
          picture={current}
          wish={wish}
          place={index}
          onAdded={next}
          onSkip={total > 1 ? () => next() : undefined}
        />
      )}
    </Dialog>
  )
}

/** What was added, selected and in view. */
function showOn(canvas: CanvasHandle, figures: readonly string[]): void {
  const [only] = figures
  if (only !== undefined && figures.length === 1) {
    canvas.focusItem({ root: 'drawings', id: only })
    return
  }
  canvas.select([], figures)
  canvas.fitBoard()
  canvas.focus()
}
