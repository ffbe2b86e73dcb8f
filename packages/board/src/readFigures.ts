/** Figures out of a document, as tolerantly as everything else is read (B-5). */
import type { ArrowEnd, Figure, Origin } from './figures.ts'
import { DRAW_COLORS, DRAW_SIZES, LABEL_MAX, SIDE_MAX, SIDE_MIN } from './figures.ts'
import { inkPoints } from './ink.ts'
import { id, isRecord, json, list, oneOf, order, px, readGone, when, words } from './readValues.ts'
import type { Groups } from './schema.ts'

const side = (value: unknown): number => Math.max(SIDE_MIN, Math.min(SIDE_MAX, px(value)))

/** A part of a width or height: 0 to 1, the middle where it makes no sense. */
export const part = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.min(1, value)) : 0.5

/** Reads where a copy came from. */
export function readOrigin(value: unknown): Origin | null {
  const from = json(value)
  const board = id(from.board)
  const item = id(from.item)
  const at = when(from.at)
  return board === null || item === null ? null : { board, item, ...(at > 0 && { at }) }
}

function readEnd(value: unknown): ArrowEnd {
  const end = json(value)
  const [root, target] = list(end.on)
  const [across, down] = list(end.at)
  const stuck = id(target)
  const sticksTo: 'notes' | 'drawings' | null = root === 'notes' || root === 'drawings' ? root : null
  const on = sticksTo === null || stuck === null ? null : { root: sticksTo, id: stuck }
  const at: ArrowEnd['at'] = on === null ? [0.5, 0.5] : [part(across), part(down)]
  return { on, at, x: px(end.x), y: px(end.y) }
}

/** Reads one figure, or `undefined` where the groups are none that is known here. */
export function readFigure(figureId: string, groups: Groups): Figure | undefined {
  const base = groups.get('base')
  if (!isRecord(base) || base.furniture === true) return undefined
  const [x, y, z] = list(groups.get('pos'))
  const shape = json(groups.get('shape'))
  const style = json(groups.get('style'))
  const member = json(groups.get('member'))
  const common = {
    id: figureId,
    furniture: false as const,
    by: id(base.by),
    created: when(base.created),
    from: readOrigin(base.from),
    x: px(x),
    y: px(y),
    z: order(z),
    region: id(member.region),
    order: order(member.order),
    color: oneOf(DRAW_COLORS, style.color, 'ink'),
    size: oneOf(DRAW_SIZES, style.size, 'm'),
    gone: readGone(groups.get('gone')),
  }
  const text = words(groups.get('text'), LABEL_MAX)
  switch (base.kind) {
    case 'ink':
      return {
        ...common,
        kind: 'ink',
        pen: shape.pen === 'highlighter' ? 'highlighter' : 'pen',
        points: inkPoints(groups.get('ink')),
      }
    case 'text': {
      // Put down empty while somebody else wrote in it, as with a note.
      const gone = common.gone?.how === 'empty' && text.trim() !== '' ? null : common.gone
      return { ...common, gone, kind: 'text', w: side(shape.w), text }
    }
    case 'arrow':
      return { ...common, kind: 'arrow', start: readEnd(shape.start), end: readEnd(shape.end), text }
    case 'shape':
      return {
        ...common,
        kind: 'shape',
        form: shape.form === 'ellipse' ? 'ellipse' : 'rectangle',
        w: side(shape.w),
        h: side(shape.h),
        fill: style.fill === true,
        text,
      }
    case 'picture': {
      const upload = id(shape.upload)
      if (upload === null) return undefined
      return { ...common, kind: 'picture', upload, w: side(shape.w), h: side(shape.h), text }
    }
    default:
      return undefined
  }
}
