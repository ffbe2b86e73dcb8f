/** A picture as the board's background: put there, replaced, taken away. */
import type { Backdrop, Point, ReadableBoard } from '@moot/board'
import { addBackdrop, removeBackdrop } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import { announce } from '../../../parts/announce.ts'
import { t } from '../../../text/index.ts'
import '../../../text/withFigures.ts'
import type { Size } from './boxes.ts'
import { boxAbout } from './boxes.ts'

/** Sides of a background, in canvas px: a worksheet whose boxes hold several notes each. */
const BACKDROP = { w: 1_600, h: 2_400 }

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
