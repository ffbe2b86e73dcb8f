/** The writer's own last wording of a note, kept when somebody else changes it. */
import * as Y from 'yjs'
import { entities } from '@moot/board'
import { SERVER_PERSON } from './Storage.ts'

type OwnerOf = (client: number) => string | undefined

/** Who last changed the words of each note, as far as it was seen since the document was loaded. */
export type LastWriters = Map<string, string>

/** A note's own wording that is about to be changed by somebody else. */
export interface Original {
  readonly groups: Y.Map<unknown>
  readonly wording: string
}

/**
 * What has to be kept before `writer` changes the words of `noteId`, or `null`: only the author's own last wording, and
 * only when somebody else comes after it. Writing it into the group `original` settles it.
 */
export function originalToKeep(
  doc: Y.Doc,
  noteId: string,
  writer: string,
  last: ReadonlyMap<string, string>,
  ownerOf: OwnerOf,
): Original | null {
  const groups: unknown = entities(doc, 'notes').get(noteId)
  if (!(groups instanceof Y.Map)) return null
  const words: unknown = groups.get('text')
  const author = authorOf(groups)
  if (!(words instanceof Y.Text) || writer === author) return null
  if ((last.get(noteId) ?? soleWriter(words, ownerOf) ?? author) !== author) return null
  const wording = words.toString()
  return wording.trim() === '' || groups.get('original') === wording ? null : { groups, wording }
}

/** Whose hand wrote a note: that of who entered it, where it is somebody else's. */
function authorOf(groups: Y.Map<unknown>): string {
  const base: unknown = groups.get('base')
  if (typeof base !== 'object' || base === null) return SERVER_PERSON
  const { by, via } = { by: null, via: null, ...base }
  return typeof via === 'string' ? via : typeof by === 'string' ? by : SERVER_PERSON
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
