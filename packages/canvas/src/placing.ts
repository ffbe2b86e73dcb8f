/** Where things go: new notes, the next note, a paste, and which theme a drop joins or leaves. Pure. */
import type { Box, Note, Point, ReadableBoard, Region } from '@moot/board'
import {
  centreOf,
  freePlaces,
  NOTE_GAP,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  orderedThemes,
  regionAt,
  themeBox,
  visibleNotes,
} from '@moot/board'

/** Whether a point lies in a box, edges included. */
export function contains(box: Box, at: Point): boolean {
  return at.x >= box.x && at.x <= box.x + box.w && at.y >= box.y && at.y <= box.y + box.h
}

/** Whether two boxes share some ground. */
export function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** The box of a note whose top left is given. */
export function cardAt(at: Point): Box {
  return { x: at.x, y: at.y, w: NOTE_WIDTH, h: NOTE_HEIGHT }
}

/** The box round several boxes, or `null` round none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.w)
    bottom = Math.max(bottom, box.y + box.h)
  }
  return { x: left, y: top, w: right - left, h: bottom - top }
}

const middleOf = (box: Box): Point => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 })

function distance(box: Box, at: Point): number {
  const dx = Math.max(box.x - at.x, 0, at.x - box.x - box.w)
  const dy = Math.max(box.y - at.y, 0, at.y - box.y - box.h)
  return Math.hypot(dx, dy)
}

/** Part of a section that is in view, 0 to 1. */
function shareInView(region: Region, view: Box): number {
  const w = Math.min(region.x + region.w, view.x + view.w) - Math.max(region.x, view.x)
  const h = Math.min(region.y + region.h, view.y + view.h) - Math.max(region.y, view.y)
  return w <= 0 || h <= 0 ? 0 : (w * h) / (region.w * region.h)
}

/**
 * The section that a new note belongs in when nobody says: the one last written in while it is in view, else the one
 * at the centre of view, else the one nearest to it among those mostly in view; `null` where there is none.
 */
export function regionInView(board: ReadableBoard, view: Box, last: string | null): string | null {
  const recent = last === null ? undefined : board.regions.get(last)
  if (recent !== undefined && shareInView(recent, view) > 0.3) return recent.id
  const centre = middleOf(view)
  const there = regionAt(board, centre)
  if (there !== null) return there.id
  let nearest: Region | null = null
  for (const region of board.regions.values()) {
    if (shareInView(region, view) < 0.5) continue
    if (nearest === null || distance(region, centre) < distance(nearest, centre)) nearest = region
  }
  return nearest?.id ?? null
}

/** Place of a new note: free room in the section, or free room at the centre of view. */
export function placeForNew(board: ReadableBoard, view: Box, region: string | null): Point {
  const centre = middleOf(view)
  const near = { x: Math.round(centre.x - NOTE_WIDTH / 2), y: Math.round(centre.y - NOTE_HEIGHT / 2) }
  return freePlaces(board, region, 1, near)[0] ?? near
}

/** Place of the note that is written after this one: beside it if there is room, else the next free one. */
export function placeBeside(board: ReadableBoard, note: Note): Point {
  const beside = { x: Math.round(note.x + NOTE_WIDTH + NOTE_GAP), y: Math.round(note.y) }
  const region = note.region === null ? undefined : board.regions.get(note.region)
  const [room] = freePlaces(board, null, 1, beside)
  const free = room !== undefined && room.x === beside.x && room.y === beside.y
  const inside =
    region === undefined ||
    (contains(region, beside) && contains(region, { x: beside.x + NOTE_WIDTH, y: beside.y + NOTE_HEIGHT }))
  if (free && inside) return beside
  return freePlaces(board, region?.id ?? null, 1, beside)[0] ?? beside
}

/** Where one note was put by hand. */
export interface Drop {
  readonly id: string
  readonly to: Point
  readonly z?: string
}

/** Drops that go to the same theme: an id joins it, `null` leaves, `undefined` changes nothing. */
export interface DropGroup {
  readonly theme: string | null | undefined
  readonly drops: readonly Drop[]
}

/**
 * Which theme each dropped note is in afterwards. A note joins the theme whose outline (drawn round the notes that
 * stayed) its centre is in, and leaves its own when it is outside; notes of a theme that was moved as a whole stay in it.
 */
export function groupDrops(board: ReadableBoard, drops: readonly Drop[]): DropGroup[] {
  const moving = new Set(drops.map((drop) => drop.id))
  const outlines = new Map<string, Box | null>()
  const staying = new Map<string, Note[]>()
  for (const note of visibleNotes(board)) {
    if (note.theme === null || moving.has(note.id)) continue
    const there = staying.get(note.theme)
    if (there === undefined) staying.set(note.theme, [note])
    else there.push(note)
  }
  for (const theme of orderedThemes(board)) outlines.set(theme.id, themeBox(staying.get(theme.id) ?? []))
  const groups = new Map<string | null | undefined, Drop[]>()
  for (const drop of drops) {
    const theme = themeAfter(board.notes.get(drop.id), centreOf(drop.to), outlines)
    const group = groups.get(theme)
    if (group === undefined) groups.set(theme, [drop])
    else group.push(drop)
  }
  return [...groups].map(([theme, each]) => ({ theme, drops: each }))
}

function themeAfter(
  note: Note | undefined,
  centre: Point,
  outlines: ReadonlyMap<string, Box | null>,
): string | null | undefined {
  let joined: string | null = null
  let smallest = Infinity
  for (const [id, box] of outlines) {
    if (box === null || !contains(box, centre) || box.w * box.h >= smallest) continue
    joined = id
    smallest = box.w * box.h
  }
  if (joined !== null) return joined
  const own = note?.theme
  return own != null && outlines.get(own) != null ? null : undefined
}

/** Width of the ring round selected notes and its distance from the note, in px on the screen. */
export const RING = 3
const RING_GAP = 2

/**
 * How far outside the note the middle of its ring runs, in px on the screen. From afar, rings of neighbours would cross
 * each other: there each keeps to its half of the gap, and at the least to the note's edge.
 */
export function ringDistance(zoom: number): number {
  return Math.max(0, Math.min(RING_GAP + RING / 2, (NOTE_GAP * zoom - RING) / 2))
}

/** A place for something of this size near the middle of a view that covers none of these; the middle where there is none. */
export function freePlace(view: Box, taken: readonly Box[], w: number, h: number): Box {
  const at = { x: Math.round(view.x + (view.w - w) / 2), y: Math.round(view.y + (view.h - h) / 2) }
  const isFree = (box: Box): boolean => taken.every((other) => !meets(other, box))
  // Rings round the middle, each step a good part of the thing's own size.
  const [stepX, stepY] = [Math.max(40, w / 3), Math.max(40, h / 3)]
  for (let ring = 0; ring < 7; ring += 1) {
    for (let down = -ring; down <= ring; down += 1) {
      for (let across = -ring; across <= ring; across += 1) {
        if (Math.max(Math.abs(down), Math.abs(across)) !== ring) continue
        const box = { x: Math.round(at.x + across * stepX), y: Math.round(at.y + down * stepY), w, h }
        const isInView =
          box.x >= view.x && box.y >= view.y && box.x + w <= view.x + view.w && box.y + h <= view.y + view.h
        if ((isInView || ring === 0) && isFree(box)) return box
      }
    }
  }
  return { ...at, w, h }
}
