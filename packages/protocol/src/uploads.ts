/** Pictures as they are sent: what is taken in, and what comes back. */
import * as z from 'zod/mini'

/** Largest picture that is taken in, in bytes. */
export const UPLOAD_BYTES_MAX = 5_000_000
/** Longest side of a picture as it is kept, in px; what is larger is made smaller. */
export const UPLOAD_SIDE_MAX = 2_400
/** Longest side of a picture's small form, in px. */
export const UPLOAD_SMALL_MAX = 512

/** `POST /api/workshops/:id/uploads`, whose body is the picture itself: its id, and its size in px as it is kept. */
export const uploadResponse = z.object({ upload: z.string(), width: z.number(), height: z.number() })
export type UploadResponse = z.infer<typeof uploadResponse>

/** Kinds of pictures that are taken in, known by how they begin. */
export const PICTURE_KINDS = ['png', 'jpeg', 'webp', 'gif'] as const
export type PictureKind = (typeof PICTURE_KINDS)[number]
/** What else is known by sight, so that a refusal can say the way out. */
export type OtherKind = 'svg' | 'pdf' | 'heic' | 'other'

/** So far into a file something is looked for that need not be its first byte. */
const LOOK_BYTES = 4_096

/** The kind of picture that bytes begin like, whatever they are called, or what they are instead. */
export function pictureKind(bytes: Uint8Array): PictureKind | OtherKind {
  const head = String.fromCharCode(...bytes.subarray(0, LOOK_BYTES))
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif'
  if (head.startsWith('RIFF') && head.startsWith('WEBPVP8', 8)) return 'webp'
  if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(head.slice(8, 12)) && head.startsWith('ftyp', 4))
    return 'heic'
  if (head.slice(0, 1_024).includes('%PDF-')) return 'pdf'
  // Whatever its letters are made of: one byte, two, or two the other way round.
  return /<(?:\w{1,40}:)?svg[\s>/]/i.test(head.replaceAll('\0', '')) ? 'svg' : 'other'
}
