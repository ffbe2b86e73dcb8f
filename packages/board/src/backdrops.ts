/** Pictures behind everything, such as a worksheet: furniture that facilitators put there and take away. */
import * as Y from 'yjs'
import { LABEL_MAX } from './figures.ts'
import type { Box } from './layout.ts'
import { removeFigures } from './figureOperations.ts'
import { px, side } from './newFigures.ts'
import type { Groups } from './schema.ts'
import { entities } from './schema.ts'
import { cut } from './words.ts'
import type { Writer } from './writer.ts'
import { CREATION, goneNow, groupsOf, inSight, write } from './writer.ts'

/**
 * Puts a picture behind everything as the board's backdrop (facilitators; the server refuses others). Like all making,
 * it is seen by a step of its own: do not call it within another transaction, or undo cannot take it away.
 *
 * @param instead - what goes in the same step of undo: backdrops that were there, figures that it was made from
 * @returns its id
 */
export function addBackdrop(
  writer: Writer,
  backdrop: { readonly upload: string; readonly box: Box; readonly text: string },
  instead: { readonly backdrops?: readonly string[]; readonly figures?: readonly string[] } = {},
): string {
  const id = writer.newId()
  const { upload, box, text } = backdrop
  writer.board.doc.transact(() => {
    const groups: Groups = new Y.Map<unknown>()
    groups.set('base', { kind: 'backdrop', by: writer.person, furniture: true, created: writer.now() })
    groups.set('shape', { upload, box: [px(box.x), px(box.y), side(box.w), side(box.h)] })
    groups.set('text', new Y.Text(cut(text, LABEL_MAX)))
    groups.set('gone', goneNow(writer, 'undone'))
    entities(writer.board.doc, 'drawings').set(id, groups)
  }, CREATION)
  write(writer, () => {
    for (const other of instead.backdrops ?? []) removeBackdrop(writer, other)
    removeFigures(writer, instead.figures ?? [], 'undone')
    inSight(writer, { notes: [], figures: [id] })
  })
  return id
}

/** Takes a backdrop away (facilitators). */
export function removeBackdrop(writer: Writer, id: string): void {
  const backdrop = writer.board.drawings.get(id)
  if (backdrop?.kind !== 'backdrop' || backdrop.gone !== null) return
  write(writer, () => groupsOf(writer, 'drawings', id)?.set('gone', goneNow(writer, 'deleted')))
}
