/** Order on a board: tidying up a section, and sorting it. Notes change places and order, never section or theme. */
import type { ReadableBoard } from './BoardReading.ts'
import { figureBox, visibleFigures } from './figureGeometry.ts'
import type { Figure } from './figures.ts'
import type { Box, Point } from './layout.ts'
import { REGION_PAD, regionHead, themeBox, underSections } from './layout.ts'
import { ordersBetween } from './order.ts'
import type { OutlineSection } from './outline.ts'
import { outline } from './outline.ts'
import type { Note, Region, Theme } from './schema.ts'
import { NOTE_COLORS, NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'
import type { Area, Group } from './shelves.ts'
import { BLOCK_GAP, blockOf, shelve } from './shelves.ts'
import type { Writer } from './writer.ts'
import { groupsOf, write } from './writer.ts'

export const SORTS = ['oldest', 'newest', 'words', 'color', 'writer', 'theme'] as const
/** What a section can be sorted by. `theme`: the themes by their titles, the notes in them as they were. */
export type SortBy = (typeof SORTS)[number]

/** A section with more notes than this many times what it holds goes on under all sections, where there is width. */
const OVERFULL = 4
/** Least width of an area without a section round it, in canvas px: six notes and their outlines. */
const OPEN_WIDTH = 1_200
/** How much wider than high such an area is. */
const OPEN_SHAPE = 1.6

/**
 * Lays a section's notes out in reading order: themes as blocks, then the notes in no theme in rows. Nothing covers
 * anything, also where there are more notes than the section holds: they go on below it. One step of undo.
 *
 * @param regionId - `null` for the notes in no section
 * @returns how many notes changed places
 */
export function tidyUp(writer: Writer, regionId: string | null): number {
  const section = sectionOf(writer.board, regionId)
  if (section === undefined) return 0
  const places = tidyPlaces(writer.board, section)
  let moved = 0
  write(writer, () => {
    moved = putNotes(writer, places)
  })
  return moved
}

/**
 * Sorts the notes of a section, each theme's among themselves and those in no theme among themselves, and tidies up.
 * Equal ones stay in the order they were in. One step of undo.
 *
 * @param regionId - `null` for the notes in no section
 * @param nameOf - a writer's name, for sorting by writer
 * @returns how many notes and themes changed their place in the order, or their place on the canvas
 */
export function sortSection(
  writer: Writer,
  regionId: string | null,
  by: SortBy,
  nameOf: (person: string) => string = (person) => person,
): number {
  const section = sectionOf(writer.board, regionId)
  if (section === undefined) return 0
  const compare = comparer(by, nameOf)
  const themes = section.themes.map(({ theme, notes }) => ({ theme, notes: notes.toSorted(compare) }))
  const sorted: OutlineSection = {
    ...section,
    themes: by === 'theme' ? themes.toSorted((a, b) => byWords(a.theme.title, b.theme.title)) : themes,
    others: section.others.toSorted(compare),
  }
  const orders = new Map([
    ...ordersFor(section.others, sorted.others),
    ...themes.flatMap(({ notes }, index) => [...ordersFor(section.themes[index]?.notes ?? [], notes)]),
  ])
  const themeOrders = ordersFor(
    section.themes.map(({ theme }) => theme),
    sorted.themes.map(({ theme }) => theme),
  )
  const places = tidyPlaces(writer.board, sorted)
  let changed = 0
  write(writer, () => {
    for (const [id, order] of orders) {
      const note = writer.board.notes.get(id)
      if (note === undefined) continue
      groupsOf(writer, 'notes', id)?.set('member', { region: note.region, theme: note.theme, order })
    }
    for (const [id, order] of themeOrders) {
      const theme = writer.board.themes.get(id)
      if (theme !== undefined) groupsOf(writer, 'themes', id)?.set('place', { region: theme.region, order })
    }
    changed = orders.size + themeOrders.size + putNotes(writer, places)
  })
  return changed
}

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base', ignorePunctuation: true })

function comparer(by: SortBy, nameOf: (person: string) => string): (a: Note, b: Note) => number {
  switch (by) {
    case 'oldest':
      return (a, b) => a.created - b.created
    case 'newest':
      return (a, b) => b.created - a.created
    case 'words':
      return (a, b) => byWords(a.text, b.text)
    case 'color':
      return (a, b) => NOTE_COLORS.indexOf(a.color) - NOTE_COLORS.indexOf(b.color)
    case 'writer':
      return (a, b) => {
        if (a.by === null || b.by === null) return last(a.by === null, b.by === null)
        // Two people may have the same name; their notes stay apart.
        return words.compare(nameOf(a.by), nameOf(b.by)) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)
      }
    case 'theme':
      return () => 0
    default:
      return by satisfies never
  }
}

