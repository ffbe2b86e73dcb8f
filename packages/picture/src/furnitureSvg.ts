/** What lies behind the notes: the same pieces, sizes and order as the canvas has them in Furniture.tsx and canvas.css. */
import type {
  Backdrop,
  BezierSegment,
  Box,
  Curve,
  Frame,
  Label,
  Note,
  ReadableBoard,
  Region,
} from '@moot/board'
import { orderedRegions, orderedThemes, regionHead, themeBox, visibleNotes, widthOf } from '@moot/board'
import { BOLD, linesSvg, oneLine } from './lines.ts'
import { ACCENT, hueHex, INK, INK_SOFT, LINE, LINE_STRONG, SURFACE, THEME_GROUND } from './palette.ts'
import { shownLines } from './shownLines.ts'
import { element, num } from './xml.ts'

/** Pieces of each kind that are drawn; a document with more is not one that people made. The canvas draws as many. */
const DRAWN_MAX = 400
/** Prompts are left out of pictures smaller than this, in px for each canvas px: nobody could read them. */
const PROMPT_SCALE = 0.4
/** The same where a theme reaches into the section's head: below, the one line left would be half under it. */
const CROWDED_PROMPT_SCALE = 0.66
const LINE_HEIGHT = 1.15

interface ThemeOutline {
  readonly id: string
  readonly title: string
  readonly box: Box
}

/** Everything behind the notes that is in sight. */
export interface Furniture {
  readonly backdrops: readonly Backdrop[]
  readonly frames: readonly Frame[]
  readonly curves: readonly Curve[]
  readonly regions: readonly Region[]
  readonly labels: readonly Label[]
  readonly themes: readonly ThemeOutline[]
}

/** What of a board lies behind its notes, in the order in which it is drawn. */
export function furnitureOf(board: ReadableBoard): Furniture {
  const drawings = [...board.drawings.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    backdrops: drawings
      .filter((piece) => piece.kind === 'backdrop')
      .filter((piece) => piece.gone === null)
      .slice(0, DRAWN_MAX),
    frames: drawings.filter((piece) => piece.kind === 'frame').slice(0, DRAWN_MAX),
    curves: drawings.filter((piece) => piece.kind === 'curve').slice(0, DRAWN_MAX),
    regions: orderedRegions(board).slice(0, DRAWN_MAX),
    labels: drawings.filter((piece) => piece.kind === 'label').slice(0, DRAWN_MAX),
    themes: themeOutlines(board),
  }
}

function themeOutlines(board: ReadableBoard): ThemeOutline[] {
  const themes = orderedThemes(board).slice(0, DRAWN_MAX)
  const members = new Map<string, Note[]>(themes.map((theme) => [theme.id, []]))
  for (const note of visibleNotes(board)) if (note.theme !== null) members.get(note.theme)?.push(note)
  return themes.flatMap(({ id, title }) => {
    const box = themeBox(members.get(id) ?? [])
    return box === null ? [] : [{ id, title, box }]
  })
}

/** Sizes that keep lines and names readable however small the picture is, as the canvas has them by its zoom. */
export interface Sizes {
  readonly scale: number
  readonly line: number
  readonly name: number
  readonly prompt: number
  readonly theme: number
  readonly curve: number
}

const clamp = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high))

/** @param scale - px of the picture for each canvas px */
export function sizesAt(scale: number): Sizes {
  return {
    scale,
    line: clamp(1, 1 / scale, 4),
    name: clamp(18, 12.5 / scale, 34),
    prompt: clamp(14, 10 / scale, 16),
    theme: clamp(16, 12 / scale, 20),
    curve: clamp(3, 2.6 / scale, 9),
  }
}

/** The ground that furniture takes, in canvas px. */
export function furnitureBoxes(furniture: Furniture, { name }: Sizes): Box[] {
  const curves = furniture.curves.flatMap(({ segments }) => segments.map(segmentBox))
  const names = furniture.curves
    .filter(({ label }) => label !== '')
    .map(({ label, labelAt: [x, y] }) => ({ x, y, w: widthOf(label, name) * BOLD + name / 2, h: name * 1.2 }))
  const labels = furniture.labels.map(({ x, y, text, align }) => {
    const w = widthOf(text, name)
    return { x: align === 'end' ? x - w : x, y, w, h: name * 1.2 }
  })
  const themes = furniture.themes.map(({ box }) => box)
  return [
    ...furniture.backdrops,
    ...furniture.frames,
    ...furniture.regions,
    ...themes,
    ...curves,
    ...names,
    ...labels,
  ]
}

function segmentBox([x, y, ax, ay, bx, by, toX, toY]: BezierSegment): Box {
  const [left, top] = [Math.min(x, ax, bx, toX), Math.min(y, ay, by, toY)]
  return { x: left, y: top, w: Math.max(x, ax, bx, toX) - left, h: Math.max(y, ay, by, toY) - top }
}

/** A curve as an SVG path. */
function pathOf(segments: readonly BezierSegment[]): string {
  let [atX, atY] = [Number.NaN, Number.NaN]
  let path = ''
  for (const [x, y, ax, ay, bx, by, toX, toY] of segments) {
    if (x !== atX || y !== atY) path += `M${num(x)} ${num(y)}`
    path += `C${[ax, ay, bx, by, toX, toY].map(num).join(' ')}`
    ;[atX, atY] = [toX, toY]
  }
  return path
}

