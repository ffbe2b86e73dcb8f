/** Where notes go when nobody says where: tidy places in a section, and a note's section by where its centre lies. */
import type { Note, Region } from './schema.ts'
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'
import type { ReadableBoard } from './BoardReading.ts'
import { figureBox, isFigure } from './figureGeometry.ts'

/** A point in canvas px. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Height kept free at the top of a section for its title and prompt, in canvas px. */
export const REGION_HEAD = 68
/** Space between a section's edge and its notes, in canvas px. */
export const REGION_PAD = 8
/** The least height of a section's head: its title alone, in canvas px. */
const SHORT_HEAD = 40

/** Height of a section's head, in canvas px: a low section keeps its notes inside by saying title and prompt in one line. */
export function regionHead(region: { readonly h: number }): number {
  return Math.max(SHORT_HEAD, Math.min(REGION_HEAD, region.h - REGION_PAD - NOTE_HEIGHT))
}
/** Notes in one row where there is no section to bound it. */
const OPEN_ROW = 6
/** Places on figures, one after the other, that are passed over where there is no section, before a note lies on one. */
const OPEN_TRIES = 48
/** How far each further layer of notes in a full section is moved, in canvas px. */
const LAYER_SHIFT = 18

const stepX = NOTE_WIDTH + NOTE_GAP
const stepY = NOTE_HEIGHT + NOTE_GAP

/** The middle of a note whose top left is given. */
export function centreOf(topLeft: Point): Point {
  return { x: topLeft.x + NOTE_WIDTH / 2, y: topLeft.y + NOTE_HEIGHT / 2 }
}

/** The section that a point lies in, or `null`. */
export function regionAt(board: ReadableBoard, at: Point): Region | null {
  for (const region of board.regions.values()) {
    if (at.x >= region.x && at.x <= region.x + region.w && at.y >= region.y && at.y <= region.y + region.h)
      return region
  }
  return null
}

function taken(board: ReadableBoard, except: ReadonlySet<string>): Note[] {
  const places: Note[] = []
  for (const note of board.notes.values()) if (note.gone === null && !except.has(note.id)) places.push(note)
  return places
}

const cardAt = ({ x, y }: Point): Box => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })

/**
 * The boxes of figures that a note would hide or be lost on: pictures, words, and outlines with a ground or words of
 * their own. Strokes, arrows and empty outlines are no such thing: people draw them round room for notes.
 */
function takenByFigures(board: ReadableBoard, except: ReadonlySet<string>): Box[] {
  const boxes: Box[] = []
  for (const drawing of board.drawings.values()) {
    if (!isFigure(drawing) || drawing.gone !== null || except.has(drawing.id)) continue
    const { kind } = drawing
    if (
      kind === 'picture' ||
      kind === 'text' ||
      (kind === 'shape' && (drawing.fill || drawing.text.trim() !== ''))
    )
      boxes.push(figureBox(board, drawing))
  }
  return boxes
}

/** More squares than a box of this many are not written down one by one. */
const SQUARES_MAX = 400

/** Tells whether a note's place covers one of these; by squares of a note's size, so that thousands cost little. */
function coverOf(boxes: readonly Box[]): (place: Point) => boolean {
  const squares = new Map<string, Box[]>()
  const huge: Box[] = []
  const spanOf = ({ x, y, w, h }: Box, more: number) => ({
    left: Math.floor((x - more) / stepX),
    right: Math.floor((x + w + more) / stepX),
    top: Math.floor((y - more) / stepY),
    bottom: Math.floor((y + h + more) / stepY),
  })
  for (const box of boxes) {
    const { left, right, top, bottom } = spanOf(box, 0)
    if ((right - left + 1) * (bottom - top + 1) > SQUARES_MAX) {
      huge.push(box)
      continue
    }
    for (let x = left; x <= right; x += 1) {
      for (let y = top; y <= bottom; y += 1) {
        const key = `${x} ${y}`
        const there = squares.get(key)
        if (there) there.push(box)
        else squares.set(key, [box])
      }
    }
  }
  return (place) => {
    const card = cardAt(place)
    const covers = (box: Box): boolean => tooClose(card, box)
    if (huge.some(covers)) return true
    const { left, right, top, bottom } = spanOf(card, NOTE_GAP / 2)
    for (let x = left; x <= right; x += 1)
      for (let y = top; y <= bottom; y += 1) if (squares.get(`${x} ${y}`)?.some(covers) === true) return true
    return false
  }
}

/** Whether two boxes meet, or nearly so. */
const tooClose = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w + NOTE_GAP / 2 &&
  b.x < a.x + a.w + NOTE_GAP / 2 &&
  a.y < b.y + b.h + NOTE_GAP / 2 &&
  b.y < a.y + a.h + NOTE_GAP / 2

/**
 * `count` places for notes in a section (`null`: in none), in rows, without covering notes, pictures or words. A full section
 * first lets one row hang over its lower edge, where a note's centre still lies inside; then notes come to lie on its
 * pictures and words, from the lowest row up, and then in further layers, each a little lower and to the right, so that every note still shows an edge. They begin at the lowest row: what was
 * written first, and the themes up there, stay readable longest.
 *
 * @param near - top left to begin from where there is no section
 * @param except - ids of notes that do not count as taking room, because they are being moved
 */
