/** Where a picture comes to on the board, and a picture as the board's background. */
import type { Backdrop, Box, Point, ReadableBoard } from '@moot/board'
import {
  addBackdrop,
  figureBox,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  removeBackdrop,
  visibleFigures,
  visibleNotes,
} from '@moot/board'
import type { BoardReplica } from '@moot/client'
import { announce } from '../../../parts/announce.ts'
import { t } from '../../../text/index.ts'
import '../../../text/withFigures.ts'

/** Largest sides of a picture that nobody has sized, in canvas px: two notes and a half beside the notes. */
const PICTURE = { w: 480, h: 600 }
const PICTURE_LEAST = 32
/** Sides of a background, in canvas px: a worksheet whose boxes hold several notes each. */
const BACKDROP = { w: 1_600, h: 2_400 }

interface Size {
  readonly width: number
  readonly height: number
}

/** The size of a new picture on the board, in canvas px; never larger than it is. */
export function sizeOnBoard({ width, height }: Size): { readonly w: number; readonly h: number } {
  const scale = Math.min(1, PICTURE.w / width, PICTURE.h / height)
  const side = (px: number): number => Math.max(PICTURE_LEAST, Math.round(px * scale))
  return { w: side(width), h: side(height) }
}

/** A box of this size about a point. */
export function boxAbout({ x, y }: Point, { w, h }: { readonly w: number; readonly h: number }): Box {
  return { x: Math.round(x - w / 2), y: Math.round(y - h / 2), w, h }
}

/** Rings of places that are tried round a point. */
const RINGS = 12
const GAP = 24

/** A box of this size about a point or, where something lies there, as near to it as nothing does. */
export function boxNear(
  board: ReadableBoard,
  about: Point,
  size: { readonly w: number; readonly h: number },
): Box {
  const used: Box[] = [
    ...visibleNotes(board).map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT })),
    ...visibleFigures(board.drawings).map((figure) => figureBox(board, figure)),
  ]
  const first = boxAbout(about, size)
  const isFree = (box: Box): boolean =>
    !used.some(
      (other) =>
        box.x < other.x + other.w &&
        other.x < box.x + box.w &&
        box.y < other.y + other.h &&
        other.y < box.y + box.h,
    )
  const [stepX, stepY] = [(size.w + GAP) / 2, (size.h + GAP) / 2]
  for (let ring = 0; ring <= RINGS; ring += 1)
    for (let row = -ring; row <= ring; row += 1)
      for (let column = -ring; column <= ring; column += 1) {
        const box = {
          ...first,
          x: Math.round(first.x + column * stepX),
          y: Math.round(first.y + row * stepY),
        }
        if (Math.max(Math.abs(row), Math.abs(column)) === ring && isFree(box)) return box
      }
  return first
}

/** The backgrounds that are there; one, unless two facilitators were at it at once. */
export function backdropsOf(board: ReadableBoard): Backdrop[] {
  return [...board.drawings.values()].flatMap((each) =>
    each.kind === 'backdrop' && each.gone === null ? [each] : [],
  )
}

/** Puts a picture that was sent behind everything, in place of the background there is: one step of undo. */
export function putBackdrop(
  replica: BoardReplica,
  picture: Size & { readonly upload: string; readonly text: string; readonly about: Point },
): void {
  step(replica, () => makeBackdrop(replica, picture))
  announce(t('figures.saidBackdrop'))
}

/** Makes a picture on the board its background; the picture itself goes. One step of undo. */
export function makeBackdropOf(replica: BoardReplica, figureId: string): void {
  const figure = replica.reading.drawings.get(figureId)
  if (figure?.kind !== 'picture') return
  const { upload, text, x, y, w, h } = figure
  step(replica, () => {
    const about = { x: x + w / 2, y: y + h / 2 }
    makeBackdrop(replica, { upload, text, width: w, height: h, about }, [figureId])
  })
  announce(t('figures.saidBackdrop'))
}

/** Takes the background away: one step of undo. */
export function takeBackdrop(replica: BoardReplica): void {
  step(replica, () => {
    const { writer, reading } = replica
    writer.board.doc.transact(() => {
      for (const { id } of backdropsOf(reading)) removeBackdrop(writer, id)
    }, writer.origin)
  })
  announce(t('figures.saidBackdropRemoved'))
}

function makeBackdrop(
  replica: BoardReplica,
  { upload, text, width, height, about }: Parameters<typeof putBackdrop>[1],
  figures: readonly string[] = [],
): void {
  const { writer, reading } = replica
  const scale = Math.min(BACKDROP.w / width, BACKDROP.h / height)
  const size = { w: Math.round(width * scale), h: Math.round(height * scale) }
  const backdrops = backdropsOf(reading).map(({ id }) => id)
  addBackdrop(writer, { upload, text, box: boxAbout(about, size) }, { backdrops, figures })
}

function step(replica: BoardReplica, work: () => void): void {
  const { undo } = replica
  undo.checkpoint()
  work()
  undo.checkpoint()
}
