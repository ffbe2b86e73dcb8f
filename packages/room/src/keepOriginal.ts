/** The writer's own last wording of a note, kept when somebody else changes it. */
import * as Y from 'yjs'
import { entities } from '@moot/board'
import { SERVER_PERSON } from './Storage.ts'

type OwnerOf = (client: number) => string | undefined

/** Who last changed the words of each note, as far as it was seen since the document was loaded. */
export type LastWriters = Map<string, string>

/**
 * To be called inside the transaction, before `writer`'s change to the words of `noteId` is applied: writes the group
 * `original` if the words are still the author's own.
 */
export function keepOriginal(
  doc: Y.Doc,
  noteId: string,
  writer: string,
  last: LastWriters,
  ownerOf: OwnerOf,
): void {
  const groups: unknown = entities(doc, 'notes').get(noteId)
  if (!(groups instanceof Y.Map)) return
  const words: unknown = groups.get('text')
  const author = authorOf(groups)
  if (!(words instanceof Y.Text)) return
  const lastWriter = last.get(noteId) ?? soleWriter(words, ownerOf) ?? author
  last.set(noteId, writer)
  if (writer === author || lastWriter !== author) return
  const wording = words.toString()
  if (wording.trim() !== '' && groups.get('original') !== wording) groups.set('original', wording)
}

function authorOf(groups: Y.Map<unknown>): string {
  const base: unknown = groups.get('base')
  const by: unknown = typeof base === 'object' && base !== null && 'by' in base ? base.by : null
  return typeof by === 'string' ? by : SERVER_PERSON
}

/**
 * Who wrote all letters of a text, those deleted since included. `undefined` for no letters at all; where several wrote,
 * nobody knows who came last, and an original was kept when the second one came: then somebody who is nobody's author.
 */
function soleWriter(words: Y.Text, ownerOf: OwnerOf): string | undefined {
  let sole: string | undefined
  for (let item = words._start; item !== null; item = item.right) {
    const owner = ownerOf(item.id.client) ?? '?'
    if (sole !== undefined && sole !== owner) return '?'
    sole = owner
  }
  return sole
}
