/** Figures and backdrops made valid again; see `repair.ts`. */
import type { ArrowEnd, Figure } from './figures.ts'
import { INK_MAX, LABEL_MAX } from './figures.ts'
import { isFigure } from './figureGeometry.ts'
import { readDrawing } from './read.ts'
import type { Backdrop, Groups } from './schema.ts'
import { settle, settleGone, settleWords } from './settle.ts'

/** Repairs a drawing; returns how many groups were written. Curves, frames and labels are left as they are. */
export function repairDrawing(groups: Groups, id: string): number {
  const drawing = readDrawing(id, groups)
  if (drawing === undefined) return 0
  if (drawing.kind === 'backdrop') return repairBackdrop(groups, drawing)
  return isFigure(drawing) ? repairFigure(groups, drawing) : 0
}

function repairBackdrop(groups: Groups, { upload, x, y, w, h, gone }: Backdrop): number {
  return (
    settle(groups, 'shape', { upload, box: [x, y, w, h] }) +
    settleWords(groups, 'text', LABEL_MAX) +
    settleGone(groups, gone)
  )
}

function repairFigure(groups: Groups, figure: Figure): number {
  const { x, y, z, region, order, color, size } = figure
  const fill = figure.kind === 'shape' && { fill: figure.fill }
  return (
    settle(groups, 'pos', [x, y, z]) +
    settle(groups, 'shape', shapeOf(figure)) +
    settle(groups, 'style', { color, size, ...fill }) +
    settleWords(groups, 'text', LABEL_MAX) +
    (figure.kind === 'ink' ? settleWords(groups, 'ink', INK_MAX) : 0) +
    settle(groups, 'member', { region, order }) +
    settleGone(groups, figure.gone)
  )
}

function shapeOf(figure: Figure): object {
  switch (figure.kind) {
    case 'ink':
      return { pen: figure.pen }
    case 'text':
      return { w: figure.w }
    case 'arrow':
      return { start: endOf(figure.start), end: endOf(figure.end) }
    case 'shape':
      return { form: figure.form, w: figure.w, h: figure.h }
    case 'picture':
      return { upload: figure.upload, w: figure.w, h: figure.h }
    default:
      return figure satisfies never
  }
}

const endOf = ({ on, at, x, y }: ArrowEnd): object =>
  on === null ? { x, y } : { on: [on.root, on.id], at, x, y }
