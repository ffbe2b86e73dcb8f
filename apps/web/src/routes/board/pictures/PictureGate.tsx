import type { ComponentType } from 'react'
import { useEffect, useState } from 'react'
import { NotArrived } from '../../../parts/NotLoaded.tsx'
import { goToFigure } from '../../list/goToItem.ts'
import { useScene } from '../scene.ts'
import type { PictureWish } from './tray.ts'
import { addPictures, usePictureTray } from './tray.ts'

type DialogType = ComponentType<{ readonly wish: PictureWish; readonly onClose: () => void }>

/** Fields in which files mean nothing and words do. */
const FIELDS = 'input, textarea, [contenteditable="true"]'

/**
 * Where the board's screen takes in pictures: loads the dialog when the first is wanted, and hears files that are pasted
 * or dropped anywhere the canvas does not take them. A file dropped on a page that does not want it would replace it.
 */
export function PictureGate() {
  const { mayWrite } = useScene()
  const wish = usePictureTray((tray) => tray.wish)
  const [Dialog, setDialog] = useState<DialogType>()
  const [hasFailed, setHasFailed] = useState(false)
  const isWanted = wish !== undefined && mayWrite

  useEffect(() => {
    if (!isWanted) return
    let isHere = true
    import('./PicturesDialog.tsx').then(
      ({ PicturesDialog }) => isHere && setDialog(() => PicturesDialog),
      () => isHere && setHasFailed(true),
    )
    return () => {
      isHere = false
      setHasFailed(false)
    }
  }, [isWanted])
  // Another board has another dialog.
  useEffect(() => () => usePictureTray.setState({ wish: undefined }), [])
  useFilesFromOutside(mayWrite)

  if (!isWanted) return null
  if (Dialog === undefined) return hasFailed ? <NotArrived /> : null
  return <Dialog wish={wish} onClose={() => usePictureTray.setState({ wish: undefined })} />
}

/** To the last that was added, in the list. */
function goToLast(figureIds: readonly string[]): void {
  const last = figureIds.at(-1)
  if (last !== undefined) goToFigure(last)
}

function useFilesFromOutside(mayWrite: boolean): void {
  useEffect(() => {
    const handleOver = (event: DragEvent): void => {
      if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      if (!mayWrite) event.dataTransfer.dropEffect = 'none'
    }
    const handleDrop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (event.defaultPrevented || files.length === 0) return
      event.preventDefault()
      if (mayWrite) addPictures({ files, onAdded: goToLast })
    }
    const handlePaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (event.defaultPrevented || !mayWrite || files.length === 0) return
      // Office programs put a picture of the words beside the words themselves.
      const hasWords = event.clipboardData?.types.includes('text/plain') === true
      if (hasWords && event.target instanceof Element && event.target.closest(FIELDS) !== null) return
      event.preventDefault()
      addPictures({ files, onAdded: goToLast })
    }
    document.addEventListener('dragover', handleOver)
    document.addEventListener('drop', handleDrop)
    document.addEventListener('paste', handlePaste)
    return () => {
      document.removeEventListener('dragover', handleOver)
      document.removeEventListener('drop', handleDrop)
      document.removeEventListener('paste', handlePaste)
    }
  }, [mayWrite])
}
