/** What people do with figures, for the laws of boards; see `people.ts`. */
import { addBackdrop, removeBackdrop } from '../backdrops.ts'
import { packClip, pasteClip, readClip } from '../clip.ts'
import { duplicateItems } from '../copies.ts'
import { isFigure } from '../figureGeometry.ts'
import {
  absolute,
  extendInk,
  fileFigures,
  moveFigures,
  removeFigures,
  resizeFigure,
  restack,
  restyleFigures,
  setArrow,
  settleInk,
} from '../figureOperations.ts'
import type { Figure } from '../figures.ts'
import { DRAW_COLORS, DRAW_SIZES } from '../figures.ts'
import { restoreItems } from '../items.ts'
import type { NewEnd, NewFigure } from '../newFigures.ts'
import { addFigures } from '../newFigures.ts'
import { wordsOf } from '../read.ts'
import { applyEdit, editBetween } from '../words.ts'
import type { Writer } from '../writer.ts'

export const FIGURE_DEEDS = [
  'draw',
  'draw',
  'extend',
  'extend',
  'settle',
  'textBox',
  'arrow',
  'arrow',
  'outline',
  'picture',
  'label',
  'label',
  'moveFigure',
  'moveFigure',
  'resize',
  'stick',
  'restyle',
  'fileFigure',
  'removeFigure',
  'hideFigure',
  'restoreFigure',
  'restack',
  'moveAll',
  'duplicateAll',
  'paste',
  'backdrop',
  'removeBackdrop',
] as const

/** Does one deed with figures; those that make no sense just now do nothing. */
export function performFigure(
  writer: Writer,
  isFacilitator: boolean,
  kind: (typeof FIGURE_DEEDS)[number],
  { a, b, words }: { readonly a: number; readonly b: number; readonly words: string },
): void {
  const { board } = writer
  const pick = <T>(list: readonly T[], at: number): T | undefined =>
    list.length === 0 ? undefined : list[at % list.length]
  const all = [...board.drawings.values()]
    .filter(isFigure)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const inSight = all.filter((each) => each.gone === null)
  const notes = [...board.notes.values()].filter((each) => each.gone === null).map(({ id }) => id)
  const figure = pick(inSight, a)
  const of = <K extends Figure['kind']>(wanted: K): Extract<Figure, { kind: K }> | undefined =>
    pick(
      inSight.filter((each): each is Extract<Figure, { kind: K }> => each.kind === wanted),
      a,
    )
  const style = { color: pick(DRAW_COLORS, a) ?? 'ink', size: pick(DRAW_SIZES, b) ?? 'm' }
  const box = { x: a * 20 - 40, y: b * 20 - 40, w: a * 9, h: b * 11 }
  const add = (fresh: NewFigure): void => void addFigures(writer, [{ ...style, ...fresh }])
  /** An arrow's end on something, or on nothing. Also on what arrows do not stick to: nothing is to break. */
  const end = (at: number): NewEnd => {
    const point = { x: at * 13.4, y: at * 7 }
    const note = pick(notes, at)
    const other = pick(all, at)
    if (at % 3 === 0 && note !== undefined) return { ...point, on: { root: 'notes', id: note }, at: [0.2, 1] }
    return at % 3 === 1 && other !== undefined ? { ...point, on: { root: 'drawings', id: other.id } } : point
  }
  const some = {
    notes: notes.slice(a % 3, (a % 3) + 2),
    figures: inSight.slice(b % 4, (b % 4) + 3).map(({ id }) => id),
  }
  switch (kind) {
    case 'draw':
      return add({ kind: 'ink', pen: b % 2 === 0 ? 'pen' : 'highlighter', points: [a, b, a + 0.5, -b] })
    case 'extend': {
      const own = pick(
        all.filter((each) => each.kind === 'ink' && each.by === writer.person),
        a,
      )
      if (own) extendInk(writer, own.id, [a * 3, b, b, a])
      return
    }
    case 'settle':
      if (figure) settleInk(writer, figure.id)
      return
    case 'textBox':
      return add({ kind: 'text', at: { x: a * 20, y: b * 20 }, text: words })
    case 'arrow':
      return add({ kind: 'arrow', start: end(a), end: end(b), text: words })
    case 'outline':
      return add({ kind: 'shape', form: a % 2 === 0 ? 'rectangle' : 'ellipse', box, fill: b % 2 === 0 })
    case 'picture':
      return add({ kind: 'picture', upload: `u${a}`, box, text: words })
    case 'label': {
      const text = figure && wordsOf(board.doc, 'drawings', figure.id)
      if (!text) return
      const before = text.toString()
      const edit = editBetween(before, words + before.slice(a % 3))
      if (edit) applyEdit(text, edit, writer.origin)
      return
    }
    case 'moveFigure':
      if (figure) moveFigures(writer, [{ id: figure.id, to: { x: a * 31 - 100, y: b * 31 - 100 } }])
      return
    case 'resize':
      if (figure) resizeFigure(writer, figure.id, box)
      return
    case 'stick': {
      const arrow = of('arrow')
      if (arrow) setArrow(writer, arrow.id, { start: end(b), end: absolute(arrow, arrow.start) })
      return
    }
    case 'restyle':
      if (figure) restyleFigures(writer, [figure.id], b % 2 === 0 ? style : { fill: a % 2 === 0 })
      return
    case 'fileFigure':
      fileFigures(writer, some.figures, pick([null, ...board.regions.keys()], b) ?? null)
      return
    case 'removeFigure':
      if (figure) removeFigures(writer, [figure.id], b % 5 === 0 ? 'merged' : 'deleted')
      return
    case 'hideFigure':
      if (figure && isFacilitator) removeFigures(writer, [figure.id], 'hidden')
      return
    case 'restoreFigure': {
      const gone = pick(
        all.filter((each) => each.gone !== null && (isFacilitator || each.gone.how !== 'hidden')),
        a,
      )
      if (gone) restoreItems(writer, { notes: [], figures: [gone.id] })
      return
    }
    case 'restack':
      restack(writer, some, a % 2 === 0 ? 'front' : 'back')
      return
    case 'moveAll':
      board.doc.transact(
        () =>
          moveFigures(
            writer,
            inSight.map(({ id, x, y }) => ({ id, to: { x: x + 10, y: y - 10 } })),
          ),
        writer.origin,
      )
      return
    case 'duplicateAll':
      duplicateItems(writer, some, 24, 24)
      return
    case 'paste': {
      const clip = readClip(JSON.parse(JSON.stringify(packClip(board, { workshop: 'w', board: 'b' }, some))))
      const into = b % 2 === 0 ? { near: { x: a * 9, y: b * 9 } } : { region: a % 2 === 0 ? 'r1' : null }
      if (clip) pasteClip(writer, clip, { workshop: a % 4 === 0 ? 'v' : 'w', board: 'c', ...into })
      return
    }
    case 'backdrop':
      if (isFacilitator) addBackdrop(writer, { upload: 'u', box, text: words })
      return
    case 'removeBackdrop': {
      const backdrop = pick(
        [...board.drawings.values()].filter((each) => each.kind === 'backdrop'),
        a,
      )
      if (backdrop && isFacilitator) removeBackdrop(writer, backdrop.id)
      return
    }
    default:
      kind satisfies never
  }
}
