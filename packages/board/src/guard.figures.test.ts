/** What the guard keeps out of drawings, attack by attack. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addBackdrop } from './backdrops.ts'
import { extendInk, moveFigures, removeFigures, restyleFigures } from './figureOperations.ts'
import { INK_MAX, LABEL_MAX } from './figures.ts'
import { inspectUpdate } from './guard.ts'
import { addFigures } from './newFigures.ts'
import type { GuardCode } from './refused.ts'
import { keepHidden } from './repair.ts'
import type { Groups } from './schema.ts'
import { entities } from './schema.ts'
import { asFacilitator, asMal, OWNERS, refused, scene, SERVER, written } from './testing/attack.ts'
import { makeReplica } from './testing/people.ts'

/** The scene with a stroke and an outline of Bo's, one more outline that Ama hid, and Ama's backdrop. */
function drawn(): {
  server: Y.Doc
  mal: Y.Doc
  ink: string
  outline: string
  hidden: string
  backdrop: string
} {
  const { server, mal } = scene()
  const bo = makeReplica('bo', 22)
  const ama = makeReplica('ama', 21, true)
  const meet = (): void => {
    for (const { doc } of [bo, ama]) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
      Y.applyUpdate(server, Y.encodeStateAsUpdate(doc))
    }
  }
  meet()
  const box = { x: 0, y: 0, w: 50, h: 50 }
  const [ink = '', outline = '', hidden = ''] = addFigures(bo.writer, [
    { kind: 'ink', pen: 'pen', points: [0, 0, 5, 5] },
    { kind: 'shape', form: 'ellipse', box },
    { kind: 'shape', form: 'rectangle', box, text: 'rude' },
  ])
  const backdrop = addBackdrop(ama.writer, { upload: 'u', box, text: 'A worksheet' })
  meet()
  meet()
  removeFigures(ama.writer, [hidden], 'hidden')
  meet()
  Y.applyUpdate(mal, Y.encodeStateAsUpdate(server))
  return { server, mal, ink, outline, hidden, backdrop }
}

function groupsOf(doc: Y.Doc, id: string): Groups {
  const groups = entities(doc, 'drawings').get(id)
  if (groups === undefined) throw new Error('no such drawing')
  return groups
}
function wordsIn(doc: Y.Doc, id: string, group: string): Y.Text {
  const words = groupsOf(doc, id).get(group)
  if (!(words instanceof Y.Text)) throw new Error('no words')
  return words
}
function make(doc: Y.Doc, base: object, more: Record<string, unknown> = {}): void {
  const groups: Groups = new Y.Map<unknown>()
  groups.set('base', { by: 'mal', created: 1, furniture: false, ...base })
  for (const [name, value] of Object.entries(more)) groups.set(name, value)
  entities(doc, 'drawings').set('x', groups)
}
const longInk = (): Y.Text => new Y.Text('1,1 '.repeat(INK_MAX / 4 + 1))