/** By letters, what has none last. */
function byWords(a: string, b: string): number {
  return last(a.trim() === '', b.trim() === '') || words.compare(a, b)
}

/** What something is missing from comes last. */
const last = (isA: boolean, isB: boolean): number => Number(isA) - Number(isB)

/** The orders that bring a list into another sequence, for those that change: the same ones again, dealt out anew. */
function ordersFor(
  before: readonly (Note | Theme)[],
  after: readonly (Note | Theme)[],
): ReadonlyMap<string, string> {
  if (before.every(({ id }, index) => after[index]?.id === id)) return new Map()
  const own = before.map(({ order }) => order)
  const areApart = own.every((order, index) => index === 0 || order > (own[index - 1] ?? ''))
  const orders = areApart ? own : ordersBetween(null, null, own.length)
  return new Map(
    after.flatMap(({ id, order }, index): [string, string][] => {
      const next = orders[index] ?? order
      return next === order ? [] : [[id, next]]
    }),
  )
}

function sectionOf(board: ReadableBoard, regionId: string | null): OutlineSection | undefined {
  return outline(board).find(({ region }) => (region?.id ?? null) === regionId)
}

function putNotes(writer: Writer, places: ReadonlyMap<string, Point>): number {
  let moved = 0
  for (const [id, { x, y }] of places) {
    const note = writer.board.notes.get(id)
    if (note === undefined || (note.x === x && note.y === y)) continue
    groupsOf(writer, 'notes', id)?.set('pos', [x, y, note.z])
    moved += 1
  }
  return moved
}

function tidyPlaces(board: ReadableBoard, section: OutlineSection): Map<string, Point> {
  const groups: Group[] = [
    ...section.themes.map(({ notes }) => ({ isTheme: true, ids: notes.map(({ id }) => id) })),
    { isTheme: false, ids: section.others.map(({ id }) => id) },
  ]
  const own = new Set(groups.flatMap(({ ids }) => ids))
  return shelve(groups, areasFor(board, section.region, groups), inTheWay(board, section.region, own))
}

/**
 * Free places for notes that come to a section together, group after group, round everything that is there already.
 *
 * @param regionId - `null` for no section
 * @param more - boxes that are taken besides, in canvas px
 */
export function placesForGroups(
  board: ReadableBoard,
  regionId: string | null,
  groups: readonly Group[],
  more: readonly Box[] = [],
): Map<string, Point> {
  const region = regionId === null ? null : (board.regions.get(regionId) ?? null)
  const taken = [...inTheWay(board, region, new Set()), ...more]
  return shelve(groups, areasFor(board, region, groups), taken)
}

/**
 * Free places for notes that come to a theme which has notes already: in rows under them, as wide as its outline.
 *
 * @param more - boxes that are taken besides, in canvas px
 */
