/**
 * Notes and figures on their way to another place or board: what the clipboard holds. A clip comes back from wherever
 * it was, so it is read as tolerantly as a document (B-5).
 */
import type { ReadableBoard } from './BoardReading.ts'
import { visibleNotes } from './BoardReading.ts'
import type { ArrowEnd } from './figures.ts'
import { DRAW_COLORS, DRAW_SIZES, INK_MAX, LABEL_MAX, TEXT_WIDTH } from './figures.ts'
import type { Copied } from './copies.ts'
import { addCopies, asNew } from './copies.ts'
import { around, figureBox, isFigure, textHeight, visibleFigures } from './figureGeometry.ts'
import { cutInk, decodeInk, encodeInk } from './ink.ts'
import { itemsOf } from './items.ts'
import type { Box, Point } from './layout.ts'
import { freePlaces } from './layout.ts'
import type { NewEnd, NewFigure } from './newFigures.ts'
import { originOf, px, side } from './newFigures.ts'
import type { NewNote } from './operations.ts'
import { byOrder } from './order.ts'
import { part } from './readFigures.ts'
import { id, isRecord, json, list, oneOf, order, px as readPx, words } from './readValues.ts'
import type { NoteColor } from './schema.ts'
import { NOTE_COLORS, NOTE_GAP, NOTE_HEIGHT, NOTE_TEXT_MAX, NOTE_WIDTH } from './schema.ts'
import type { Items, Writer } from './writer.ts'

/** Notes and figures that a clip holds at most, together. */
export const CLIP_MAX = 500
/** Words and ink that a clip holds at most, in UTF-16 units. */
const CLIP_LETTERS = 1_000_000
/** How far something pasted over itself is moved, in canvas px. */
const NUDGE = 24

/** A note in a clip; `x`/`y` are its top left in canvas px. */
export interface ClipNote {
  readonly id: string
  readonly z: string
  readonly x: number
  readonly y: number
  readonly text: string
  readonly color: NoteColor
}
/** A figure in a clip: what it is made from, where it stood; ink is encoded as in a document. */
export type ClipFigure = { readonly id: string; readonly z: string } & (
  | Exclude<NewFigure, { readonly kind: 'ink' }>
  | (Omit<Extract<NewFigure, { readonly kind: 'ink' }>, 'points'> & { readonly ink: string })
)

/** What is on the clipboard: plain JSON. */
export interface Clip {
  /** Version of this layout. */
  readonly moot: 1
  /** Where it was copied: ids of the workshop and of its board. */
  readonly workshop: string
  readonly board: string
  /** In reading order. */
  readonly notes: readonly ClipNote[]
  readonly figures: readonly ClipFigure[]
  /** How many more were chosen than a clip holds. */
  readonly left: number
}

/** Packs notes and figures in sight; those beyond what a clip holds are counted in `left`. */
export function packClip(
  board: ReadableBoard,
  source: { readonly workshop: string; readonly board: string },
  ids: Items,
): Clip {
  const chosen = itemsOf(board, ids)
  const room = makeRoom()
  const notes = chosen.notes
    .filter((note) => note.gone === null)
    .toSorted(byOrder)
    .filter((note) => room.takes(note.text.length))
    .map(({ id: noteId, z, x, y, text, color }): ClipNote => ({ id: noteId, z, x, y, text, color }))
  const figures = chosen.figures
    .filter((figure) => figure.gone === null)
    .toSorted(byOrder)
    .map((figure): ClipFigure => {
      const { region: _, ...fresh } = asNew(board, figure)
      const of = { id: figure.id, z: figure.z }
      if (fresh.kind !== 'ink') return { ...of, ...fresh }
      const { points, ...rest } = fresh
      return { ...of, ...rest, ink: encodeInk(points) }
    })
    .filter((figure) => room.takes(figure.kind === 'ink' ? figure.ink.length : (figure.text?.length ?? 0)))
  return { moot: 1, ...source, notes, figures: loosened(notes, figures), left: room.left }
}

/** Counts what a clip holds; tells of each whether it still goes in. */
function makeRoom(): { readonly left: number; takes(letters: number): boolean } {
  let count = 0
  let sum = 0
  let left = 0
  return {
    get left() {
      return left
    },
    takes(letters) {
      if (count >= CLIP_MAX || sum + letters > CLIP_LETTERS) {
        left += 1
        return false
      }
      count += 1
      sum += letters
      return true
    },
  }
}

/** Arrows stick to what is in the clip with them only; their other ends are free, where they stood. */
function loosened(notes: readonly ClipNote[], figures: readonly ClipFigure[]): ClipFigure[] {
  const there = {
    notes: new Set(notes.map((each) => each.id)),
    drawings: new Set(figures.map((each) => each.id)),
  }
  const end = (each: NewEnd): NewEnd =>
    each.on == null || there[each.on.root].has(each.on.id) ? each : { x: each.x, y: each.y }
  return figures.map((each) =>
    each.kind === 'arrow' ? { ...each, start: end(each.start), end: end(each.end) } : each,
  )
}