/** A rectangle whose line lies within its box, as a border does. */
function bordered(box: Box, line: number, radius: number, rest: Readonly<Record<string, string>>): string {
  const { x, y, w, h } = box
  return element('rect', {
    x: x + line / 2,
    y: y + line / 2,
    width: Math.max(0, w - line),
    height: Math.max(0, h - line),
    rx: Math.max(0, radius - line / 2),
    'stroke-width': line,
    ...rest,
  })
}

function curveSvg(curve: Curve, { curve: width }: Sizes): string {
  const dashes = { solid: undefined, dashed: [4.5, 3], dotted: [0.1, 2.4] }[curve.dash]
  return element('path', {
    d: pathOf(curve.segments),
    fill: 'none',
    stroke: hueHex(curve.hue),
    'stroke-width': width,
    'stroke-dasharray': dashes?.map((part) => num(part * width)).join(' '),
    'stroke-linecap': curve.dash === 'dotted' ? 'round' : undefined,
  })
}

function curveNameSvg({ label, labelAt: [x, y], hue }: Curve, { name }: Sizes): string {
  if (label === '') return ''
  const pad = name / 4
  const w = widthOf(label, name) * BOLD
  const patch = element('rect', {
    x,
    y,
    width: w + 2 * pad,
    height: name * LINE_HEIGHT,
    rx: 4,
    fill: SURFACE,
    'fill-opacity': 0.8,
  })
  const attributes = { 'font-weight': 700, fill: hueHex(hue) }
  return patch + linesSvg([label], { x: x + pad, top: y, size: name, lineHeight: LINE_HEIGHT, attributes })
}

function labelSvg({ text, x, y, align }: Label, { name }: Sizes): string {
  const anchor = align === 'end' ? 'end' : undefined
  const attributes = { 'font-weight': 400, fill: INK_SOFT, 'text-anchor': anchor }
  return linesSvg([text], { x, top: y, size: name, lineHeight: LINE_HEIGHT, attributes })
}

/** Space between a section's edge and its words, and its head's height, as in canvas.css. */
const SECTION_PAD_X = 14
const SECTION_PAD_TOP = 4
const SECTION_HEAD = 66

function sectionSvg(region: Region, sizes: Sizes, isCrowded: boolean): string {
  const line = sizes.line * 1.4
  const x = region.x + line + SECTION_PAD_X
  const right = region.x + region.w - line - SECTION_PAD_X
  const top = region.y + line + SECTION_PAD_TOP
  const box = bordered(region, line, 14, {
    fill: SURFACE,
    'fill-opacity': '0.8',
    stroke: LINE_STRONG,
    'stroke-opacity': '0.6',
    'stroke-dasharray': `${num(line * 3)} ${num(line * 2)}`,
  })
  const title = linesSvg([oneLine(region.title, (right - x) / BOLD, sizes.name)], {
    x,
    right,
    top,
    size: sizes.name,
    lineHeight: LINE_HEIGHT,
    attributes: { 'font-weight': 700, fill: hueHex(region.hue) },
  })
  if (region.prompt === '' || sizes.scale < (isCrowded ? CROWDED_PROMPT_SCALE : PROMPT_SCALE))
    return box + title
  const below = top + sizes.name * LINE_HEIGHT
  const room = Math.floor((region.y + line + SECTION_HEAD - below) / (sizes.prompt * LINE_HEIGHT))
  const prompt = linesSvg(
    shownLines(region.prompt, right - x, sizes.prompt, Math.min(isCrowded ? 1 : 2, room)),
    {
      x,
      right,
      top: below,
      size: sizes.prompt,
      lineHeight: LINE_HEIGHT,
      attributes: { 'font-weight': 400, fill: INK_SOFT },
    },
  )
  return box + title + prompt
}

/** Space between a theme's edge and its title, and the title's line, as in canvas.css. */
const THEME_PAD_X = 14
const THEME_LINE = 21
/** Titles of themes are left out where they would be smaller than this on the picture, in px. */
const TITLE_PX = 5

function themeSvg({ title, box }: ThemeOutline, sizes: Sizes): string {
  const line = sizes.line * 1.6
  const outline = bordered(box, line, 12, { fill: THEME_GROUND, stroke: ACCENT, 'stroke-opacity': '0.45' })
  if (sizes.theme * sizes.scale < TITLE_PX) return outline
  const x = box.x + line + THEME_PAD_X
  const right = box.x + box.w - line - THEME_PAD_X
  const words = linesSvg([oneLine(title, (right - x) / BOLD, sizes.theme)], {
    x,
    right,
    top: box.y + line,
    size: sizes.theme,
    lineHeight: THEME_LINE / sizes.theme,
    attributes: { 'font-weight': 700, fill: INK },
  })
  return outline + words
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** Frames, then curves, then sections that fade the curves, then words and themes; `backdrop` draws a locked picture. */
export function furnitureSvg(
  furniture: Furniture,
  sizes: Sizes,
  backdrop: (piece: Backdrop) => string,
): string {
  const { backdrops, frames, curves, regions, labels, themes } = furniture
  const isCrowded = (region: Region): boolean =>
    themes.some(({ box }) => meets(box, { ...region, h: regionHead(region) }))
  return [
    ...backdrops.map(backdrop),
    ...frames.map((frame) => bordered(frame, sizes.line, 16, { fill: SURFACE, stroke: LINE })),
    ...curves.map((curve) => curveSvg(curve, sizes)),
    ...regions.map((region) => sectionSvg(region, sizes, isCrowded(region))),
    ...curves.map((curve) => curveNameSvg(curve, sizes)),
    ...labels.map((label) => labelSvg(label, sizes)),
    ...themes.map((theme) => themeSvg(theme, sizes)),
  ].join('')
}
