/** What Join promises: workshops are erased so many days after they were last used, to the last byte. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { joinAs, makeWorkshop, post, startServer } from '../support/startServer.ts'
import { addPlainNote, stockClient, until, wordsIn } from '../support/stockClient.ts'

const DAY = 24 * 3_600_000

/** Every byte of every file in a data directory, as letters. */
function everyByte(directory: string): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name)).toString('latin1'))
    .join()
}

/** A workshop in use: people join, write and take a second device along. Each note is a row of the log. */
async function lively(url: string, mark: string, notes: number) {
  const { id, keys, boards, joinCode } = await makeWorkshop(url, {
    title: `Title${mark}`,
    question: `Question${mark}`,
  })
  const doc = boards[0]?.doc ?? ''
  const ada = await joinAs(url, id, keys.join, `Ada${mark}`)
  const fay = await joinAs(url, id, keys.facilitator, `Fay${mark}`)
  await post(url, `/api/workshops/${id}/commands`, { type: 'person.rejoinCode' }, ada.secret)
  const writer = stockClient(url, id, doc, ada.secret)
  const reader = stockClient(url, id, doc, fay.secret)
  await until('both are synchronised', () => writer.provider.synced && reader.provider.synced)
  for (let index = 0; index < notes; index += 1) {
    const note = addPlainNote(writer.doc, ada.personId, `Words${mark} ${index}`)
    await until('Fay sees the note', () => wordsIn(reader.doc, note) !== undefined)
  }
  writer.destroy()
  reader.destroy()
  // Secrets of people and facilitators are stored as hashes.
  const hashes = [ada.secret, fay.secret, keys.facilitator].map((secret) =>
    createHash('sha256').update(secret).digest('base64url'),
  )
  const words = ['Title', 'Question', 'Ada', 'Fay', 'Words'].map((each) => each + mark)
  const traces = [...words, ...hashes, keys.join, keys.observer, joinCode, ada.personId, doc]
  return { id, keys, joinCode, ada, fay, doc, traces }
}

test('[R-39] [R-47] at the start, an unused workshop is erased to the last byte, and no other', async () => {
  const first = await startServer()
  // So many that the board leaves a snapshot when nobody is at it any more.
  const old = await lively(first.url, 'Old', 110)
  const recent = await lively(first.url, 'Recent', 3)
  const reading = new DatabaseSync(join(first.dataDir, 'moot.sqlite'), { readOnly: true })
  const snapshots = reading.prepare('select count(*) as count from snapshots where doc = ?')
  await until('there is a snapshot', () => snapshots.get(old.doc)?.['count'] === 1, 20_000)
  reading.close()
  // Begun anew, its board has another document; what was rehearsed on the one before goes with the workshop as well.
  const told = ['Round', 'Said', 'Expected', 'Needs'].map((each) => `${each}MarkOld`)
  for (const command of [
    { type: 'spaces.open', count: 2, template: 'blank', fill: 'choose', slots: [{ title: told[0] }] },
    { type: 'announce', text: told[1] },
    { type: 'people.expect', names: [told[2]] },
    { type: 'person.about', needs: told[3] },
    { type: 'workshop.reset' },
  ]) {
    const { status } = await post(first.url, `/api/workshops/${old.id}/commands`, command, old.fay.secret)
    expect([command.type, status]).toEqual([command.type, 200])
  }
  old.traces.push(...told)
  await first.kill9()

  // The product has no way to turn time back, so the test writes down that nobody was here for 31 days.
  const db = new DatabaseSync(join(first.dataDir, 'moot.sqlite'))
  const aged = db
    .prepare('update workshops set used = ? where id = ?')
    .run(Date.now() - 31 * DAY, old.id).changes
  db.close()
  expect(Number(aged)).toBe(1)

  const kept = await startServer({ data: first.dataDir })
  const before = everyByte(kept.dataDir)
  expect([...old.traces, ...recent.traces].filter((trace) => !before.includes(trace))).toEqual([])
  await kept.stop({ keepData: true })

  const server = await startServer({ data: first.dataDir, env: { MOOT_RETENTION_DAYS: '30' } })
  await until('it is erased', () => server.output().includes('"event":"erased","workshops":1'))
  // While the server runs, so that the write-ahead log is there and looked into too.
  expect(readdirSync(server.dataDir)).toContain('moot.sqlite-wal')
  const after = everyByte(server.dataDir)
  expect(old.traces.filter((trace) => after.includes(trace))).toEqual([])
  expect(recent.traces.filter((trace) => !after.includes(trace))).toEqual([])

  expect(
    await post(server.url, `/api/workshops/${old.id}/door`, { key: old.keys.facilitator }),
  ).toMatchObject({ status: 404, json: { code: 'not_found' } })
  expect(await post(server.url, '/api/codes', { code: old.joinCode })).toMatchObject({
    json: { code: 'bad_code' },
  })
  const gone = stockClient(server.url, old.id, old.doc, old.ada.secret)
  await until('the old board is refused', () => gone.closes.length > 0)
  gone.destroy()
  const there = stockClient(server.url, recent.id, recent.doc, recent.ada.secret)
  await until('the other board is whole', () => there.doc.getMap('notes').size === 3)
  there.destroy()
  await server.stop({ keepData: false })
})