export function freePlaces(
  board: ReadableBoard,
  regionId: string | null,
  count: number,
  near?: Point,
  except: ReadonlySet<string> = new Set(),
): Point[] {
  const region = regionId === null ? undefined : board.regions.get(regionId)
  const used = taken(board, except)
  const isOnNote = coverOf(used.map(cardAt))
  const isOnFigure = coverOf(takenByFigures(board, except))
  const places: Point[] = []
  if (region === undefined) {
    const start = near ?? underSections(board)
    const spot = (index: number): Point => ({
      x: Math.round(start.x + (index % OPEN_ROW) * stepX),
      y: Math.round(start.y + Math.floor(index / OPEN_ROW) * stepY),
    })
    let tried = 0
    for (let inVain = 0; places.length < count && inVain < OPEN_TRIES; tried += 1) {
      const place = spot(tried)
      if (isOnNote(place)) continue
      if (isOnFigure(place)) inVain += 1
      else {
        places.push(place)
        inVain = 0
      }
    }
    // Rather on a wide picture than out of sight beyond it.
    for (let index = 0; places.length < count; index += 1) {
      const place = spot(index)
      if (!isOnNote(place) && (index >= tried || isOnFigure(place))) places.push(place)
    }
    return places
  }
  const columns = Math.max(1, Math.floor((region.w - 2 * REGION_PAD + NOTE_GAP) / stepX))
  const head = regionHead(region)
  const rows = Math.max(1, Math.floor((region.h - head - REGION_PAD + NOTE_GAP) / stepY))
  const left = region.x + Math.max(REGION_PAD, (region.w - columns * stepX + NOTE_GAP) / 2)
  const cell = (index: number): Point => ({
    x: Math.round(left + (index % columns) * stepX),
    y: Math.round(region.y + head + Math.floor(index / columns) * stepY),
  })
  const brim = region.h - head - rows * stepY - NOTE_HEIGHT / 2 >= REGION_PAD ? 1 : 0
  const cells = columns * (rows + brim)
  const inside = used.filter((note) => note.region === region.id || regionHolds(region, centreOf(note)))
  for (let index = 0; index < cells && places.length < count; index += 1) {
    const place = cell(index)
    if (!isOnNote(place) && !isOnFigure(place)) places.push(place)
  }
  for (let row = rows + brim - 1; row >= 0 && places.length < count; row -= 1) {
    for (let column = 0; column < columns && places.length < count; column += 1) {
      const place = cell(row * columns + column)
      if (!isOnNote(place) && isOnFigure(place)) places.push(place)
    }
  }
  for (let over = Math.max(0, inside.length + places.length - cells); places.length < count; over += 1) {
    const layer = 1 + (Math.floor(over / cells) % 6)
    const row = rows + brim - 1 - Math.floor((over % cells) / columns)
    const at = cell(row * columns + (over % columns))
    places.push({ x: at.x + layer * LAYER_SHIFT, y: at.y + layer * LAYER_SHIFT })
  }
  return places
}

/** Where notes in no section begin when nobody says where: under all sections, so that they seem to be in none. */
export function underSections(board: ReadableBoard): Point {
  const regions = [...board.regions.values()]
  if (regions.length === 0) return { x: 0, y: 0 }
  return {
    x: Math.min(...regions.map((region) => region.x)),
    y: Math.max(...regions.map((region) => region.y + region.h)) + 4 * NOTE_GAP,
  }
}

/** Whether a point lies in a section. */
export function regionHolds(region: Region, at: Point): boolean {
  return at.x >= region.x && at.x <= region.x + region.w && at.y >= region.y && at.y <= region.y + region.h
}

/**
 * The section a note belongs to after its top left came to `to`: the one it was in while its centre is still
 * there, else the one its centre is in now.
 */
export function regionAfterMove(board: ReadableBoard, note: Note, to: Point): string | null {
  const centre = centreOf(to)
  const current = note.region === null ? undefined : board.regions.get(note.region)
  if (current && regionHolds(current, centre)) return current.id
  return regionAt(board, centre)?.id ?? null
}

/** A rectangle in canvas px. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Space between a theme's outline and its notes, and room for its title above them, in canvas px. */
export const THEME_PAD = 14
export const THEME_HEAD = 24

/** The outline round a theme's notes, or `null` where it has none in sight. */
export function themeBox(notes: readonly Point[]): Box | null {
  if (notes.length === 0) return null
  const left = Math.min(...notes.map((note) => note.x)) - THEME_PAD
  const top = Math.min(...notes.map((note) => note.y)) - THEME_HEAD
  const right = Math.max(...notes.map((note) => note.x + NOTE_WIDTH)) + THEME_PAD
  const bottom = Math.max(...notes.map((note) => note.y + NOTE_HEIGHT)) + THEME_PAD
  return { x: left, y: top, w: right - left, h: bottom - top }
}
