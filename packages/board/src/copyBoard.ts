/** A board made of what is in sight on another one. Entities are written anew: a clone of the document would bring its history. */
import * as Y from 'yjs'
import type { ReadableBoard } from './BoardReading.ts'
import { visibleNotes } from './BoardReading.ts'
import { anchorBox, arrowLine, isFigure, visibleFigures } from './figureGeometry.ts'
import type { Arrow, Figure } from './figures.ts'
import { encodeInk } from './ink.ts'
import { byStack } from './order.ts'
import type { EntityRoot, Furniture, Groups, Note, Region, Theme } from './schema.ts'
import { BOARD_SCHEMA, entities } from './schema.ts'

/** What a copy is made with. */
export interface CopyMeans {
  /** Id of the board that is copied, which every note and figure keeps as where it came from. */
  readonly board: string
  /** The template that it was set out from. */
  readonly template: string
  /** A fresh id, unique on the new board. */
  readonly newId: () => string
  readonly origin: unknown
  /** Only sections and what lies behind the notes. */
  readonly isSetUpAlone?: boolean
  /** Of the notes only these, with the themes that go as a whole, and no figures. */
  readonly notes?: ReadonlySet<string>
  /**
   * Into another workshop: nobody there knows the people or the boards of this one, so neither who made something nor
   * where it came from comes along. Pictures go by their new ids; those that have none stay behind.
   */
  readonly away?: { readonly uploads: ReadonlyMap<string, string> }
}

/**
 * Writes what is in sight on a board into an empty document, in one transaction: sections, furniture, themes, notes,
 * figures. Who made what and when stays, within the workshop; what is in the Bin, hidden, undone or unreadable does not
 * come along.
 */
export function copyBoard(source: ReadableBoard, target: Y.Doc, means: CopyMeans): void {
  const { newId, origin, away, isSetUpAlone = false, notes: chosen } = means
  const hasPicture = (upload: string): boolean => away === undefined || away.uploads.has(upload)
  const notes = isSetUpAlone
    ? []
    : visibleNotes(source).filter(({ id }) => chosen === undefined || chosen.has(id))
  const themes = isSetUpAlone
    ? []
    : [...source.themes.values()].filter(
        ({ id, gone }) => gone === null && (chosen === undefined || isWhole(source, id, chosen)),
      )
  const figures =
    isSetUpAlone || chosen !== undefined
      ? []
      : visibleFigures(source.drawings).filter((each) => each.kind !== 'picture' || hasPicture(each.upload))
  const furniture = [...source.drawings.values()].flatMap((each) => {
    if (isFigure(each) || ('gone' in each && each.gone !== null)) return []
    return each.kind === 'backdrop' && !hasPicture(each.upload) ? [] : [each]
  })
  const copies = new Map<string, string>()
  const fixed = new Set([...source.regions.keys(), ...furniture.map(({ id }) => id)])
  for (const { id } of [...themes, ...notes, ...figures]) {
    let fresh = newId()
    while (fixed.has(fresh)) fresh = newId()
    copies.set(id, fresh)
  }
  const home = (region: string | null): string | null =>
    region !== null && source.regions.has(region) ? region : null
  const put = (root: EntityRoot, id: string, groups: Readonly<Record<string, unknown>>): void => {
    const entity: Groups = new Y.Map<unknown>()
    for (const [name, value] of Object.entries(groups)) entity.set(name, value)
    entities(target, root).set(id, entity)
  }
  const copyOf = (id: string): string => copies.get(id) ?? newId()
  target.transact(() => {
    const meta = target.getMap<unknown>('meta')
    meta.set('schema', BOARD_SCHEMA)
    meta.set('template', means.template)
    for (const region of source.regions.values()) put('regions', region.id, regionGroups(region))
    for (const piece of furniture) put('drawings', piece.id, furnitureGroups(withPicture(piece, away)))
    const whose = <E extends { readonly by: string | null }>(each: E): E =>
      away === undefined ? each : { ...each, by: null, ...('via' in each && { via: null }) }
    const origins = (item: string): From | undefined =>
      away === undefined ? { board: means.board, item } : undefined
    for (const theme of themes) put('themes', copyOf(theme.id), themeGroups(whose(theme), home(theme.region)))
    for (const note of notes) {
      const theme = note.theme === null ? null : (copies.get(note.theme) ?? null)
      const place = { region: home(note.region), theme, from: origins(note.id) }
      put('notes', copyOf(note.id), noteGroups(whose(note), place))
    }
    for (const figure of figures.toSorted(byStack)) {
      const place = { region: home(figure.region), from: origins(figure.id), copies }
      put('drawings', copyOf(figure.id), figureGroups(source, whose(withPicture(figure, away)), place))
    }
  }, origin)
}

