/** What bytes are by their beginning, whatever they are called. */

/** Kinds of pictures that are taken in. */
export const PICTURE_KINDS = ['png', 'jpeg', 'webp', 'gif'] as const
export type PictureKind = (typeof PICTURE_KINDS)[number]

/** What else is known by sight, so that the refusal can say the way out. */
export type OtherKind = 'svg' | 'pdf' | 'heic' | 'other'

/** So far into a file something is looked for that need not be its first byte. */
const LOOK_BYTES = 4_096

/** The kind of picture that the bytes begin like, or what they are instead. The decoder has the last word. */
export function kindOf(bytes: Uint8Array): PictureKind | OtherKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOK_BYTES))
  const has = (text: string, at = 0): boolean => head.toString('latin1', at, at + text.length) === text
  if (has('\x89PNG\r\n\x1a\n')) return 'png'
  if (has('\xff\xd8\xff')) return 'jpeg'
  if (has('GIF87a') || has('GIF89a')) return 'gif'
  if (has('RIFF') && has('WEBPVP8', 8)) return 'webp'
  if (has('ftyp', 4) && /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(head.toString('latin1', 8, 12)))
    return 'heic'
  if (head.subarray(0, 1_024).includes('%PDF-')) return 'pdf'
  // Whatever the letters are made of: one byte, two, or two the other way round.
  const letters = head.toString('latin1').replaceAll('\0', '')
  return /<(?:\w{1,40}:)?svg[\s>/]/i.test(letters) ? 'svg' : 'other'
}
