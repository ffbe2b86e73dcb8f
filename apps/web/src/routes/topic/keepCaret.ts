/** Where a caret stands after somebody else changed the words around it. */
import { editBetween } from '@moot/board'
import { mergeText } from '@moot/workshop'

/** Stands for the caret while texts are merged: a sign that no keyboard has. */
const MARK = '\u{e000}'
/** So many letters before the caret say where it belongs, when the words changed on both sides of it; fewer if need be. */
const CONTEXTS = [16, 8, 4] as const

/**
 * @param caret - place in `before`, in UTF-16 units
 * @returns its place in `after`
 */
export function caretIn(before: string, after: string, caret: number): number {
  const edit = editBetween(before, after)
  if (edit === null || caret <= edit.index) return caret
  const { index, remove, insert } = edit
  if (caret >= index + remove) return caret + insert.length - remove
  // Changes on both sides look like one around it: it goes where a mark at its place would be merged to.
  const marked = mergeText(before, before.slice(0, caret) + MARK + before.slice(caret), after)
  const place = marked.indexOf(MARK)
  if (place !== -1 && marked.slice(0, place) + marked.slice(place + MARK.length) === after) return place
  // The word that it is in is another one: it stays behind the letters that it was behind.
  for (const letters of CONTEXTS) {
    const context = before.slice(Math.max(0, caret - letters), caret)
    const found = nearest(after, context, caret - context.length)
    if (found !== -1) return found + context.length
  }
  return index + insert.length
}

/** Where a piece of text stands nearest to a place; -1 where it does not. */
function nearest(text: string, piece: string, place: number): number {
  const behind = text.indexOf(piece, place)
  const ahead = text.lastIndexOf(piece, place)
  if (behind === -1 || ahead === -1) return Math.max(behind, ahead)
  return behind - place < place - ahead ? behind : ahead
}
