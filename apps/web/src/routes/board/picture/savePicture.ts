/** *Save picture*: the server draws the board, this browser keeps the file. */
import type { BoardPictureFile } from '@moot/client'
import { fetchBoardPicture } from '@moot/client'
import { downloadBlob } from '../../../parts/downloadText.ts'
import { t } from '../../../text/index.ts'
import '../../../text/withMenus.ts'
import { refusalText } from '../../../text/refusalText.ts'
import { toast } from '../../boards/toast.tsx'
import { fileName } from '../../writeup/fileName.ts'

/** The board, and who asks. */
export interface PictureToSave {
  readonly workshopId: string
  readonly secret: string
  readonly board: string
  readonly title: string
  readonly file: Extract<BoardPictureFile, 'picture.png' | 'picture.svg'>
}

/** Fetches a board's picture and offers it as a file; says what comes of it. */
export async function savePicture({ title, ...what }: PictureToSave): Promise<void> {
  toast({ words: t('boardPicture.drawing') })
  const picture = await fetchBoardPicture(what)
  if (!picture.ok) return toast({ words: t('boardPicture.notSaved', { why: refusalText(picture) }) })
  downloadBlob(fileName(title, what.file === 'picture.svg' ? 'svg' : 'png'), picture.value)
  toast({ words: t('boardPicture.saved') })
}
