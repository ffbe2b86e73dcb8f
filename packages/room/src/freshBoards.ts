/** Documents of boards that begin: from a template, or from what is in sight on another board. */
import * as Y from 'yjs'
import type { BoardSeed, CopyMeans, ReadableBoard } from '@moot/board'
import { copyBoard, seedBoard } from '@moot/board'
import { emptyDocument } from './documents.ts'
import type { NewWorkshop } from './Storage.ts'
import { SERVER_PERSON } from './Storage.ts'

/** A document as storage takes it, with its first row. */
export type FreshDocument = NewWorkshop['documents'][number]

/** What making one needs from outside. */
interface Means {
  /** Id of the document. */
  readonly doc: string
  /** A Yjs client id that nobody has. */
  readonly client: number
  /** ms since 1970, server time. */
  readonly at: number
}

/** A document set out from a template. */
export function seededDocument(seed: BoardSeed, means: Means): FreshDocument {
  return writtenDocument(means, (doc) => seedBoard(doc, seed, null))
}

/** A document with what is in sight on another board, or its set-up alone, written anew: nothing of its history comes along. */
export function copiedDocument(
  from: { readonly reading: ReadableBoard } & Omit<CopyMeans, 'newId' | 'origin'>,
  newId: () => string,
  means: Means,
): FreshDocument {
  return writtenDocument(means, (doc) => copyBoard(from.reading, doc, { ...from, newId, origin: null }))
}

/** A document with what `write` puts into it. */
export function writtenDocument({ doc, client, at }: Means, write: (into: Y.Doc) => void): FreshDocument {
  const made = emptyDocument(client)
  write(made)
  const update = Y.encodeStateAsUpdate(made)
  made.destroy()
  return {
    doc,
    append: {
      rows: [{ seq: 1, person: SERVER_PERSON, at, update }],
      clients: [[client, SERVER_PERSON]],
    },
  }
}
