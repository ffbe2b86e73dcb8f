/** What the guard keeps out, attack by attack; each is refused with its code and leaves the document as it was. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from './guard.ts'
import { relabelRegion, removeNotes } from './operations.ts'
import type { GuardCode } from './refused.ts'
import { keepHidden } from './repair.ts'
import type { Groups } from './schema.ts'
import { entities, NOTE_TEXT_MAX } from './schema.ts'
import {
  asFacilitator,
  asMal,
  newNote,
  noteGroups,
  OWNERS,
  refused,
  scene,
  SERVER,
  written,
} from './testing/attack.ts'
import { makeReplica } from './testing/people.ts'

describe('an honest update', () => {
  it('[B-30] of a stock client with bare Yjs gets in, and says what it touches', () => {
    const { server, mal } = scene()
    const result = inspectUpdate(
      server,
      written(mal, () => newNote(mal, 'fresh')),
      { ...asMal, ownerOf: (client) => (client === 13 ? undefined : OWNERS.get(client)) },
    )
    expect(result).toMatchObject({ ok: true, isNew: true, newClients: [13] })
    if (result.ok) expect(result.touched.get('notes')).toEqual(new Set(['fresh']))
  })

  it('[B-33] that is known already, or empty, is not new', () => {
    const { server, mal } = scene()
    expect(inspectUpdate(server, Y.encodeStateAsUpdate(mal), asMal)).toMatchObject({ ok: true, isNew: false })
    expect(inspectUpdate(server, Y.encodeStateAsUpdate(new Y.Doc()), asMal)).toMatchObject({
      ok: true,
      isNew: false,
    })
  })

  it('[B-34] that changes words of a note tells so, for the original to be kept (X-9)', () => {
    const { server, note, mal } = scene()
    const words = noteGroups(mal, note).get('text')
    const update = written(mal, () => {
      if (words instanceof Y.Text) words.insert(0, 'not ')
    })
    expect(inspectUpdate(server, update, asMal)).toMatchObject({ ok: true, reworded: new Set([note]) })
    const deleting = written(mal, () => {
      if (words instanceof Y.Text) words.delete(4, 2)
    })
    Y.applyUpdate(server, update)
    expect(inspectUpdate(server, deleting, asMal)).toMatchObject({ ok: true, reworded: new Set([note]) })
  })
})

describe('in somebody else’s name', () => {
  it('[B-35] a client id of somebody else, or of the server, is refused', () => {
    for (const client of [1, 11, 12]) {
      const { server, mal } = scene()
      mal.clientID = client
      refused(
        server,
        written(mal, () => newNote(mal, 'x')),
        'foreign_client',
      )
    }
  })

  it('[B-35] many unused client ids at once are refused', () => {
    const { server } = scene()
    const parts = Array.from({ length: 9 }, (_, index) => {
      const doc = new Y.Doc()
      doc.clientID = 100 + index
      return written(doc, () => newNote(doc, `x${index}`))
    })
    refused(server, Y.mergeUpdates(parts), 'foreign_client')
  })

  it('[B-36] a note or theme by somebody else, or by nobody, is refused', () => {
    for (const by of ['bo', null, 7, undefined]) {
      const { server, mal } = scene()
      refused(
        server,
        written(mal, () => newNote(mal, 'x', { base: { kind: 'note', by, created: 1, source: 'typed' } })),
        'not_allowed',
      )
    }
    const { server, mal } = scene()
    const update = written(mal, () => {
      const groups: Groups = new Y.Map<unknown>()
      groups.set('base', { kind: 'theme', by: 'bo', created: 1 })
      entities(mal, 'themes').set('t', groups)
    })
    refused(server, update, 'not_allowed')
  })

  it('[B-36] somebody they assist may be named', () => {
    const { server, mal } = scene()
    const update = written(mal, () =>
      newNote(mal, 'x', { base: { kind: 'note', by: 'bo', via: 'mal', created: 1, source: 'typed' } }),
    )
    expect(inspectUpdate(server, update, { ...asMal, mayWriteAs: () => true })).toMatchObject({ ok: true })
  })

  it('[B-36] who entered a note is its writer, and is named where it is somebody else’s', () => {
    for (const names of [
      { by: 'bo' },
      { by: 'bo', via: 'ama' },
      { by: 'bo', via: 'bo' },
      { by: 'mal', via: 'mal' },
    ]) {
      const { server, mal } = scene()
      const base = { kind: 'note', ...names, created: 1, source: 'typed' }
      const update = written(mal, () => newNote(mal, 'x', { base }))
      refused(server, update, 'not_allowed', { ...asMal, mayWriteAs: () => true })
    }
  })

  it('[B-36] deleting in somebody else’s name is refused', () => {
    const { server, note, mal } = scene()
    refused(
      server,
      written(mal, () => noteGroups(mal, note).set('gone', { by: 'bo', at: 1, how: 'deleted' })),
      'not_allowed',
    )
  })

  it('[B-36] only the server reveals', () => {
    const { server, mal } = scene()
    refused(
      server,
      written(mal, () =>
        newNote(mal, 'x', { base: { kind: 'note', by: 'mal', created: 1, source: 'revealed' } }),
      ),
      'wrong_type',
    )
  })
})

/** What somebody might write into a note that is there. */
const FORGERIES: readonly (readonly [string, GuardCode, (groups: Groups) => unknown])[] = [
  [
    'base changed',
    'not_allowed',
    (groups: Groups) => groups.set('base', { kind: 'note', by: 'mal', created: 1, source: 'typed' }),
  ],
  ['base taken away', 'not_allowed', (groups: Groups) => groups.delete('base')],
  ['words replaced', 'not_allowed', (groups: Groups) => groups.set('text', new Y.Text('mine'))],
  ['words taken away', 'not_allowed', (groups: Groups) => groups.delete('text')],
  ['words as a value', 'wrong_type', (groups: Groups) => groups.set('text', 'mine')],
  ['the original forged', 'not_allowed', (groups: Groups) => groups.set('original', 'never said')],
  ['an unknown group', 'wrong_place', (groups: Groups) => groups.set('extra', 1)],
  ['a map in a group', 'wrong_type', (groups: Groups) => groups.set('style', new Y.Map())],
  ['a list in a group', 'wrong_type', (groups: Groups) => groups.set('pos', new Y.Array())],
  ['a document in a group', 'wrong_type', (groups: Groups) => groups.set('style', new Y.Doc())],
  ['bytes in a group', 'wrong_type', (groups: Groups) => groups.set('style', Uint8Array.of(1))],
  [
    'bytes inside a value',
    'wrong_type',
    (groups: Groups) => groups.set('style', { color: Uint8Array.of(1) }),
  ],
  ['a big integer', 'malformed', (groups: Groups) => groups.set('style', { color: 1n })],
  [
    'a value nested deep',
    'wrong_type',
    (groups: Groups) => groups.set('style', { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } }),
  ],
  ['a value too large', 'too_large', (groups: Groups) => groups.set('style', { color: 'x'.repeat(9_000) })],
  ['gone without a reason', 'wrong_type', (groups: Groups) => groups.set('gone', { by: 'mal', at: 1 })],
  [
    'hidden by a participant',
    'not_allowed',
    (groups: Groups) => groups.set('gone', { by: 'mal', at: 1, how: 'hidden' }),
  ],
]