const ATTACKS: readonly (readonly [string, GuardCode, (doc: Y.Doc, at: ReturnType<typeof drawn>) => void])[] =
  [
    ['a kind nobody knows', 'wrong_type', (doc) => make(doc, { kind: 'elephant' })],
    [
      'a figure that says nothing of furniture',
      'wrong_type',
      (doc) => make(doc, { kind: 'ink', furniture: 1 }),
    ],
    ['furniture by a participant', 'not_allowed', (doc) => make(doc, { kind: 'backdrop', furniture: true })],
    ['a backdrop that is no furniture', 'wrong_type', (doc) => make(doc, { kind: 'backdrop' })],
    ['a figure in somebody else’s name', 'not_allowed', (doc) => make(doc, { kind: 'text', by: 'bo' })],
    [
      'an origin that names nothing',
      'wrong_type',
      (doc) => make(doc, { kind: 'text', from: { board: 'b' } }),
    ],
    [
      'an origin of any size',
      'wrong_type',
      (doc) => make(doc, { kind: 'text', from: { board: 'b', item: 'i'.repeat(65) } }),
    ],
    [
      'ink on what is no stroke',
      'wrong_place',
      (doc) => make(doc, { kind: 'text' }, { ink: new Y.Text('1,1 ') }),
    ],
    ['a stroke beyond all measure', 'too_large', (doc) => make(doc, { kind: 'ink' }, { ink: longInk() })],
    [
      'a label beyond all measure',
      'too_large',
      (doc) => make(doc, { kind: 'shape' }, { text: new Y.Text('x'.repeat(LABEL_MAX * 2 + 1)) }),
    ],
    [
      'ink put into somebody else’s stroke',
      'not_allowed',
      (doc, { ink }) => wordsIn(doc, ink, 'ink').insert(0, '1,1 '),
    ],
    ['ink taken out of a stroke', 'not_allowed', (doc, { ink }) => wordsIn(doc, ink, 'ink').delete(0, 1)],
    ['ink replaced', 'not_allowed', (doc, { ink }) => void groupsOf(doc, ink).set('ink', new Y.Text())],
    ['words on a stroke', 'wrong_place', (doc, { ink }) => wordsIn(doc, ink, 'text').insert(0, 'x')],
    [
      'a stroke made with words',
      'wrong_place',
      (doc) => make(doc, { kind: 'ink' }, { ink: new Y.Text('1,1 '), text: new Y.Text('x') }),
    ],
    [
      'ink given to an outline',
      'not_allowed',
      (doc, { outline }) => void groupsOf(doc, outline).set('ink', new Y.Text()),
    ],
    ['ink taken away', 'not_allowed', (doc, { ink }) => groupsOf(doc, ink).delete('ink')],
    ['a figure erased', 'not_allowed', (doc, { ink }) => entities(doc, 'drawings').delete(ink)],
    [
      'a base replaced',
      'not_allowed',
      (doc, { ink }) => void groupsOf(doc, ink).set('base', { kind: 'ink', by: 'mal', furniture: false }),
    ],
    [
      'a backdrop described by a participant',
      'not_allowed',
      (doc, { backdrop }) => wordsIn(doc, backdrop, 'text').insert(0, 'x'),
    ],
    [
      'a backdrop taken away by a participant',
      'not_allowed',
      (doc, { backdrop }) => void groupsOf(doc, backdrop).set('gone', { by: 'mal', at: 1, how: 'deleted' }),
    ],
    [
      'a backdrop moved by a participant',
      'not_allowed',
      (doc, { backdrop }) => void groupsOf(doc, backdrop).set('shape', { upload: 'v', box: [0, 0, 1, 1] }),
    ],
    [
      'hiding by a participant',
      'not_allowed',
      (doc, { ink }) => void groupsOf(doc, ink).set('gone', { by: 'mal', at: 1, how: 'hidden' }),
    ],
    [
      'removing in somebody else’s name',
      'not_allowed',
      (doc, { ink }) => void groupsOf(doc, ink).set('gone', { by: 'bo', at: 1, how: 'deleted' }),
    ],
    ['what is hidden brought back', 'not_allowed', (doc, { hidden }) => groupsOf(doc, hidden).delete('gone')],
    [
      'what is hidden deleted',
      'not_allowed',
      (doc, { hidden }) => void groupsOf(doc, hidden).set('gone', { by: 'mal', at: 1, how: 'deleted' }),
    ],
    ['a group nobody knows', 'wrong_place', (doc, { ink }) => void groupsOf(doc, ink).set('parent', 'x')],
    [
      'a shape of any size',
      'too_large',
      (doc, { outline }) => void groupsOf(doc, outline).set('shape', { form: 'x'.repeat(9_000) }),
    ],
  ]

