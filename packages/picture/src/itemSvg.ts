/** Notes and figures as SVG, each in a group that says which one it is. */
import type { Anchors, Backdrop, Box, Figure, Note } from '@moot/board'
import {
  arrowLine,
  LABEL_PX,
  LINE_HEIGHT,
  LINE_PX,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  TEXT_PX,
  textLines,
} from '@moot/board'
import type { FigureLabel } from './figureParts.ts'
import { arrowLabel, arrowShape, FILL_OPACITY, outlineLabel, outlinePath } from './figureParts.ts'
import { fitWords, NOTE_PAD_X, NOTE_PAD_Y } from './fitWords.ts'
import { inkPath } from './inkPath.ts'
import { baselineOf, linesSvg } from './lines.ts'
import {
  DRAW_HEX,
  GROUND,
  HIGHLIGHT_OPACITY,
  INK,
  INK_SOFT,
  LINE,
  NOTE_EDGE,
  NOTE_HEX,
  SUNKEN,
  SURFACE,
} from './palette.ts'
import type { PictureUses } from './PictureUses.ts'
import { shownLines } from './shownLines.ts'
import { cleanWords, element, num } from './xml.ts'

/** Words on notes are left out of pictures smaller than this, in px for each canvas px: they would be grey dust. */
const WORDS_SCALE = 0.2

/** Type size of the description of a picture that is not there. */
const MISSING_PX = 16

const at = (x: number, y: number): string => `translate(${num(x)} ${num(y)})`

/** Words smaller than this on the picture, in px, may be drawn from outlines: there, nobody sees the kerning. */
const OUTLINE_PX = 12

/** Letters as outlines, for pictures made of pixels: much quicker than letters that are set. */
export interface Letters {
  /** Units for each em. */
  readonly unitsPerEm: number
  /** Path data of one line from its baseline's beginning; `null` where a letter is missing. */
  readonly line: (words: string) => string | null
}

/** One note: card, darker edge, words. */
export function noteSvg(note: Note, scale: number, letters?: Letters): string {
  const isFlat = scale < WORDS_SCALE
  const card = element('rect', {
    width: NOTE_WIDTH,
    height: NOTE_HEIGHT,
    rx: isFlat ? undefined : 4,
    fill: NOTE_HEX[note.color],
  })
  const place = { 'data-note': note.id, transform: at(note.x, note.y) }
  if (isFlat) return element('g', place, card)
  const edge = element('rect', {
    x: 0.5,
    y: 0.5,
    width: NOTE_WIDTH - 1,
    height: NOTE_HEIGHT - 1,
    rx: 3.5,
    fill: 'none',
    stroke: INK,
    'stroke-opacity': NOTE_EDGE,
  })
  const { lines, size } = fitWords(note.text)
  const outlined = letters === undefined || size * scale >= OUTLINE_PX ? null : outlines(lines, size, letters)
  if (outlined !== null) return element('g', place, card + edge + outlined)
  const words = linesSvg(lines, {
    x: NOTE_PAD_X,
    right: NOTE_WIDTH - NOTE_PAD_X,
    top: NOTE_PAD_Y,
    size,
    lineHeight: LINE_HEIGHT,
  })
  return element('g', place, card + edge + words)
}

/** Words of a note as outlines; `null` where they need to be set, such as those that read leftwards. */
function outlines(lines: readonly string[], size: number, letters: Letters): string | null {
  let path = ''
  const em = size / letters.unitsPerEm
  for (const [index, line] of lines.entries()) {
    const d = letters.line(cleanWords(line))
    if (d === null) return null
    if (d === '') continue
    const y = NOTE_PAD_Y + baselineOf(size, LINE_HEIGHT) + index * size * LINE_HEIGHT
    // Of our own making, digits and letters of paths only: nothing in it needs escaping.
    path += `<path transform="translate(${num(NOTE_PAD_X)} ${num(y)}) scale(${em})" d="${d}"/>`
  }
  return path
}