/** Whether a theme has notes in sight, and all of them are among these. */
function isWhole(source: ReadableBoard, theme: string, notes: ReadonlySet<string>): boolean {
  const members = visibleNotes(source).filter((note) => note.theme === theme)
  return members.length > 0 && members.every(({ id }) => notes.has(id))
}

/** A picture by the id that it has where the copy goes. */
function withPicture<P extends Figure | Furniture>(piece: P, away: CopyMeans['away']): P {
  if (piece.kind !== 'picture' && piece.kind !== 'backdrop') return piece
  return { ...piece, upload: away?.uploads.get(piece.upload) ?? piece.upload }
}

interface From {
  readonly board: string
  readonly item: string
}

function regionGroups({ tag, order, hue, x, y, w, h, title, prompt }: Region): Record<string, unknown> {
  return {
    base: { kind: 'region', tag, order, hue },
    box: [x, y, w, h],
    label: { title, prompt },
  }
}

/** What a copy of a theme is made of. */
export function themeGroups(
  { by, created, title, order }: Theme,
  region: string | null,
): Record<string, unknown> {
  return { base: { kind: 'theme', by, created }, title: new Y.Text(title), place: { region, order } }
}

/** What a copy of a note is made of. */
export function noteGroups(
  note: Note,
  {
    region,
    theme,
    from,
  }: { readonly region: string | null; readonly theme: string | null; readonly from: From | undefined },
): Record<string, unknown> {
  const { by, via, created, source, x, y, z, text, color, order, original } = note
  return {
    base: {
      kind: 'note',
      by,
      ...(via !== null && { via }),
      created,
      source,
      ...(from !== undefined && { from }),
    },
    pos: [x, y, z],
    text: new Y.Text(text),
    style: { color },
    member: { region, theme, order },
    ...(original === null ? {} : { original }),
  }
}

function furnitureGroups(piece: Furniture): Record<string, unknown> {
  const base = { kind: piece.kind, by: null, furniture: true }
  switch (piece.kind) {
    case 'frame':
      return { base, shape: { box: [piece.x, piece.y, piece.w, piece.h] } }
    case 'label':
      return { base, shape: { at: [piece.x, piece.y], text: piece.text, align: piece.align } }
    case 'curve': {
      const { segments, dash, hue, label, labelAt } = piece
      return { base, shape: { segments, dash, hue, label, labelAt } }
    }
    case 'backdrop': {
      const { upload, x, y, w, h, text } = piece
      return { base, shape: { upload, box: [x, y, w, h] }, text: new Y.Text(text) }
    }
    default:
      return piece satisfies never
  }
}

/** What a copy of a figure is made of: an arrow sticks to the copies of what it stuck to, by their old ids. */
export function figureGroups(
  source: ReadableBoard,
  figure: Figure,
  made: {
    readonly region: string | null
    readonly from: From | undefined
    readonly copies: ReadonlyMap<string, string>
  },
): Record<string, unknown> {
  const { kind, by, created, x, y, z, order, color, size } = figure
  return {
    base: { kind, by, created, furniture: false, ...(made.from !== undefined && { from: made.from }) },
    pos: [x, y, z],
    shape: shapeOf(source, figure, made.copies),
    style: { color, size, ...(kind === 'shape' && { fill: figure.fill }) },
    text: new Y.Text(kind === 'ink' ? '' : figure.text),
    ...(kind === 'ink' && { ink: new Y.Text(encodeInk(figure.points, [0, 0])) }),
    member: { region: made.region, order },
  }
}

function shapeOf(source: ReadableBoard, figure: Figure, copies: ReadonlyMap<string, string>): object {
  switch (figure.kind) {
    case 'ink':
      return { pen: figure.pen }
    case 'text':
      return { w: figure.w }
    case 'arrow':
      return {
        start: endOf(source, figure, 'start', copies),
        end: endOf(source, figure, 'end', copies),
      }
    case 'shape':
      return { form: figure.form, w: figure.w, h: figure.h }
    case 'picture':
      return { upload: figure.upload, w: figure.w, h: figure.h }
    default:
      return figure satisfies never
  }
}

/**
 * An end sticks to the copy of what it stuck to; where that does not come along, it stands where it was seen: at the
 * edge of what is gone, not at the point within it that it aimed at.
 */
function endOf(
  source: ReadableBoard,
  arrow: Arrow,
  which: 'start' | 'end',
  copies: ReadonlyMap<string, string>,
): object {
  const end = arrow[which]
  const copy = end.on === null ? undefined : copies.get(end.on.id)
  if (end.on !== null && copy !== undefined)
    return { on: [end.on.root, copy], at: [...end.at], x: end.x, y: end.y }
  if (anchorBox(source, end) === null) return { x: end.x, y: end.y }
  const seen = arrowLine(source, arrow)[which]
  return { x: Math.round(seen.x - arrow.x), y: Math.round(seen.y - arrow.y) }
}
