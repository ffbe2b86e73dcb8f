/**
 * Draws uploaded pictures anew, in a process of its own: whatever a file does to the decoder, only that file is lost.
 * What goes out was made from pixels alone, so nothing that was in the file besides them can be in it.
 */
import { setPriority } from 'node:os'
import type { Sharp } from 'sharp'
import sharp from 'sharp'
import type { PictureKind } from '@moot/protocol'
import { UPLOAD_SIDE_MAX, UPLOAD_SMALL_MAX } from '@moot/protocol'
import type { DecodeReply, DecodeRequest } from './uploadMessages.ts'

/** Most pixels that are unpacked: what phones and scanners make, and 160 MB at worst. */
const PIXELS_MAX = 40_000_000
/** After this long the library gives up by itself, in seconds; the server ends the process soon after. */
const TIMEOUT_S = 10
/** A picture that can be seen through is made smaller rather than kept larger than this, in bytes. */
const KEPT_BYTES_MAX = 6_000_000
/** Behind the server and whoever waits for it: a picture may take a moment longer, a note may not. */
const NICE = 10

// Nothing but these four loaders: every other one is a way in for files that are no pictures of these kinds.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})
sharp.cache(false)
sharp.concurrency(1)
try {
  setPriority(NICE)
} catch {
  // Where the system does not allow it, it runs as it is.
}

process.on('disconnect', () => process.exit(0))
// The server alone has the other end of this channel.
process.on('message', (message) => void answer(message as DecodeRequest))

async function answer({ id, kind, bytes }: DecodeRequest): Promise<void> {
  const reply: DecodeReply = await redraw(kind, bytes).then(
    (picture) => ({ id, ok: true, picture }),
    (error: unknown) => ({ id, ok: false, ...refusalOf(error) }),
  )
  process.send?.(reply)
}

class TooManyPixels extends Error {}

function refusalOf(error: unknown): { readonly code: 'not_a_picture' | 'too_many_pixels' } {
  const isLarge =
    error instanceof TooManyPixels || (error instanceof Error && /exceeds pixel limit/.test(error.message))
  return { code: isLarge ? 'too_many_pixels' : 'not_a_picture' }
}

type Redrawn = Extract<DecodeReply, { readonly ok: true }>['picture']

async function redraw(kind: PictureKind, bytes: Uint8Array): Promise<Redrawn> {
  // Errors in the data refuse it, mere warnings do not: honest cameras cause those.
  const options = { failOn: 'error', limitInputPixels: PIXELS_MAX, pages: 1, sequentialRead: true } as const
  const head = await sharp(bytes, options).metadata()
  if (head.format !== kind) throw new Error('it is not what it begins like')
  if (head.width * head.height > PIXELS_MAX) throw new TooManyPixels()
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .resize({ ...within(UPLOAD_SIDE_MAX), withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .timeout({ seconds: TIMEOUT_S })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const pixels = (): Sharp => sharp(data, { raw: { width, height, channels } })

  if (!seeThrough(data, channels)) {
    // Colours as fine as the lines where it may be a drawing or a page; a photo does not need that.
    const chromaSubsampling = kind === 'png' || kind === 'gif' ? '4:4:4' : '4:2:0'
    const opaque = (): Sharp => pixels().removeAlpha()
    const full = await opaque().jpeg({ quality: 86, chromaSubsampling }).toBuffer()
    const small = await opaque().resize(small512()).jpeg({ quality: 80, chromaSubsampling }).toBuffer()
    return { type: 'image/jpeg', width, height, full, small }
  }
  const small = await pixels().resize(small512()).png().toBuffer()
  let made = await pixels().png().toBuffer({ resolveWithObject: true })
  for (const side of [1_600, 1_000, UPLOAD_SMALL_MAX]) {
    if (made.data.length <= KEPT_BYTES_MAX) break
    made = await pixels()
      .resize({ ...within(side), withoutEnlargement: true })
      .png()
      .toBuffer({ resolveWithObject: true })
  }
  return { type: 'image/png', width: made.info.width, height: made.info.height, full: made.data, small }
}

const within = (side: number) => ({ width: side, height: side, fit: 'inside' }) as const
const small512 = () => ({ ...within(UPLOAD_SMALL_MAX), withoutEnlargement: true })

/** Whether any pixel is not wholly opaque. */
function seeThrough(data: Uint8Array, channels: number): boolean {
  if (channels !== 4 && channels !== 2) return false
  for (let at = channels - 1; at < data.length; at += channels) if (data[at] !== 255) return true
  return false
}
