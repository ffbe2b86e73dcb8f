/** Pictures that somebody wants to add, on their way from a menu, a paste or a drop to the dialog that asks about them. */
import type { Point } from '@moot/board'
import type { CanvasHandle } from '@moot/canvas'
import { create } from 'zustand'

/** Files to be added, and where. */
export interface PictureWish {
  readonly files: readonly File[]
  /** Where they were dropped, in canvas px; left out, where there is room. */
  readonly at?: Point | undefined
  /** The section they are for; left out, the one they come to lie in. */
  readonly region?: string | null | undefined
  /** The canvas, where that is what is looked at. */
  readonly canvas?: CanvasHandle | undefined
  /** Called with what was added, once the dialog is gone. */
  readonly onAdded?: ((figureIds: readonly string[]) => void) | undefined
}

/** What the dialog is open for, if it is. */
export const usePictureTray = create<{ readonly wish: PictureWish | undefined }>()(() => ({
  wish: undefined,
}))

/** Opens the dialog for files that are there already. Does nothing without any. */
export function addPictures(wish: PictureWish): void {
  if (wish.files.length > 0) usePictureTray.setState({ wish })
}

/**
 * Lets somebody choose files, then opens the dialog for them. To be called from the press itself: browsers open their
 * chooser for nothing else.
 */
export function choosePictures(where: Omit<PictureWish, 'files'>): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  // No HEIC: phones then hand over their photos as JPEG.
  input.accept = 'image/png,image/jpeg,image/webp,image/gif'
  input.hidden = true
  input.addEventListener('change', () => {
    input.remove()
    addPictures({ ...where, files: [...(input.files ?? [])] })
  })
  input.addEventListener('cancel', () => input.remove())
  // Some browsers let go of an input that is on no page while their chooser is open.
  document.body.append(input)
  input.click()
}
