/** Pictures behind everything, such as a worksheet: furniture that facilitators put there and take away. */
import * as Y from 'yjs'
import { LABEL_MAX } from './figures.ts'
import type { Box } from './layout.ts'
import { px, side } from './newFigures.ts'
import type { Groups } from './schema.ts'
import { entities } from './schema.ts'
import { cut } from './words.ts'
import type { Writer } from './writer.ts'
import { goneNow, groupsOf, write } from './writer.ts'

/** Puts a picture behind everything as the board's backdrop (facilitators; the server refuses others). Returns its id. */
export function addBackdrop(
  writer: Writer,
  backdrop: { readonly upload: string; readonly box: Box; readonly text: string },
): string {
  const id = writer.newId()
  const { upload, box, text } = backdrop
  write(writer, () => {
    const groups: Groups = new Y.Map<unknown>()
    groups.set('base', { kind: 'backdrop', by: writer.person, furniture: true, created: writer.now() })
    groups.set('shape', { upload, box: [px(box.x), px(box.y), side(box.w), side(box.h)] })
    groups.set('text', new Y.Text(cut(text, LABEL_MAX)))
    entities(writer.board.doc, 'drawings').set(id, groups)
  })
  return id
}

/** Takes a backdrop away (facilitators). */
export function removeBackdrop(writer: Writer, id: string): void {
  if (writer.board.drawings.get(id)?.kind !== 'backdrop') return
  write(writer, () => groupsOf(writer, 'drawings', id)?.set('gone', goneNow(writer, 'deleted')))
}
