/** Making themes: the half that is not undone by itself; see `createNotes`. */
import * as Y from 'yjs'
import { lastOrder, ordersBetween } from './order.ts'
import type { Groups } from './schema.ts'
import { entities, TITLE_MAX } from './schema.ts'
import { cut } from './words.ts'
import type { Writer } from './writer.ts'
import { CREATION, goneNow, inParts } from './writer.ts'

/** Makes themes, out of sight as yet, under `CREATION`, after all there are. Returns their ids. */
export function createThemes(
  writer: Writer,
  fresh: readonly { readonly title: string; readonly region: string | null }[],
): string[] {
  const { board } = writer
  const ids = fresh.map(() => writer.newId())
  const last = lastOrder([...board.themes.values()].map((theme) => theme.order))
  const orders = ordersBetween(last, null, fresh.length)
  inParts(
    fresh,
    ({ title }) => title.length,
    (from, to) =>
      board.doc.transact(() => {
        for (let index = from; index < to; index += 1) {
          const each = fresh[index]
          const id = ids[index]
          if (each === undefined || id === undefined) continue
          const groups: Groups = new Y.Map<unknown>()
          groups.set('base', { kind: 'theme', by: writer.person, created: writer.now() })
          groups.set('title', new Y.Text(cut(each.title, TITLE_MAX)))
          groups.set('place', { region: each.region, order: orders[index] })
          groups.set('gone', goneNow(writer, 'undone'))
          entities(board.doc, 'themes').set(id, groups)
        }
      }, CREATION),
  )
  return ids
}