export function placesInTheme(
  board: ReadableBoard,
  members: readonly Note[],
  ids: readonly string[],
  more: readonly Box[] = [],
): Map<string, Point> {
  const left = Math.min(...members.map(({ x }) => x))
  const right = Math.max(...members.map(({ x }) => x + NOTE_WIDTH))
  const bottom = Math.max(...members.map(({ y }) => y + NOTE_HEIGHT))
  const area: Area = { left, right, top: bottom + NOTE_GAP, bottom: Infinity }
  const region = board.regions.get(members[0]?.region ?? '') ?? null
  const taken = [...inTheWay(board, region, new Set(members.map(({ id }) => id))), ...more]
  // Its own notes count again: only its outline is no obstacle to them.
  const own = members.map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT }))
  return shelve([{ isTheme: false, ids }], [area], [...taken, ...own])
}

/** Where a section's notes may be laid out: in it, then below it; for a great many, and for none, under all sections. */
function areasFor(
  board: ReadableBoard,
  region: Region | null,
  groups: readonly Group[],
): readonly [Area, ...Area[]] {
  const open = openArea(board, groups)
  if (region === null) return [open]
  const inside: Area = {
    left: region.x + REGION_PAD,
    right: region.x + region.w - REGION_PAD,
    top: region.y + regionHead(region),
    bottom: region.y + region.h - REGION_PAD,
  }
  const columns = Math.max(1, Math.floor((inside.right - inside.left + NOTE_GAP) / (NOTE_WIDTH + NOTE_GAP)))
  const rows = Math.max(1, Math.floor((inside.bottom - inside.top + NOTE_GAP) / (NOTE_HEIGHT + NOTE_GAP)))
  const count = groups.reduce((sum, { ids }) => sum + ids.length, 0)
  if (count > OVERFULL * columns * rows) return [inside, open]
  return [inside, { ...inside, top: region.y + region.h + BLOCK_GAP, bottom: Infinity }]
}

function openArea(board: ReadableBoard, groups: readonly Group[]): Area {
  const { x, y } = underSections(board)
  const room = groups.reduce((sum, { isTheme, ids }) => {
    const block = blockOf(ids.length, OPEN_WIDTH)
    return (
      sum + (isTheme ? block.w * block.h : ids.length * (NOTE_WIDTH + NOTE_GAP) * (NOTE_HEIGHT + NOTE_GAP))
    )
  }, 0)
  const width = Math.max(OPEN_WIDTH, Math.ceil(Math.sqrt(room * OPEN_SHAPE)))
  return { left: x, right: x + width, top: y, bottom: Infinity }
}

/**
 * What stays where it is: other notes, text boxes, pictures, small outlines, the other sections, and outlines of other
 * themes that are not strewn about. Strokes and arrows are over everything anyway; an outline that a note fits into is
 * ground.
 */
function inTheWay(board: ReadableBoard, region: Region | null, own: ReadonlySet<string>): Box[] {
  const notes = [...board.notes.values()]
    .filter(({ gone, id }) => gone === null && !own.has(id))
    .map(({ x, y }) => ({ x, y, w: NOTE_WIDTH, h: NOTE_HEIGHT }))
  const figures = visibleFigures(board.drawings)
    .filter(isInTheWay)
    .map((figure) => figureBox(board, figure))
  const regions = [...board.regions.values()].filter(({ id }) => id !== region?.id)
  const themes = outline(board)
    .flatMap((section) => section.themes.map((theme) => theme.notes))
    .filter((members) => !members.some(({ id }) => own.has(id)))
    .flatMap((members) => {
      const box = themeBox(members)
      return box !== null && isCompact(box, members.length) ? [box] : []
    })
  return [...notes, ...figures, ...regions, ...themes]
}

/** Whether a theme's notes lie together, so that its outline takes room; else it only shows that they belong. */
function isCompact(box: Box, count: number): boolean {
  const block = blockOf(count, OPEN_WIDTH)
  return box.w * box.h <= 2 * block.w * block.h
}

function isInTheWay(figure: Figure): boolean {
  switch (figure.kind) {
    case 'text':
    case 'picture':
      return true
    case 'shape':
      return figure.w < NOTE_WIDTH || figure.h < NOTE_HEIGHT
    default:
      return false
  }
}