/**
 * Reads a clip out of anything (parsed JSON): what makes no sense is passed over, what is too long is cut. `null` where
 * it is no clip. Never throws.
 */
export function readClip(value: unknown): Clip | null {
  if (!isRecord(value) || value.moot !== 1) return null
  const room = makeRoom()
  const seen = new Set<string>()
  const isFresh = (key: string): boolean => !seen.has(key) && seen.add(key).size > 0
  const notes = list(value.notes).flatMap((each): ClipNote[] => {
    const note = json(each)
    const noteId = id(note.id)
    const text = words(note.text, NOTE_TEXT_MAX)
    if (noteId === null || !isFresh(`n${noteId}`) || !room.takes(text.length)) return []
    const color = oneOf(NOTE_COLORS, note.color, 'lemon')
    return [{ id: noteId, z: order(note.z), x: readPx(note.x), y: readPx(note.y), text, color }]
  })
  const figures = list(value.figures).flatMap((each): ClipFigure[] => {
    const figure = readClipFigure(json(each))
    if (figure === undefined || !isFresh(`f${figure.id}`)) return []
    return room.takes(figure.kind === 'ink' ? figure.ink.length : (figure.text?.length ?? 0)) ? [figure] : []
  })
  const left = readPx(value.left)
  return {
    moot: 1,
    workshop: id(value.workshop) ?? '',
    board: id(value.board) ?? '',
    notes,
    figures: loosened(notes, figures),
    left: Math.max(0, left) + room.left,
  }
}

const readPoint = (value: unknown): Point => ({ x: readPx(json(value).x), y: readPx(json(value).y) })

function readBox(value: unknown): Box {
  const box = json(value)
  return { ...readPoint(box), w: side(readPx(box.w)), h: side(readPx(box.h)) }
}

function readEnd(value: unknown): NewEnd {
  const end = json(value)
  const on = json(end.on)
  const target = id(on.id)
  const point = readPoint(end)
  if (target === null || (on.root !== 'notes' && on.root !== 'drawings')) return point
  const [across, down] = list(end.at)
  const stuck: ArrowEnd['on'] = { root: on.root, id: target }
  return { ...point, on: stuck, at: [part(across), part(down)] }
}

function readClipFigure(value: Readonly<Record<string, unknown>>): ClipFigure | undefined {
  const figureId = id(value.id)
  if (figureId === null) return undefined
  const common = {
    id: figureId,
    z: order(value.z),
    color: oneOf(DRAW_COLORS, value.color, 'ink'),
    size: oneOf(DRAW_SIZES, value.size, 'm'),
  }
  const text = words(value.text, LABEL_MAX)
  switch (value.kind) {
    case 'ink': {
      const ink = typeof value.ink === 'string' ? cutInk(value.ink, INK_MAX) : ''
      return { ...common, kind: 'ink', pen: value.pen === 'highlighter' ? 'highlighter' : 'pen', ink }
    }
    case 'text': {
      const w = value.w === undefined ? TEXT_WIDTH : side(readPx(value.w))
      return { ...common, kind: 'text', at: readPoint(value.at), w, text }
    }
    case 'arrow':
      return { ...common, kind: 'arrow', start: readEnd(value.start), end: readEnd(value.end), text }
    case 'shape': {
      const form = value.form === 'ellipse' ? 'ellipse' : 'rectangle'
      return { ...common, kind: 'shape', form, box: readBox(value.box), fill: value.fill === true, text }
    }
    case 'picture': {
      const upload = id(value.upload)
      return upload === null
        ? undefined
        : { ...common, kind: 'picture', upload, box: readBox(value.box), text }
    }
    default:
      return undefined
  }
}

/** The box round something in a clip, in canvas px. */
function boxOf(fresh: NewFigure): Box {
  switch (fresh.kind) {
    case 'ink':
      return around(fresh.points)
    case 'text': {
      const { at, w = TEXT_WIDTH, size = 'm', text } = fresh
      return { ...at, w, h: textHeight({ w, size, text }) }
    }
    case 'arrow':
      return spread([fresh.start, fresh.end])
    case 'shape':
    case 'picture':
      return fresh.box
    default:
      return fresh satisfies never
  }
}

function spread(points: readonly Point[]): Box {
  return points.length === 0 ? { x: 0, y: 0, w: 0, h: 0 } : around(points.flatMap(({ x, y }) => [x, y]))
}

/**
 * Pastes a clip: one step of undo, the copies being the writer's own. Notes by themselves go to free places of
 * `region`, where that is named and `near` is not; otherwise the arrangement is kept: its middle comes to `near`, or its
 * top left to a free place of `region`, or it stays where it stood, moved a little off what is there already.
 *
 * @param into - the board and workshop that the writer writes on; `region`: file all of it there; `near`: canvas px;
 *   `isClear`: if notes or figures are there, it goes right of them or below, whichever is nearer
 * @returns the ids of what was made, and how many things were left out: pictures of another workshop, which has them,
 *   and what the clip had no room for
 */
