/** A board as one SVG file: what is in sight, in the light appearance, with nothing that runs or is fetched. */
import type { Box, Figure, Note, ReadableBoard } from '@moot/board'
import { byStack, figureBox, NOTE_HEIGHT, NOTE_WIDTH, visibleFigures, visibleNotes } from '@moot/board'
import { furnitureBoxes, furnitureOf, furnitureSvg, sizesAt } from './furnitureSvg.ts'
import type { Letters } from './itemSvg.ts'
import { backdropSvg, figureSvg, noteSvg } from './itemSvg.ts'
import { GROUND, INK } from './palette.ts'
import { PictureUses } from './PictureUses.ts'
import { element, escaped, num } from './xml.ts'

/** What a board with nothing on it shows, in canvas px. */
const EMPTY: Box = { x: 0, y: 0, w: 1_200, h: 800 }
/** Ground left free round everything, in canvas px. */
const PADDING = 40
/** px of the picture for each canvas px, at most. */
const SCALE_MAX = 2

/** How a picture is made. */
export interface PictureOptions {
  /** data: addresses of the pictures on it, PNG or JPEG, by upload; those left out show their description. */
  readonly pictures: ReadonlyMap<string, string>
  /** Name of the picture, for those who hear it. */
  readonly title?: string | undefined
  /** Ground left free round everything, in canvas px. */
  readonly padding?: number | undefined
  /** The picture is no wider and no higher than this, in px. */
  readonly within?: { readonly w: number; readonly h: number } | undefined
  /** px of the picture for each canvas px where `within` leaves room for it; 1 where not given, 2 at most. */
  readonly scale?: number | undefined
  /** px of the picture for each px that it is looked at with: names and lines are sized for the eye. 1 where not given. */
  readonly density?: number | undefined
  /** Draws the smallest words, for a picture that becomes pixels; left out, words stay words. */
  readonly letters?: Letters | undefined
}

/** A picture of a board. `width` and `height` in px; `box` is what it shows, in canvas px. */
export interface BoardPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly box: Box
}

/** A picture of a board that is laid out and not drawn yet. */
export interface PicturePlan {
  readonly width: number
  readonly height: number
  readonly box: Box
  /** The pictures on it, each once, with the longest side that it takes, in px. */
  readonly uploads: ReadonlyMap<string, number>
  /** @param pictures - data: addresses, PNG or JPEG, by upload; those left out show their description */
  readonly draw: (pictures: ReadonlyMap<string, string>) => string
}

/** Lays a board out as a picture. Words, names and lines are as wide as the canvas has them at the same scale. */
export function planPicture(board: ReadableBoard, options: Omit<PictureOptions, 'pictures'>): PicturePlan {
  const furniture = furnitureOf(board)
  const notes = visibleNotes(board)
  const figures = visibleFigures(board.drawings)
  const cards = [
    ...notes.map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
    ...figures.map((figure) => figureBox(board, figure)),
  ]
  const padding = options.padding ?? PADDING
  const density = options.density ?? 1
  const wanted = Math.min(SCALE_MAX, options.scale ?? 1)
  // Names grow where the picture is small, and may make it a little larger: once round is near enough.
  const rough = around([...furnitureBoxes(furniture, sizesAt(wanted / density)), ...cards], padding)
  const scale = scaleOf(rough, wanted, options.within)
  const sizes = sizesAt(scale / density)
  const box = around([...furnitureBoxes(furniture, sizes), ...cards], padding)
  const shown = scaleOf(box, scale, options.within)
  const width = Math.max(1, Math.round(box.w * shown))
  const height = Math.max(1, Math.round(box.h * shown))

  const uploads = new Map<string, number>()
  for (const each of [...furniture.backdrops, ...figures])
    if (each.kind === 'backdrop' || each.kind === 'picture')
      uploads.set(each.upload, Math.max(uploads.get(each.upload) ?? 0, each.w * shown, each.h * shown))

  const draw = (pictures: ReadonlyMap<string, string>): string => {
    const uses = new PictureUses(pictures)
    const behind = furnitureSvg(furniture, sizes, (piece) => backdropSvg(piece, uses))
    const items = stacked(notes, figures)
      .map((item) => ('kind' in item ? figureSvg(board, item, uses) : noteSvg(item, scale, options.letters)))
      .join('')
    const view = [box.x, box.y, box.w, box.h].map(num).join(' ')
    const title = options.title === undefined ? '' : `<title>${escaped(options.title)}</title>`
    const definitions = uses.definitions === '' ? '' : `<defs>${uses.definitions}</defs>`
    const ground = element('rect', { x: box.x, y: box.y, width: box.w, height: box.h, fill: GROUND })
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}" role="img" ` +
      `xml:space="preserve" font-family="'Atkinson Hyperlegible Next', 'Noto Emoji', system-ui, sans-serif" ` +
      `font-weight="600" fill="${INK}">${title}${definitions}${ground}${behind}${items}</svg>`
    )
  }
  return { width, height, box, uploads, draw }
}

/** Draws a board; `planPicture` in one step, for those who have the pictures already. */
export function boardSvg(board: ReadableBoard, options: PictureOptions): BoardPicture {
  const { width, height, box, draw } = planPicture(board, options)
  return { svg: draw(options.pictures), width, height, box }
}

function stacked(notes: readonly Note[], figures: readonly Figure[]): (Note | Figure)[] {
  return [...notes, ...figures].toSorted(byStack)
}

function scaleOf(box: Box, wanted: number, within: PictureOptions['within']): number {
  return within === undefined ? wanted : Math.min(wanted, within.w / box.w, within.h / box.h)
}

function around(boxes: readonly Box[], padding: number): Box {
  if (boxes.length === 0) return EMPTY
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, w, h } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + w)
    bottom = Math.max(bottom, y + h)
  }
  return {
    x: Math.floor(left - padding),
    y: Math.floor(top - padding),
    w: Math.ceil(right - left + 2 * padding),
    h: Math.ceil(bottom - top + 2 * padding),
  }
}
