/** Workshops from a ready plan, as the example and from an earlier one, over the interface that the web client uses. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyChange, carryResponse, parseDown } from '@moot/protocol'
import type { DownMessage } from '@moot/protocol'
import { exampleWorkshop } from '@moot/templates'
import { WebSocket } from 'ws'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, post, startServer } from '../support/startServer.ts'
import { addPlainNote, stockClient, until } from '../support/stockClient.ts'

type View = Extract<DownMessage, { type: 'state' }>['view']

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ env: { MOOT_MAX_WORKSHOPS: '100' } })
})
afterAll(() => server.stop())

/** The view of a workshop, as somebody is first given it. */
function viewOf(workshop: string, secret: string): Promise<View> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live/${workshop}`, [
    'moot',
    `bearer.${secret}`,
  ])
  socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', v: 2 })))
  return new Promise((resolve, reject) => {
    let view: View | undefined
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
    socket.on('message', (data: Buffer) => {
      const message = parseDown(data.toString('utf8'))
      if (message?.type === 'state') view = message.view
      else if (message?.type === 'change' && view !== undefined) view = applyChange(view, message.change)
      if (view === undefined) return
      resolve(view)
      socket.removeAllListeners('close')
      socket.close()
    })
  })
}

const get = async (path: string, secret?: string) => {
  const response = await fetch(`${server.url}${path}`, {
    headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` },
  })
  return { status: response.status, text: await response.text() }
}

/** A workshop with a facilitator, a participant and a note in each of two sections. */
async function held() {
  const made = await makeWorkshop(server.url, {
    title: 'Keep, drop and grow',
    template: 'three-horizons',
    purpose: 'To choose.',
  })
  const farah = await joinAs(server.url, made.id, made.keys.facilitator, 'Farah')
  const pat = await joinAs(server.url, made.id, made.keys.join, 'Pat')
  const client = stockClient(server.url, made.id, made.boards[0]?.doc ?? '', pat.secret)
  await until('the board is there', () => client.provider.synced)
  addPlainNote(client.doc, pat.personId, 'Words that Pat wrote')
  const markdown = async () => (await get(`/api/workshops/${made.id}/write-up.md`, farah.secret)).text
  await until('they have arrived', async () => (await markdown()).includes('Words that Pat wrote'))
  client.destroy()
  return { made, farah, pat, markdown }
}

test('[R-90] a plan is there for whoever joins: the order, the spaces without the spare, nothing started', async () => {
  const made = await makeWorkshop(server.url, { plan: 'open-space', title: 'Keep, drop and grow' })
  const guest = await joinAs(server.url, made.id, made.keys.join, 'Ines')
  const view = await viewOf(made.id, guest.secret)
  const stages = Object.values(view.stages)
  expect(stages.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(150)
  expect(stages.every(({ started }) => started === null)).toBe(true)
  expect(
    Object.values(view.spaces)
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual([...Array.from({ length: 6 }, () => 'breakout'), 'hallway', 'help'])
  expect(view.now.stage).toBeNull()
})

test('[R-91] the example is filled, and has topics on its marketplace, by people of its own', async () => {
  const made = await makeWorkshop(server.url, { example: true })
  const kim = await joinAs(server.url, made.id, made.keys.facilitator, 'Kim')
  const { text } = await get(`/api/workshops/${made.id}/write-up.md`, kim.secret)
  for (const note of exampleWorkshop.notes) expect(text).toContain(note.text.slice(0, 20))
  const view = await viewOf(made.id, kim.secret)
  expect(Object.values(view.people).map(({ name }) => name)).toEqual([...exampleWorkshop.people, 'Kim'])
  expect(Object.keys(view.topics)).toHaveLength(exampleWorkshop.topics.length)
})

test('[R-92] [R-94] as a plan: for facilitators of the earlier one alone, and without anything that was written', async () => {
  const { made, farah, pat, markdown } = await held()
  const before = await markdown()
  const body = { from: { workshopId: made.id, kind: 'plan' } }
  const ask = (secret?: string) => post(server.url, '/api/workshops', body, secret)
  expect(await ask()).toMatchObject({ status: 401, json: { code: 'unknown_person' } })
  expect(await ask(pat.secret)).toMatchObject({ status: 403, json: { code: 'not_allowed' } })
  const elsewhere = await makeWorkshop(server.url, {})
  const stranger = await joinAs(server.url, elsewhere.id, elsewhere.keys.facilitator, 'Theo')
  expect(await ask(stranger.secret)).toMatchObject({ status: 401, json: { code: 'unknown_person' } })
  const nowhere = { from: { workshopId: 'nothing', kind: 'plan' } }
  expect(await post(server.url, '/api/workshops', nowhere, farah.secret)).toMatchObject({ status: 404 })

  const { status, json } = await ask(farah.secret)
  expect(status).toBe(201)
  const copy = json as typeof made
  const theo = await joinAs(server.url, copy.id, copy.keys.facilitator, 'Theo')
  const { text } = await get(`/api/workshops/${copy.id}/write-up.md`, theo.secret)
  expect(text).toContain('Keep, drop and grow (copy)')
  expect(text).not.toContain('Words that Pat wrote')
  const view = await viewOf(copy.id, theo.secret)
  expect(JSON.stringify(view)).not.toMatch(/Pat|Farah/)
  expect(view.workshop.purpose).toBe('To choose.')
  // Whoever facilitates the one has no place in the other.
  expect((await get(`/api/workshops/${copy.id}/write-up.md`, farah.secret)).status).toBe(401)
  expect(await markdown()).toBe(before)
})

test('[R-93] [R-95] the next one brings along what was chosen', async () => {
  const { made, farah, pat } = await held()
  const carry = `/api/workshops/${made.id}/carry`
  expect((await get(carry)).status).toBe(401)
  expect((await get(carry, pat.secret)).status).toBe(403)
  const suggested = carryResponse.parse(JSON.parse((await get(carry, farah.secret)).text))
  expect(suggested.boards.map(({ title, notes }) => [title, notes])).toEqual([['Keep, drop and grow', 1]])
  const from = {
    workshopId: made.id,
    kind: 'follow',
    boards: suggested.boards.map(({ id }) => id),
    carried: [{ kind: 'question', text: 'Who owns the data?' }],
  }
  const { json } = await post(server.url, '/api/workshops', { from, title: 'Six weeks later' }, farah.secret)
  const next = json as typeof made
  const ines = await joinAs(server.url, next.id, next.keys.join, 'Ines')
  const view = await viewOf(next.id, ines.secret)
  expect(view.workshop).toMatchObject({
    title: 'Six weeks later',
    follows: { title: 'Keep, drop and grow' },
    carried: from.carried,
  })
  const { text } = await get(`/api/workshops/${next.id}/write-up.md`, ines.secret)
  expect(text).toContain('Words that Pat wrote')
  expect(JSON.stringify(view)).not.toContain('Farah')
})
