/** Copies of notes and figures: what they would be made from anew, moved, with their arrows stuck to one another. */
import type { ArrowEnd, Figure } from './figures.ts'
import type { Anchors } from './figureGeometry.ts'
import { arrowLine } from './figureGeometry.ts'
import { itemsOf } from './items.ts'
import type { Point } from './layout.ts'
import { regionAfterMove } from './layout.ts'
import type { NewEnd, NewFigure } from './newFigures.ts'
import { createFigures } from './newFigures.ts'
import type { NewNote } from './operations.ts'
import { createNotes } from './operations.ts'
import { byStack, ordersBetween } from './order.ts'
import type { Note } from './schema.ts'
import type { Items, Writer } from './writer.ts'
import { inSight, topStack } from './writer.ts'

/**
 * What a figure would be made from anew, where it is. An arrow's ends keep what they stick to, and stand where they are
 * drawn should they come off it.
 */
export function asNew(board: Anchors, figure: Figure): NewFigure {
  const { color, size, region, x, y } = figure
  const common = { color, size, region }
  switch (figure.kind) {
    case 'ink':
      return {
        ...common,
        kind: 'ink',
        pen: figure.pen,
        points: figure.points.map((value, index) => value + (index % 2 === 0 ? x : y)),
      }
    case 'text':
      return { ...common, kind: 'text', at: { x, y }, w: figure.w, text: figure.text }
    case 'arrow': {
      const line = arrowLine(board, figure)
      const end = (each: ArrowEnd, at: Point): NewEnd =>
        each.on === null ? at : { ...at, on: each.on, at: each.at }
      const { start, end: tip, text } = figure
      return { ...common, kind: 'arrow', start: end(start, line.start), end: end(tip, line.end), text }
    }
    case 'shape': {
      const { form, fill, text, w, h } = figure
      return { ...common, kind: 'shape', form, fill, text, box: { x, y, w, h } }
    }
    case 'picture': {
      const { upload, text, w, h } = figure
      return { ...common, kind: 'picture', upload, text, box: { x, y, w, h } }
    }
    default:
      return figure satisfies never
  }
}

/**
 * The same figure `dx`/`dy` px away. Arrows that stick to something copied with them (`copies`: from old ids to new,
 * notes and figures) stick to the copy; their other ends are free.
 */
export function shifted(
  fresh: NewFigure,
  dx: number,
  dy: number,
  copies: ReadonlyMap<string, string>,
): NewFigure {
  const moved = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy })
  switch (fresh.kind) {
    case 'ink':
      return { ...fresh, points: fresh.points.map((value, index) => value + (index % 2 === 0 ? dx : dy)) }
    case 'text':
      return { ...fresh, at: moved(fresh.at) }
    case 'arrow': {
      const end = ({ on, at, ...point }: NewEnd): NewEnd => {
        const copy = on == null ? undefined : copies.get(on.id)
        if (on == null || copy === undefined) return moved(point)
        return { ...moved(point), on: { root: on.root, id: copy }, ...(at !== undefined && { at }) }
      }
      return { ...fresh, start: end(fresh.start), end: end(fresh.end) }
    }
    case 'shape':
    case 'picture':
      return { ...fresh, box: { ...fresh.box, ...moved(fresh.box) } }
    default:
      return fresh satisfies never
  }
}

/** What copies of figures would be made from, `dx`/`dy` px away; see `shifted`. */
export function copiesOf(
  figures: readonly Figure[],
  board: Anchors,
  dx: number,
  dy: number,
  copies: ReadonlyMap<string, string> = new Map(),
): NewFigure[] {
  return figures.map((figure) => shifted(asNew(board, figure), dx, dy, copies))
}

/** Something to be copied: what it is, its id and stacking order there. */
export interface Copied<T> {
  readonly id: string
  readonly z: string
  readonly fresh: T
}

/**
 * Adds copies of notes and figures as one step of undo, above everything there is, lying over one another as they did.
 * Arrows that stick to what is copied with them stick to the copies.
 *
 * @param by - how far figures are moved, in canvas px; notes say themselves where they go
 */
export function addCopies(
  writer: Writer,
  items: {
    readonly notes: readonly Copied<NewNote>[]
    readonly figures: readonly Copied<NewFigure>[]
  },
  by: Point,
): { notes: string[]; figures: string[] } {
  const pile = [
    ...items.notes.map(({ id, z }) => ({ id: `n${id}`, z })),
    ...items.figures.map(({ id, z }) => ({ id: `f${id}`, z })),
  ].toSorted(byStack)
  const stacks = ordersBetween(topStack(writer.board), null, pile.length)
  const stackOf = new Map(pile.map(({ id }, index) => [id, stacks[index]]))
  const copies = new Map<string, string>()
  const stacked = <T extends NewNote | NewFigure>(fresh: T, key: string): T => {
    const z = stackOf.get(key)
    return z === undefined ? fresh : { ...fresh, z }
  }
  const notes = createNotes(
    writer,
    items.notes.map(({ id, fresh }) => stacked(fresh, `n${id}`)),
  )
  items.notes.forEach(({ id }, index) => copies.set(id, notes[index] ?? ''))
  // What arrows stick to comes before them, since an arrow has to know the copies' ids.
  const isArrow = ({ fresh }: Copied<NewFigure>): boolean => fresh.kind === 'arrow'
  const figures = new Map<string, string>()
  for (const some of [items.figures.filter((each) => !isArrow(each)), items.figures.filter(isArrow)]) {
    const made = createFigures(
      writer,
      some.map(({ id, fresh }) => stacked(shifted(fresh, by.x, by.y, copies), `f${id}`)),
    )
    some.forEach(({ id }, index) => {
      figures.set(id, made[index] ?? '')
      copies.set(id, made[index] ?? '')
    })
  }
  const ids = { notes, figures: items.figures.flatMap(({ id }) => figures.get(id) ?? []) }
  inSight(writer, ids)
  return ids
}

/** Copies notes and figures in sight `dx`/`dy` px away, the copies being the writer's own: one step of undo. */
export function duplicateItems(
  writer: Writer,
  ids: Items,
  dx: number,
  dy: number,
): { notes: string[]; figures: string[] } {
  const { board } = writer
  const { notes, figures } = itemsOf(board, ids)
  const copied = (note: Note): Copied<NewNote> => {
    const { id, z, text, color } = note
    const at = { x: note.x + dx, y: note.y + dy }
    const region = regionAfterMove(board, note, at)
    const theme = region === note.region ? note.theme : null
    return { id, z, fresh: { text, color, region, theme, at, source: 'copied' } }
  }
  return addCopies(
    writer,
    {
      notes: notes.filter(({ gone }) => gone === null).map(copied),
      figures: figures
        .filter(({ gone }) => gone === null)
        .map((figure) => {
          const { region: _, ...fresh } = asNew(board, figure)
          return { id: figure.id, z: figure.z, fresh }
        }),
    },
    { x: dx, y: dy },
  )
}

/** Copies notes a little to the side, the copies being the writer's own. Returns the copies' ids. */
export function duplicateNotes(writer: Writer, ids: readonly string[]): string[] {
  return duplicateItems(writer, { notes: ids, figures: [] }, 24, 24).notes
}