export function pasteClip(
  writer: Writer,
  clip: Clip,
  into: {
    readonly board: string
    readonly workshop: string
    readonly region?: string | null
    readonly near?: Point
    readonly isClear?: boolean
  },
): { notes: string[]; figures: string[]; left: number } {
  const isHere = clip.workshop !== '' && clip.workshop === into.workshop
  const fromOf = (item: string): { from?: { board: string; item: string } } =>
    isHere && clip.board !== '' ? { from: { board: clip.board, item } } : {}
  const filed = into.region === undefined ? {} : { region: into.region }
  const figures = clip.figures
    .filter((figure) => isHere || figure.kind !== 'picture')
    .map((figure): Copied<NewFigure> => {
      const { id: item, z, ...rest } = figure
      const more = { ...filed, ...fromOf(item) }
      if (rest.kind !== 'ink') return { id: item, z, fresh: { ...rest, ...more } }
      const { ink, ...common } = rest
      return { id: item, z, fresh: { ...common, ...more, points: decodeInk(ink) } }
    })
  const isList =
    into.near === undefined &&
    into.region !== undefined &&
    figures.every(({ fresh }) => fresh.kind === 'arrow')
  const by = wayOf(writer, clip, figures, into)
  const notes = clip.notes.map((note): Copied<NewNote> => {
    const { id: item, z, text, color } = note
    const at = { x: px(note.x + by.x), y: px(note.y + by.y) }
    const place = isList ? {} : { at }
    return { id: item, z, fresh: { text, color, source: 'copied', ...filed, ...place, ...fromOf(item) } }
  })
  const made = addCopies(writer, { notes, figures }, by)
  return { ...made, left: clip.left + clip.figures.length - figures.length }
}

/** Where `box` covers nothing: there, or straight right of it, or straight below, whichever is nearer. */
function clearPlace(board: ReadableBoard, box: Box): Point {
  const isRoundIt = (other: Box): boolean =>
    other.x <= box.x &&
    other.y <= box.y &&
    other.x + other.w >= box.x + box.w &&
    other.y + other.h >= box.y + box.h
  const there: Box[] = [
    ...visibleNotes(board).map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
    // An outline drawn round the place is ground to put things on, unless it is what was copied.
    ...visibleFigures(board.drawings).flatMap((figure) => {
      const other = figureBox(board, figure)
      const isGround = figure.kind === 'shape' && isRoundIt(other) && (other.w > box.w || other.h > box.h)
      return isGround ? [] : [other]
    }),
  ]
  const from = (at: Point): Box | undefined =>
    there.find(({ x, y, w, h }) => x < at.x + box.w && at.x < x + w && y < at.y + box.h && at.y < y + h)
  const [right, below] = [
    { x: box.x, y: box.y },
    { x: box.x, y: box.y },
  ]
  // Each step passes one thing for good.
  for (let other = from(right); other !== undefined; other = from(right))
    right.x = other.x + other.w + NOTE_GAP
  for (let other = from(below); other !== undefined; other = from(below))
    below.y = other.y + other.h + NOTE_GAP
  return right.x - box.x <= below.y - box.y ? right : below
}

/** How far the arrangement is moved, in canvas px. */
function wayOf(
  { board }: Writer,
  clip: Clip,
  figures: readonly Copied<NewFigure>[],
  into: { readonly region?: string | null; readonly near?: Point; readonly isClear?: boolean },
): Point {
  const boxes = [
    ...clip.notes.map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
    ...figures.map(({ fresh }) => boxOf(fresh)),
  ]
  const all = spread(
    boxes.flatMap(({ x, y, w, h }) => [
      { x, y },
      { x: x + w, y: y + h },
    ]),
  )
  if (into.isClear === true) {
    const { near = { x: all.x + all.w / 2, y: all.y + all.h / 2 } } = into
    const place = clearPlace(board, { ...all, x: near.x - all.w / 2, y: near.y - all.h / 2 })
    return { x: px(place.x - all.x), y: px(place.y - all.y) }
  }
  if (into.near !== undefined)
    return { x: px(into.near.x - all.x - all.w / 2), y: px(into.near.y - all.y - all.h / 2) }
  if (into.region !== undefined) {
    const [place] = freePlaces(board, into.region, 1)
    return place === undefined ? { x: 0, y: 0 } : { x: px(place.x - all.x), y: px(place.y - all.y) }
  }
  const taken = new Set<string>()
  for (const { x, y, gone } of board.notes.values()) if (gone === null) taken.add(`${x} ${y}`)
  for (const drawing of board.drawings.values()) {
    if (isFigure(drawing) && drawing.gone === null) taken.add(`${drawing.x} ${drawing.y}`)
  }
  const places = [...clip.notes, ...figures.map(({ fresh }) => originOf(fresh))]
  let off = 0
  while (off < 50 * NUDGE && places.some(({ x, y }) => taken.has(`${px(x) + off} ${px(y) + off}`)))
    off += NUDGE
  return { x: off, y: off }
}
