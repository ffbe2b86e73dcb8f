/**
 * Draws boards, in a process of its own: the drawing library is native code, which no thread can be stopped in. It keeps
 * pictures that it was given, so that the next drawing of the board needs nothing but its state.
 */
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { Resvg } from '@resvg/resvg-js'
import { readUpdate } from '@moot/board'
import type { PicturePlan } from '@moot/picture'
import { planPicture } from '@moot/picture'
import { EMOJI_FONT, OWN_FONTS, systemFonts, WORDS_FONT } from './pictureFonts.ts'
import type { DrawMessage, DrawReply, PictureFormat, PictureNeed } from './pictureMessages.ts'
import { Typeface } from './pictureTypeface.ts'

/** Longest side of a picture to keep, in px. */
const PICTURE_MAX = 4_000
/** Longest side of one that is read on paper or a screen, in px. */
const PAGE_MAX = 2_000
/** Longest side of a small one, in px. */
const THUMBNAIL_MAX = 400
/** What fits into this many px is taken from the small size of a picture. */
const SMALL_PX = 640
/** Pictures taken in full size for one drawing; the largest are. */
const FULL_MAX = 12
/** Pictures kept for the next drawing, in letters of their data: addresses. */
const KEPT_MAX = 48_000_000
/** Behind the server and whoever waits for it. */
const NICE = 10

/** The letters that our own fonts have. Reading the system's takes a while, so it is left out where these do. */
const words = new Typeface(readFileSync(WORDS_FONT))
const emoji = new Typeface(readFileSync(EMOJI_FONT))
/** Marks that join letters or choose between their forms; they have no shape of their own. */
const SHAPELESS: ReadonlySet<number> = new Set([0x200c, 0x200d, 0x2067, 0x2069, 0xfe0e, 0xfe0f])

const SIZES: Readonly<
  Record<PictureFormat, { readonly side: number; readonly scale: number; readonly density: number }>
> = {
  png: { side: PICTURE_MAX, scale: 2, density: 1 },
  svg: { side: Infinity, scale: 1, density: 1 },
  // As wide as a column of text and twice as fine.
  page: { side: PAGE_MAX, scale: 1, density: 2 },
  thumbnail: { side: THUMBNAIL_MAX, scale: 1, density: 1 },
}

try {
  setPriority(NICE)
} catch {
  // Where the system does not allow it, it runs as it is.
}
process.on('disconnect', () => process.exit(0))

const say = (reply: DrawReply): void => void process.send?.(reply)

/** The one drawing under way: the server sends the next when this one is done. */
let drawing: {
  readonly id: number
  readonly workshop: string
  readonly format: PictureFormat
  readonly plan: PicturePlan
} | null = null
/** The system's fonts, once they were needed. */
let system: readonly string[] | undefined
const kept = new Map<string, string>()
let keptLetters = 0

// The server alone has the other end of this channel.
process.on('message', (message) => {
  const { id } = message as DrawMessage
  try {
    take(message as DrawMessage)
  } catch (error) {
    say({ type: 'failed', id, message: error instanceof Error ? error.message : 'unknown' })
  }
})

function take(message: DrawMessage): void {
  if (message.type === 'draw') {
    const { id, workshop, format, title, state } = message
    const { side, scale, density } = SIZES[format]
    const plan = planPicture(readUpdate(state), {
      title,
      scale,
      density,
      within: { w: side, h: side },
      letters: format === 'svg' ? undefined : words,
    })
    drawing = { id, workshop, format, plan }
    const needs = needsOf(plan).filter((need) => !kept.has(keyOf(workshop, need)))
    if (needs.length > 0) return say({ type: 'needs', id, needs })
  } else {
    if (drawing === null || drawing.id !== message.id) return
    if (message.type === 'picture') {
      const { type, bytes, ...need } = message.picture
      keep(keyOf(drawing.workshop, need), `data:${type};base64,${Buffer.from(bytes).toString('base64')}`)
      return
    }
  }
  if (drawing !== null) finish(drawing)
}

function finish({ id, workshop, format, plan }: NonNullable<typeof drawing>): void {
  const pictures = new Map<string, string>()
  for (const need of needsOf(plan)) {
    const address = kept.get(keyOf(workshop, need))
    if (address !== undefined) pictures.set(need.upload, address)
  }
  const svg = plan.draw(pictures)
  drawing = null
  say({ type: 'drawn', id, bytes: format === 'svg' ? Buffer.from(svg) : pngOf(svg) })
  forget()
}

function pngOf(svg: string): Uint8Array {
  const others = needsOtherFonts(svg) ? (system ??= systemFonts()) : []
  const font = {
    fontFiles: [...OWN_FONTS, ...others],
    loadSystemFonts: false,
    defaultFontFamily: 'Atkinson Hyperlegible Next',
  }
  return new Resvg(svg, { font }).render().asPng()
}

function needsOtherFonts(svg: string): boolean {
  const unusual = new Set(svg.match(/[^\u0000-\u007F]/gu))
  for (const char of unusual)
    if (!words.has(char) && !emoji.has(char) && !SHAPELESS.has(char.codePointAt(0) ?? 0)) return true
  return false
}

const keyOf = (workshop: string, { upload, which }: PictureNeed): string => `${workshop} ${upload} ${which}`

/** Which pictures are needed and how large: what is drawn small is taken small. */
function needsOf({ uploads }: PicturePlan): PictureNeed[] {
  const largest = [...uploads].toSorted(([, a], [, b]) => b - a)
  return largest.map(([upload, side], index) => ({
    upload,
    which: side > SMALL_PX && index < FULL_MAX ? 'full' : 'small',
  }))
}

function keep(key: string, address: string): void {
  kept.set(key, address)
  keptLetters += address.length
}

/** Lets go of what was kept longest. */
function forget(): void {
  for (const [key, address] of kept) {
    if (keptLetters <= KEPT_MAX) return
    kept.delete(key)
    keptLetters -= address.length
  }
}
