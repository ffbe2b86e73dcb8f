/** Where notes go when nobody says where: tidy places in a section, and a note's section by where its centre lies. */
import type { Note, Region } from './schema.ts'
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'
import type { ReadableBoard } from './BoardReading.ts'

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

const overlaps = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) < NOTE_WIDTH + NOTE_GAP / 2 && Math.abs(a.y - b.y) < NOTE_HEIGHT + NOTE_GAP / 2

/** Tells whether a place covers one of these; by squares of a note's size, so that thousands of notes cost little. */
function coverOf(points: readonly Point[]): (place: Point) => boolean {
  const squares = new Map<string, Point[]>()
  const square = (x: number, y: number): string => `${x} ${y}`
  const column = (point: Point): number => Math.floor(point.x / stepX)
  const row = (point: Point): number => Math.floor(point.y / stepY)
  for (const point of points) {
    const key = square(column(point), row(point))
    const there = squares.get(key)
    if (there) there.push(point)
    else squares.set(key, [point])
  }
  return (place) => {
    for (let x = column(place) - 1; x <= column(place) + 1; x += 1) {
      for (let y = row(place) - 1; y <= row(place) + 1; y += 1) {
        if (squares.get(square(x, y))?.some((other) => overlaps(place, other)) === true) return true
      }
    }
    return false
  }
}

/**
 * `count` places for notes in a section (`null`: in none), in rows, without covering what is there. A full section
 * first lets one row hang over its lower edge, where a note's centre still lies inside; then come further layers,
 * each a little lower and to the right, so that every note still shows an edge. They begin at the lowest row: what was
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
  const isCovered = coverOf(used)
  const places: Point[] = []
  if (region === undefined) {
    const start = near ?? underSections(board)
    for (let index = 0; places.length < count; index += 1) {
      const place = {
        x: Math.round(start.x + (index % OPEN_ROW) * stepX),
        y: Math.round(start.y + Math.floor(index / OPEN_ROW) * stepY),
      }
      if (!isCovered(place)) places.push(place)
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
    if (!isCovered(place)) places.push(place)
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
