import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardReading } from './BoardReading.ts'
import { inspectUpdate } from './guard.ts'
import { GROUPS } from './schema.ts'
import { seedBoard } from './seed.ts'
import { SEED } from './testing/people.ts'

const spec = readFileSync(`${import.meta.dirname}/../SPEC.md`, 'utf8')

it('[B-4] the program in SPEC.md makes a note that is read, and that the guard lets in', () => {
  const [, program = ''] = /```js\n([\s\S]*?)```/.exec(spec) ?? []
  const run: unknown = runInThisContext(
    `(function (Y, doc, person, meanwhile) { ${program}
      const id = addNote(doc, person, 'hello'); meanwhile(); changeNote(doc, id, ' there'); return id })`,
  )
  if (typeof run !== 'function') throw new Error('no program')
  const server = new Y.Doc()
  seedBoard(server, SEED, 'server')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  const take = (): void => {
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
    const sender = {
      person: 'p1',
      isFacilitator: false,
      mayWriteAs: (person: string) => person === 'p1',
      ownerOf: (client: number) => (client === doc.clientID ? 'p1' : 'server'),
    }
    expect(inspectUpdate(server, update, sender)).toMatchObject({ ok: true })
    Y.applyUpdate(server, update)
  }
  const id: unknown = run(Y, doc, 'p1', take)
  take()
  expect(new BoardReading(server).notes.get(String(id))).toMatchObject({
    by: 'p1',
    text: 'hello there',
    color: 'rose',
    region: 'r1',
    x: 40,
    y: 120,
    gone: null,
  })
})

it('[B-1] SPEC.md names every group of the layout', () => {
  for (const [root, groups] of Object.entries(GROUPS)) {
    expect(spec).toContain(`\`${root}\``)
    for (const group of groups) expect(spec).toContain(`\`${group}\``)
  }
})
