/** Finding words in all boards of a workshop, as a program asks for it; and the table that an import takes back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findResponse, FIND_MAX } from '@moot/protocol'
import { readCsv } from '@moot/writeup'
import type * as Y from 'yjs'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, post, startServer } from '../support/startServer.ts'
import { addPlainNote, stockClient, until } from '../support/stockClient.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** Puts a note out of sight, as SPEC.md writes it down. */
function goneNote(doc: Y.Doc, id: string, by: string, how: string): void {
  const note = doc.getMap<Y.Map<unknown>>('notes').get(id)
  note?.set('gone', { by, at: 1, how })
}

test('[R-54] words are found in all boards, without what is hidden or in the Bin, and by members only', async () => {
  const made = await makeWorkshop(server.url, { template: 'blank' })
  const lead = await joinAs(server.url, made.id, made.keys.facilitator, 'Kim')
  const guest = await joinAs(server.url, made.id, made.keys.observer, 'Obi')
  const added = await post(
    server.url,
    `/api/workshops/${made.id}/commands`,
    { type: 'board.add', template: 'blank', title: 'Second' },
    lead.secret,
  )
  expect(added.json).toMatchObject({ ok: true })
  const [first] = made.boards
  const client = stockClient(server.url, made.id, first?.doc ?? '', lead.secret)
  await until('the board is there', () => client.provider.synced)
  const seen = addPlainNote(client.doc, lead.personId, 'The Café in the garden')
  const hidden = addPlainNote(client.doc, lead.personId, 'hidden garden')
  const binned = addPlainNote(client.doc, lead.personId, 'binned garden')
  goneNote(client.doc, hidden, lead.personId, 'hidden')
  goneNote(client.doc, binned, lead.personId, 'deleted')
  for (let index = 0; index < FIND_MAX + 5; index += 1)
    addPlainNote(client.doc, lead.personId, `many of them ${index}`)

  const find = (query: unknown, secret?: string) =>
    post(server.url, `/api/workshops/${made.id}/find`, { query }, secret)
  const found = async (query: string) => findResponse.parse((await find(query, guest.secret)).json)
  await until('all has arrived', async () => (await found('many')).total === FIND_MAX + 5)
  expect((await found('many')).matches).toHaveLength(FIND_MAX)
  expect(await found('GARDEN cafe')).toEqual({
    total: 1,
    matches: [
      {
        board: first?.id,
        kind: 'note',
        id: seen,
        text: 'The Café in the garden',
        section: null,
        goTo: { kind: 'note', id: seen },
      },
    ],
  })
  expect(await found('garden')).toMatchObject({ total: 1 })
  const elsewhere = await post(
    server.url,
    `/api/workshops/${made.id}/find`,
    { query: 'garden', except: first?.id },
    guest.secret,
  )
  expect(elsewhere.json).toEqual({ total: 0, matches: [] })
  expect(await found(' ')).toEqual({ total: 0, matches: [] })
  expect(await find('garden')).toMatchObject({ status: 401 })
  expect(await find('x'.repeat(201), guest.secret)).toMatchObject({ status: 400 })
  expect(await find(7, guest.secret)).toMatchObject({ status: 400 })
  // What people look for is nobody's business.
  expect(server.output()).not.toContain('cafe')
  client.destroy()

  const table = await fetch(`${server.url}/api/workshops/${made.id}/themes.csv`, {
    headers: { authorization: `Bearer ${guest.secret}` },
  })
  expect(table.headers.get('content-disposition')).toContain('themes.csv')
  const rows = readCsv(await table.text())
  expect(rows[0]).toEqual(['note', 'theme'])
  expect(rows).toContainEqual(['The Café in the garden', ''])
  expect(rows).toHaveLength(FIND_MAX + 7)
})
