/** The thin thread from end to end: make, join, write, see, survive a restart. */
import { afterEach, expect, test } from 'vitest'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { addPlainNote, stockClient, until, wordsIn } from '../support/stockClient.ts'

const open: { destroy: () => void }[] = []
const servers: RunningServer[] = []
afterEach(async () => {
  for (const each of open.splice(0)) each.destroy()
  for (const each of servers.splice(0)) await each.stop({ keepData: false })
})
const keep = (client: StockClient): StockClient => {
  open.push(client)
  return client
}

test('[R-1] a stock provider reads a board, adds a note that others see, and it outlives a restart', async () => {
  const server = await startServer()
  servers.push(server)
  const { id, keys, boards } = await makeWorkshop(server.url)
  const doc = boards[0]?.doc ?? ''
  const ada = await joinAs(server.url, id, keys.join, 'Ada')
  const ben = await joinAs(server.url, id, keys.join, 'Ben')
  const a = keep(stockClient(server.url, id, doc, ada.secret))
  const b = keep(stockClient(server.url, id, doc, ben.secret))
  await until('both are synchronised', () => a.provider.synced && b.provider.synced)
  expect(b.doc.getMap('meta').get('template')).toBe('blank')
  const note = addPlainNote(a.doc, ada.personId, 'Hello')
  await until('Ben sees the note', () => wordsIn(b.doc, note) === 'Hello')

  expect(await server.stop({ keepData: true })).toBe(0)
  const again = await startServer({ data: server.dataDir })
  servers.push(again)
  const c = keep(stockClient(again.url, id, doc, ben.secret))
  await until('the note is there after the restart', () => wordsIn(c.doc, note) === 'Hello')
})
