/** Which of some files can be added as pictures, and why the others cannot. */
import type { PictureKind } from '@moot/protocol'
import { tIfKnown } from '../../../text/index.ts'
import type { Unfit } from './preparePicture.ts'
import { isFit, judgeFile } from './preparePicture.ts'

/** A file that can be sent, and what it is. */
export interface FitFile {
  readonly file: File
  readonly kind: PictureKind
}
/** Files in two heaps, each in its order. */
export interface SortedFiles {
  readonly fit: readonly FitFile[]
  readonly unfit: readonly { readonly name: string; readonly why: Unfit }[]
}

/** Looks at the content of each. */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const fit: FitFile[] = []
  const unfit: { readonly name: string; readonly why: Unfit }[] = []
  for (const file of files) {
    const kind = await judgeFile(file)
    if (isFit(kind)) fit.push({ file, kind })
    else unfit.push({ name: file.name, why: kind })
  }
  return { fit, unfit }
}

/** Why a file is not taken, here or by the server: its code as a sentence. */
export function whyText(code: string, otherwise = ''): string {
  return tIfKnown(`pictures.why_${code === 'other' ? 'not_a_picture' : code}`) ?? otherwise
}