function labelSvg(label: FigureLabel | null): string {
  if (label === null) return ''
  const { lines, x, top } = label
  const setting = { x, top, size: LABEL_PX, lineHeight: LINE_HEIGHT, isCentred: true }
  return linesSvg(lines, setting)
}

/** One figure. `pictures` draws the pictures it is given. */
export function figureSvg(board: Anchors, figure: Figure, pictures: PictureUses): string {
  return element('g', { 'data-figure': figure.id }, insideOf(board, figure, pictures))
}

function insideOf(board: Anchors, figure: Figure, pictures: PictureUses): string {
  const color = DRAW_HEX[figure.color]
  switch (figure.kind) {
    case 'ink':
      return element('path', {
        transform: at(figure.x, figure.y),
        d: inkPath(figure),
        fill: color,
        'fill-opacity': figure.pen === 'highlighter' ? HIGHLIGHT_OPACITY : undefined,
      })
    case 'text':
      return linesSvg(textLines(figure), {
        x: figure.x,
        right: figure.x + figure.w,
        top: figure.y,
        size: TEXT_PX[figure.size],
        lineHeight: LINE_HEIGHT,
        attributes: { fill: color },
      })
    case 'arrow': {
      const line = arrowLine(board, figure)
      const { shaft, head } = arrowShape(line, figure.size)
      const [from, to] = shaft
      const corners = head.map(({ x, y }) => `${num(x)} ${num(y)}`).join('L')
      const drawn =
        element('path', {
          d: `M${num(from.x)} ${num(from.y)}L${num(to.x)} ${num(to.y)}`,
          stroke: color,
          'stroke-width': LINE_PX[figure.size],
          'stroke-linecap': 'round',
          fill: 'none',
        }) + element('path', { d: `M${corners}Z`, fill: color })
      const label = arrowLabel(line, figure.text)
      if (label === null) return drawn
      const patch = element('rect', {
        x: label.x - label.w / 2 - 6,
        y: label.top - 2,
        width: label.w + 12,
        height: label.h + 4,
        rx: 4,
        fill: GROUND,
      })
      return drawn + patch + labelSvg(label)
    }
    case 'shape':
      return (
        element('path', {
          transform: at(figure.x, figure.y),
          d: outlinePath(figure),
          stroke: color,
          'stroke-width': LINE_PX[figure.size],
          'stroke-linejoin': 'round',
          fill: figure.fill ? color : 'none',
          'fill-opacity': figure.fill ? FILL_OPACITY : undefined,
        }) + labelSvg(outlineLabel(figure))
      )
    case 'picture':
      return pictures.use(figure.upload, figure) ?? missingSvg(figure, figure.text)
    default:
      return figure satisfies never
  }
}

/** A locked picture behind everything: on white, so that one that can be seen through stays as it was made. */
export function backdropSvg(piece: Backdrop, pictures: PictureUses): string {
  const shown = pictures.use(piece.upload, piece)
  const { x, y, w, h } = piece
  const sheet = element('rect', { x, y, width: w, height: h, fill: SURFACE })
  const inside = shown === null ? missingSvg(piece, piece.text) : sheet + shown
  return element('g', { 'data-figure': piece.id }, inside)
}

/** The place of a picture that could not be fetched: its box and its description. */
function missingSvg(box: Box, description: string): string {
  const { x, y, w, h } = box
  const frame = element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: w - 1,
    height: h - 1,
    rx: 4,
    fill: SUNKEN,
    stroke: LINE,
  })
  const pad = NOTE_PAD_X
  const line = MISSING_PX * LINE_HEIGHT
  const lines = shownLines(description, w - 2 * pad, MISSING_PX, Math.floor((h - 2 * pad) / line))
  const words = linesSvg(lines, {
    x: x + w / 2,
    top: y + (h - lines.length * line) / 2,
    size: MISSING_PX,
    lineHeight: LINE_HEIGHT,
    isCentred: true,
    attributes: { 'font-weight': 400, fill: INK_SOFT },
  })
  return frame + words
}
