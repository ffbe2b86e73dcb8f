/** Makes a picture ready to be sent: looks at what it is, and makes a smaller copy of one that is large. */
import type { OtherKind, PictureKind } from '@moot/protocol'
import { PICTURE_KINDS, pictureKind, UPLOAD_BYTES_MAX, UPLOAD_SIDE_MAX } from '@moot/protocol'

/** A picture that can be sent. */
export interface PreparedPicture {
  readonly blob: Blob
  /** px of what is sent. */
  readonly width: number
  readonly height: number
  /** Whether it is a smaller copy. */
  readonly isScaled: boolean
  /** Whether it moves; only its first moment will be shown. */
  readonly isMoving: boolean
}

/** Why a file cannot be sent. */
export type Unfit = OtherKind | 'unreadable' | 'too_large' | 'too_many_pixels'

/** A larger file is not even opened, in bytes: a phone would run out of memory. */
const SOURCE_BYTES_MAX = 100_000_000
/** More pixels than a browser can be asked to unpack. */
const SOURCE_PIXELS_MAX = 120_000_000
/** A picture that is no larger than this goes as it is, in bytes: more takes too long over a poor line. */
const AS_IT_IS_MAX = 1_500_000
/** How good copies are, 0 to 1. */
const QUALITY = 0.86

/** What a file is by its content, or why it is not to be sent. */
export async function judgeFile(file: Blob): Promise<PictureKind | Unfit> {
  if (file.size > SOURCE_BYTES_MAX) return 'too_large'
  try {
    const head = new Uint8Array(await file.slice(0, 4_096).arrayBuffer())
    const kind = pictureKind(head)
    return kind === 'png' && pixelsOfPng(head) > SOURCE_PIXELS_MAX ? 'too_many_pixels' : kind
  } catch {
    return 'unreadable'
  }
}

/** Whether a judgement says that the file can be sent. */
export function isFit(judgement: PictureKind | Unfit): judgement is PictureKind {
  return PICTURE_KINDS.some((kind) => kind === judgement)
}

/** Makes a file of a fit kind ready. */
export async function preparePicture(file: Blob, kind: PictureKind): Promise<PreparedPicture | Unfit> {
  let bitmap: ImageBitmap
  try {
    // Turned as the camera was held.
    bitmap = await createImageBitmap(file)
  } catch {
    return 'unreadable'
  }
  try {
    const isMoving = await moves(file, kind)
    const { width, height } = bitmap
    const scale = Math.min(1, UPLOAD_SIDE_MAX / Math.max(width, height))
    if (scale === 1 && file.size <= AS_IT_IS_MAX)
      return { blob: file, width, height, isScaled: false, isMoving }
    const size = {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    }
    const copy = await redraw(bitmap, size.width, size.height, kind === 'jpeg')
    // A drawing may be smaller as it was.
    if (scale === 1 && file.size <= UPLOAD_BYTES_MAX && (copy === null || copy.size >= file.size))
      return { blob: file, width, height, isScaled: false, isMoving }
    if (copy === null) return 'unreadable'
    return copy.size > UPLOAD_BYTES_MAX ? 'too_large' : { blob: copy, ...size, isScaled: scale < 1, isMoving }
  } finally {
    bitmap.close()
  }
}

/** The picture at this size; `null` where the browser cannot. What may be seen through stays so. */
async function redraw(
  bitmap: ImageBitmap,
  width: number,
  height: number,
  isPhoto: boolean,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  const encode = (type: string, quality: number): Promise<Blob | null> =>
    new Promise((resolve) => canvas.toBlob(resolve, type, quality))
  if (isPhoto) return encode('image/jpeg', QUALITY)
  // A browser that cannot write WebP gives PNG.
  const clear = await encode('image/webp', 0.92)
  if (clear !== null && clear.size <= UPLOAD_BYTES_MAX) return clear
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  return encode('image/jpeg', QUALITY)
}

/** Whether it is one of several pictures after another, as far as its beginning says. */
async function moves(file: Blob, kind: PictureKind): Promise<boolean> {
  if (kind !== 'gif' && kind !== 'webp') return false
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, 4_096).arrayBuffer()))
  return head.includes('NETSCAPE2.0') || (kind === 'webp' && head.includes('ANIM'))
}

function pixelsOfPng(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return head.length < 24 ? 0 : view.getUint32(16) * view.getUint32(20)
}
