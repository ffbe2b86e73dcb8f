/** Where a figure's words are written: over the place where they will stand. In canvas px. */
import type { Box, Figure, Outline } from '@moot/board'
import { LABEL_PX, LINE_HEIGHT, TEXT_PX } from '@moot/board'
import { outlineLabel } from '@moot/picture'

/** Space inside the editor of a label, as in canvas.css, and round it within an outline. */
const PAD = 8
/** Least room for words in an outline and on an arrow, and room for a picture's description, in canvas px. */
const LABEL_ROOM = { w: 200, h: 2 * LABEL_PX * LINE_HEIGHT + 16 }
const DESCRIPTION_ROOM = { w: 260, h: 96 }

/** The words an outline has, and a line more. */
function labelHeight(outline: Outline): number {
  return (outlineLabel(outline)?.h ?? 0) + LABEL_PX * LINE_HEIGHT + 2 * PAD
}

/** Where a figure's words are written. */
export function wordsRoom(figure: Figure, box: Box): Box {
  const centred = (w: number, h: number): Box => ({
    x: box.x + (box.w - w) / 2,
    y: box.y + (box.h - h) / 2,
    w,
    h,
  })
  switch (figure.kind) {
    case 'text':
      // A line more, so that the next one has room before it is there.
      return { ...box, h: box.h + TEXT_PX[figure.size] * LINE_HEIGHT }
    case 'shape':
      return centred(Math.max(LABEL_ROOM.w, box.w - 2 * PAD), Math.max(LABEL_ROOM.h, labelHeight(figure)))
    case 'picture': {
      const w = Math.max(DESCRIPTION_ROOM.w, box.w)
      return { x: box.x + (box.w - w) / 2, y: box.y + box.h - DESCRIPTION_ROOM.h, w, h: DESCRIPTION_ROOM.h }
    }
    case 'arrow':
    case 'ink':
      return centred(LABEL_ROOM.w, LABEL_ROOM.h)
    default:
      return figure satisfies never
  }
}