describe('what never changes', () => {
  it.each(FORGERIES)('[B-37] %s: %s', (_what, code, attack) => {
    const { server, note, mal } = scene()
    refused(
      server,
      written(mal, () => void attack(noteGroups(mal, note))),
      code,
    )
  })

  it.each([
    ['replaced', 'not_allowed', (doc: Y.Doc, id: string) => newNote(doc, id)],
    ['erased', 'not_allowed', (doc: Y.Doc, id: string) => entities(doc, 'notes').delete(id)],
  ] as const)('[B-38] a note %s: %s', (_what, code, attack) => {
    const { server, note, mal } = scene()
    refused(
      server,
      written(mal, () => attack(mal, note)),
      code,
    )
  })

  it('[B-38] a note made and replaced, made and erased, or made without a base in one update is refused', () => {
    for (const work of [
      (doc: Y.Doc) => (newNote(doc, 'x'), newNote(doc, 'x')),
      (doc: Y.Doc) => (newNote(doc, 'x'), entities(doc, 'notes').delete('x')),
      (doc: Y.Doc) => newNote(doc, 'x', { base: undefined }),
      (doc: Y.Doc) => newNote(doc, 'x', { original: 'never said' }),
      (doc: Y.Doc) => newNote(doc, 'x', { base: { kind: 'region', by: 'mal', created: 1, source: 'typed' } }),
      (doc: Y.Doc) => void doc.getMap('notes').set('x', 'a note'),
      (doc: Y.Doc) => void doc.getMap('notes').set('x', new Y.Array()),
      (doc: Y.Doc) => void doc.getMap('notes').set('x', new Y.XmlHook('x')),
      (doc: Y.Doc) => newNote(doc, 'x', { text: new Y.XmlText('x') }),
      (doc: Y.Doc) => newNote(doc, 'x'.repeat(65)),
    ]) {
      const { server, mal } = scene()
      refused(
        server,
        written(mal, () => work(mal)),
        ['not_allowed', 'wrong_type', 'too_large'],
      )
    }
  })

  it('[B-39] sections, furniture and meta are not a participant’s', () => {
    for (const work of [
      (doc: Y.Doc) => entities(doc, 'regions').get('r1')?.set('label', { title: 'Mine', prompt: '' }),
      (doc: Y.Doc) => entities(doc, 'regions').get('r1')?.set('box', [0, 0, 1, 1]),
      (doc: Y.Doc) => entities(doc, 'regions').get('r1')?.delete('label'),
      (doc: Y.Doc) => {
        const groups: Groups = new Y.Map<unknown>()
        groups.set('base', { kind: 'region', tag: '', order: 'a9', hue: '' })
        entities(doc, 'regions').set('r9', groups)
      },
      (doc: Y.Doc) =>
        entities(doc, 'drawings')
          .get('f1')
          ?.set('shape', { box: [0, 0, 9, 9] }),
      (doc: Y.Doc) => entities(doc, 'drawings').get('f1')?.delete('shape'),
      (doc: Y.Doc) => {
        const groups: Groups = new Y.Map<unknown>()
        groups.set('base', { kind: 'frame', by: 'mal', furniture: true })
        entities(doc, 'drawings').set('f9', groups)
      },
      (doc: Y.Doc) => doc.getMap('meta').set('schema', 99),
      (doc: Y.Doc) => doc.getMap('meta').delete('template'),
    ]) {
      const { server, mal } = scene()
      refused(
        server,
        written(mal, () => void work(mal)),
        'not_allowed',
      )
    }
  })

  it('[B-39] a facilitator renames a section, and still does not touch meta', () => {
    const { server, mal } = scene()
    const ama = makeReplica('ama', 11, true)
    Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(server))
    const update = written(ama.doc, () => relabelRegion(ama.writer, 'r1', { title: 'New', prompt: 'Why?' }))
    const sender = { ...asFacilitator, person: 'ama', mayWriteAs: (person: string) => person === 'ama' }
    expect(inspectUpdate(server, update, sender)).toMatchObject({ ok: true })
    refused(
      server,
      written(mal, () => mal.getMap('meta').set('schema', 2)),
      'not_allowed',
      asFacilitator,
    )
  })

  it('[B-40] what a facilitator hid, a participant neither brings back nor deletes', () => {
    for (const work of [
      (groups: Groups) => groups.delete('gone'),
      (groups: Groups) => groups.set('gone', { by: 'mal', at: 1, how: 'deleted' }),
      (groups: Groups) => {
        groups.set('gone', { by: 'mal', at: 1, how: 'deleted' })
        groups.delete('gone')
      },
    ]) {
      const { server, hidden, mal } = scene()
      refused(
        server,
        written(mal, () => work(noteGroups(mal, hidden))),
        'not_allowed',
      )
      const again = scene()
      const asAma = { ...asFacilitator, person: 'mal' }
      expect(
        inspectUpdate(
          again.server,
          written(again.mal, () => work(noteGroups(again.mal, again.hidden))),
          asAma,
        ),
      ).toMatchObject({ ok: true })
    }
  })
})

