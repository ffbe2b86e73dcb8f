/** Done when: kill -9 at any moment, and every acknowledged edit is there again. */
import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { MESSAGE } from '@moot/protocol'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, startServer } from '../support/startServer.ts'
import type { StockClient } from '../support/stockClient.ts'
import { addPlainNote, stockClient, until, wordsIn } from '../support/stockClient.ts'

const ROUNDS = 4
const WRITERS = 4

/** A stock client that counts as docs tell it to: which of its notes does the server say are on disk? */
interface Writer {
  readonly client: StockClient
  /** Notes by the number of the frame that carried them. */
  readonly sent: Map<number, string>
  acknowledged: number
}

function writer(url: string, id: string, doc: string, secret: string): Writer {
  const client = stockClient(url, id, doc, secret, { extras: true })
  const state: Writer = { client, sent: new Map(), acknowledged: 0 }
  client.provider.messageHandlers[MESSAGE.acknowledged] = (_encoder, decoder) => {
    state.acknowledged = decoding.readVarUint(decoder)
  }
  return state
}

test(
  '[R-2] kill -9 while four people write: every acknowledged note is there after the restart',
  { timeout: 120_000 },
  async () => {
    let server: RunningServer = await startServer()
    const { id, keys, boards } = await makeWorkshop(server.url)
    const doc = boards[0]?.doc ?? ''
    const people = await Promise.all(
      Array.from({ length: WRITERS }, (_, index) => joinAs(server.url, id, keys.join, `Person ${index}`)),
    )
    const promised = new Map<string, string>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const writers = people.map(({ secret }) => writer(server.url, id, doc, secret))
      await until('all are synchronised', () => writers.every(({ client }) => client.provider.synced))
      await until('their step 2 is acknowledged', () =>
        writers.every(({ acknowledged }) => acknowledged >= 1),
      )
      let isWriting = true
      const loops = writers.map(async (each, index) => {
        // Frame 1 was the step 2; each note is one transaction and so one frame.
        for (let frame = 2; isWriting; frame += 1) {
          each.sent.set(
            frame,
            addPlainNote(each.client.doc, people[index]?.personId ?? '', `round ${round} frame ${frame}`),
          )
          await new Promise((resolve) => setTimeout(resolve, 1 + ((frame * 7 + index * 3) % 9)))
        }
      })
      const enough = 20 + round * 15
      await until('enough is acknowledged', () => writers.every(({ acknowledged }) => acknowledged > enough))
      await server.kill9()
      isWriting = false
      await Promise.all(loops)
      for (const each of writers) {
        for (const [frame, note] of each.sent)
          if (frame <= each.acknowledged) promised.set(note, wordsIn(each.client.doc, note) ?? '')
        each.client.destroy()
      }
      server = await startServer({ data: server.dataDir })
      const reader = stockClient(server.url, id, doc, people[0]?.secret ?? '')
      await until('the reader is synchronised', () => reader.provider.synced)
      const lost = [...promised].filter(([note, words]) => wordsIn(reader.doc, note) !== words)
      expect(lost).toEqual([])
      expect(reader.doc.store.pendingStructs).toBeNull()
      reader.destroy()
    }
    expect(promised.size).toBeGreaterThan(WRITERS * ROUNDS * 20)
    console.log(`${promised.size} acknowledged notes over ${ROUNDS} kills, 0 lost`)
    await server.stop({ keepData: false })
  },
)

test('[R-2] words typed while the server was away arrive when it is back, from the same page', async () => {
  const server = await startServer()
  const { id, keys, boards } = await makeWorkshop(server.url)
  const doc = boards[0]?.doc ?? ''
  const ada = await joinAs(server.url, id, keys.join, 'Ada')
  const a = stockClient(server.url, id, doc, ada.secret)
  await until('Ada is synchronised', () => a.provider.synced)
  await server.kill9()
  await until('the connection is lost', () => !a.provider.wsconnected)
  const note = addPlainNote(a.doc, ada.personId, 'typed meanwhile')
  const again = await startServer({ data: server.dataDir, args: ['--port', String(server.port)] })
  await until('Ada is back', () => a.provider.synced, 15_000)
  const fresh = stockClient(again.url, id, doc, ada.secret)
  await until('what was typed meanwhile is there', () => wordsIn(fresh.doc, note) === 'typed meanwhile')
  a.destroy()
  fresh.destroy()
  await again.stop({ keepData: false })
})

test('[R-52] SIGTERM under load: nothing that anybody saw is lost, and the server says goodbye', async () => {
  const server = await startServer()
  const { id, keys, boards } = await makeWorkshop(server.url)
  const doc = boards[0]?.doc ?? ''
  const [ada, ben] = await Promise.all(['Ada', 'Ben'].map((name) => joinAs(server.url, id, keys.join, name)))
  const a = stockClient(server.url, id, doc, ada?.secret ?? '')
  const b = stockClient(server.url, id, doc, ben?.secret ?? '')
  await until('both are synchronised', () => a.provider.synced && b.provider.synced)
  for (let index = 0; index < 200; index += 1)
    addPlainNote(a.doc, ada?.personId ?? '', `note ${index}`, `n${index}`)
  await until('Ben sees some', () => b.doc.getMap('notes').size > 0)
  const stopping = server.stop({ keepData: true })
  await until('both are disconnected', () => a.closes.length > 0 && b.closes.length > 0)
  const seen = [...b.doc.getMap('notes').keys()]
  expect(b.closes[0]).toEqual({ code: 4503, reason: 'stopping' })
  b.destroy()
  a.destroy()
  expect({ code: await stopping, said: server.output() }).toMatchObject({ code: 0 })
  const again = await startServer({ data: server.dataDir })
  const fresh = stockClient(again.url, id, doc, ben?.secret ?? '')
  await until('the newcomer is synchronised', () => fresh.provider.synced)
  expect(seen.filter((note) => !fresh.doc.getMap('notes').has(note))).toEqual([])
  fresh.destroy()
  await again.stop({ keepData: false })
})

test('[R-46] a data directory in use is refused with a sentence', async () => {
  const server = await startServer()
  await expect(startServer({ data: server.dataDir })).rejects.toThrow(
    /ended with 2:\n.*in use by another Moot server/,
  )
  await expect(startServer({ args: ['--port', String(server.port)] })).rejects.toThrow(
    /ended with 2:\nPort \d+ on 127\.0\.0\.1 is in use/,
  )
  await expect(startServer({ args: ['--port', 'eighty'] })).rejects.toThrow(
    /ended with 2:\n--port is a whole number/,
  )
  await server.stop()
})
