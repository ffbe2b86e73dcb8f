/** Notes and figures under one kind of name: keys, which the canvas's hands and tldraw's store go by. */
import type { TLShapeId } from '@tldraw/editor'
import { createShapeId } from '@tldraw/editor'
import type { Items } from '@moot/board'
import type { Counted, Item } from './props.ts'

const SHAPE = 'shape:'
const FIGURE = 'figure:'
const NOTE = 'note:'

/** A note's key: its id. Ids that look like another kind of key are set apart, so that none can clash. */
export function noteKey(id: string): string {
  return id.startsWith(FIGURE) || id.startsWith(NOTE) ? NOTE + id : id
}

/** A figure's key. */
export function figureKey(id: string): string {
  return FIGURE + id
}

/** The key of a note or figure. */
export function keyOf({ root, id }: Item): string {
  return root === 'notes' ? noteKey(id) : figureKey(id)
}

/** What a key stands for. */
export function itemOf(key: string): Item {
  if (key.startsWith(FIGURE)) return { root: 'drawings', id: key.slice(FIGURE.length) }
  return { root: 'notes', id: key.startsWith(NOTE) ? key.slice(NOTE.length) : key }
}

/** A key as tldraw writes its ids. */
export function shapeIdOf(key: string): TLShapeId {
  return createShapeId(key)
}

/** The key of what a shape draws. */
export function keyOfShape(shapeId: string): string {
  return shapeId.slice(SHAPE.length)
}

/** Sorts keys into notes' ids and figures' ids. */
export function sortKeys(keys: Iterable<string>): { readonly notes: string[]; readonly figures: string[] } {
  const notes: string[] = []
  const figures: string[] = []
  for (const key of keys) {
    const { root, id } = itemOf(key)
    if (root === 'notes') notes.push(id)
    else figures.push(id)
  }
  return { notes, figures }
}

/** Keys of notes and figures. */
export function keysOf({ notes = [], figures = [] }: Partial<Items>): string[] {
  return [...notes.map(noteKey), ...figures.map(figureKey)]
}

/** How many of each there are. */
export function countOf({ notes, figures }: Items): Counted {
  return { notes: notes.length, figures: figures.length }
}