describe('a hiding that somebody did not see yet', () => {
  it('[B-32] is not undone by pretending so: the update gets in, and the note stays hidden', () => {
    const { server, note, mal } = scene()
    const ama = makeReplica('ama', 21, true)
    Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(server))
    removeNotes(ama.writer, [note], 'hidden')
    Y.applyUpdate(server, Y.encodeStateAsUpdate(ama.doc))
    const update = written(mal, () => {
      noteGroups(mal, note).set('gone', { by: 'mal', at: 1, how: 'deleted' })
      noteGroups(mal, note).delete('gone')
    })
    const result = inspectUpdate(server, update, asMal)
    expect(result).toMatchObject({ ok: true })
    if (!result.ok) return
    Y.applyUpdate(server, update)
    keepHidden(server, result.hidden, SERVER)
    expect(noteGroups(server, note).get('gone')).toMatchObject({ by: 'ama', how: 'hidden' })
  })
})

describe('places that no view reads', () => {
  it.each([
    ['an unknown top-level name', (doc: Y.Doc) => void doc.getMap('other').set('a', 1)],
    ['a list item in a map', (doc: Y.Doc, note: string) => listItemIn(doc, entities(doc, 'notes').get(note))],
    ['a list item at the top level', (doc: Y.Doc) => listItemIn(doc, doc.getMap('notes'))],
    [
      'an attribute of a text',
      (doc: Y.Doc, note: string) => {
        const words = noteGroups(doc, note).get('text')
        if (words instanceof Y.Text) words.setAttribute('a', 'b')
      },
    ],
  ] as const)('[B-41] %s is refused', (_what, attack) => {
    const { server, note, mal } = scene()
    refused(
      server,
      written(mal, () => attack(mal, note)),
      'wrong_place',
    )
  })

  it.each([
    ['formatted words', (words: Y.Text) => words.format(0, 3, { bold: true })],
    ['something embedded in words', (words: Y.Text) => words.insertEmbed(0, { image: 'x' })],
  ] as const)('[B-41] %s are refused', (_what, attack) => {
    const { server, note, mal } = scene()
    const words = noteGroups(mal, note).get('text')
    refused(
      server,
      written(mal, () => {
        if (words instanceof Y.Text) attack(words)
      }),
      'wrong_type',
    )
  })

  it('[B-42] words beyond all measure are refused', () => {
    const { server, note, mal } = scene()
    const words = noteGroups(mal, note).get('text')
    refused(
      server,
      written(mal, () => {
        if (words instanceof Y.Text) words.insert(0, 'x'.repeat(2 * NOTE_TEXT_MAX))
      }),
      'too_large',
    )
  })
})

/** Puts a list item where Yjs's own interface has none. */
function listItemIn(doc: Y.Doc, parent: Groups | Y.Map<Groups> | undefined): void {
  if (parent === undefined) throw new Error('no parent')
  doc.transact((transaction) => {
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
    // Yjs types a parent by what it calls observers with; any of its types is one.
    const anyParent: unknown = parent
    if (!(anyParent instanceof Y.AbstractType)) throw new Error('no parent')
    new Y.Item(id, null, null, null, null, anyParent, null, new Y.ContentAny(['x'])).integrate(transaction, 0)
  })
}