describe('figures', () => {
  it.each(ATTACKS)('[B-48] %s: %s', (_what, code, attack) => {
    const at = drawn()
    refused(
      at.server,
      written(at.mal, () => attack(at.mal, at)),
      code,
    )
  })

  it('[B-48] anybody moves, restyles, labels and removes anybody’s; only its maker goes on with a stroke', () => {
    const at = drawn()
    const mal = makeReplica('mal', 13)
    Y.applyUpdate(mal.doc, Y.encodeStateAsUpdate(at.server))
    const [own = ''] = addFigures(mal.writer, [{ kind: 'ink', pen: 'pen', points: [0, 0] }])
    moveFigures(mal.writer, [{ id: at.ink, to: { x: 90, y: 90 } }])
    restyleFigures(mal.writer, [at.ink], { color: 'red' })
    wordsIn(mal.doc, at.outline, 'text').insert(0, 'a label')
    removeFigures(mal.writer, [at.outline], 'merged')
    expect(extendInk(mal.writer, own, [5, 5])).toBe(true)
    const update = Y.encodeStateAsUpdate(mal.doc, Y.encodeStateVector(at.server))
    expect(inspectUpdate(at.server, update, asMal)).toMatchObject({ ok: true })
  })

  it('[B-48] a stroke goes on to its measure, and what is sent again counts once', () => {
    const at = drawn()
    const mal = makeReplica('mal', 13)
    Y.applyUpdate(mal.doc, Y.encodeStateAsUpdate(at.server))
    const [own = ''] = addFigures(mal.writer, [{ kind: 'ink', pen: 'pen', points: [0, 0] }])
    const some = Array.from({ length: 1_000 }, (_, index) => index % 10)
    let parts = 0
    while (extendInk(mal.writer, own, some)) {
      parts += 1
      // The whole of what they ever wrote, the part that is known included.
      const update = Y.encodeStateAsUpdate(mal.doc)
      expect(inspectUpdate(at.server, update, asMal)).toMatchObject({ ok: true })
      if (parts % 3 === 0) Y.applyUpdate(at.server, update)
    }
    expect(parts).toBeGreaterThan(5)
    expect(wordsIn(mal.doc, own, 'ink').length).toBeGreaterThan(INK_MAX - 4_000)
  })

  it('[B-39] a facilitator places furniture of known kinds, and takes a backdrop away', () => {
    const at = drawn()
    const asAma = { ...asFacilitator, person: 'mal', ownerOf: (client: number) => OWNERS.get(client) }
    for (const work of [
      (doc: Y.Doc) => make(doc, { kind: 'backdrop', furniture: true }),
      (doc: Y.Doc) => void groupsOf(doc, at.backdrop).set('gone', { by: 'mal', at: 1, how: 'deleted' }),
    ]) {
      const again = drawn()
      const update = written(again.mal, () => work(again.mal))
      expect(inspectUpdate(again.server, update, asAma)).toMatchObject({ ok: true })
    }
    refused(
      at.server,
      written(at.mal, () => make(at.mal, { kind: 'elephant', furniture: true })),
      'wrong_type',
      asAma,
    )
  })

  it('[B-32] a hiding that somebody did not see yet holds', () => {
    const at = drawn()
    // Of values written at once the higher client's stands: hers would be lost.
    const ama = makeReplica('ama', 9, true)
    Y.applyUpdate(ama.doc, Y.encodeStateAsUpdate(at.server))
    removeFigures(ama.writer, [at.outline], 'hidden')
    Y.applyUpdate(at.server, Y.encodeStateAsUpdate(ama.doc))
    const update = written(at.mal, () => {
      groupsOf(at.mal, at.outline).set('gone', { by: 'mal', at: 1, how: 'deleted' })
    })
    const result = inspectUpdate(at.server, update, asMal)
    expect(result).toMatchObject({ ok: true })
    if (!result.ok) return
    Y.applyUpdate(at.server, update)
    keepHidden(at.server, result.hidden, SERVER)
    expect(groupsOf(at.server, at.outline).get('gone')).toMatchObject({ by: 'ama', how: 'hidden' })
  })
})
