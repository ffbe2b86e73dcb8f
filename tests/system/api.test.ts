/** The JSON interface of design §4, as a program meets it. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aboutResponse, codeResponse, doorResponse, joinResponse, problemSchema } from '@moot/protocol'
import { readCsv } from '@moot/writeup'
import type { RunningServer } from '../support/startServer.ts'
import { joinAs, makeWorkshop, node, post, startServer } from '../support/startServer.ts'
import { addPlainNote, stockClient, until } from '../support/stockClient.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({
    env: { MOOT_OPERATOR_NAME: 'Example Council', MOOT_RETENTION_DAYS: '90' },
    args: ['--privacy-url', 'https://example.org/privacy'],
  })
})
afterAll(() => server.stop())

const raw = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${server.url}${path}`, init)

describe('making and joining', () => {
  test('[R-54] make, door, join, code, rejoin and commands keep their contract', async () => {
    const made = await makeWorkshop(server.url, {
      title: 'Retro',
      question: 'What now?',
      template: 'columns',
    })
    const door = await post(server.url, `/api/workshops/${made.id}/door`, { key: made.keys.observer })
    expect([door.status, doorResponse.parse(door.json)]).toEqual([
      200,
      { title: 'Retro', question: 'What now?', role: 'observer' },
    ])
    const code = await post(server.url, '/api/codes', { code: ` ${made.joinCode.toLowerCase()} ` })
    expect([code.status, codeResponse.parse(code.json)]).toEqual([
      200,
      { workshopId: made.id, key: made.keys.join },
    ])
    const joined = await post(server.url, `/api/workshops/${made.id}/people`, {
      key: made.keys.join,
      name: 'Ada',
    })
    expect(joined.status).toBe(201)
    const ada = joinResponse.parse(joined.json)
    expect(ada).toMatchObject({ role: 'participant', name: 'Ada' })
    expect(ada.secret.length).toBeGreaterThanOrEqual(22)
    const command = (body: unknown, secret = ada.secret) =>
      post(server.url, `/api/workshops/${made.id}/commands`, body, secret)
    expect(await command({ type: 'person.rename', name: 'Adele' })).toMatchObject({
      status: 200,
      json: { ok: true },
    })
    expect(await command({ type: 'workshop.rename', title: 'Mine' })).toMatchObject({
      status: 403,
      json: { code: 'not_allowed' },
    })
    expect(await command({ type: 'explode' })).toMatchObject({ status: 400, json: { code: 'bad_request' } })
    expect(await command({ type: 'person.rename', name: 'x' }, 'wrong-secret-wrong-secret')).toMatchObject({
      status: 401,
    })
    const rejoin = await command({ type: 'person.rejoinCode' })
    const { code: rejoinCode } = (rejoin.json as { result: { code: string } }).result
    const again = await post(server.url, `/api/workshops/${made.id}/people`, { rejoin: rejoinCode })
    expect(again).toMatchObject({ status: 201, json: { personId: ada.personId, name: 'Adele' } })
    expect(await post(server.url, `/api/workshops/${made.id}/people`, { rejoin: rejoinCode })).toMatchObject({
      status: 403,
    })
  })

  test('[R-54] wrong bodies get a readable refusal and nothing else', async () => {
    const cases: [string, RequestInit, number][] = [
      ['/api/workshops', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }, 400],
      [
        '/api/workshops',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' },
        400,
      ],
      [
        '/api/workshops',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"title":7}' },
        400,
      ],
      [
        '/api/workshops',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"template":"none"}' },
        422,
      ],
      ['/api/workshops', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
      [
        '/api/workshops',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: `{"title":"${'x'.repeat(400_000)}"}`,
        },
        413,
      ],
      [
        '/api/workshops/nowhere/people',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"key":"12345678","name":"A"}',
        },
        404,
      ],
      ['/api/nothing', {}, 404],
      ['/api/workshops', {}, 404],
      ['/api/workshops/a/b/c', {}, 404],
      ['/', { method: 'POST' }, 405],
      ['/%00', {}, 400],
      ['/%E0%A4%A', {}, 400],
    ]
    for (const [path, init, status] of cases) {
      const answer = await raw(path, init)
      expect(answer.status, `${path} ${String(init.body).slice(0, 40)}`).toBe(status)
      expect(problemSchema.safeParse(await answer.json()).success, path).toBe(true)
    }
  })

  test('[R-55] forty-five people join at once from one address', async () => {
    const { id, keys } = await makeWorkshop(server.url)
    const people = await Promise.all(
      Array.from({ length: 45 }, (_, index) => joinAs(server.url, id, keys.join, `Person ${index}`)),
    )
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(45)
  })

  test('[R-56] wrong codes are slowed down, and a link still works meanwhile', async () => {
    const own = await startServer()
    const { id, keys, joinCode } = await makeWorkshop(own.url)
    let refused: Awaited<ReturnType<typeof post>> | undefined
    for (let guess = 0; guess < 60 && refused === undefined; guess += 1) {
      const answer = await post(own.url, '/api/codes', { code: 'AAAAAAAA' })
      if (answer.status === 429) refused = answer
      else expect(answer).toMatchObject({ status: 404, json: { code: 'bad_code' } })
    }
    expect(refused?.json).toMatchObject({
      ok: false,
      code: 'slow_down',
      message: expect.stringContaining('Please wait'),
    })
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await joinAs(own.url, id, keys.join, 'Ada')).role).toBe('participant')
    await until(
      'the code works again after the wait',
      async () => (await post(own.url, '/api/codes', { code: joinCode })).status === 200,
    )
    await own.stop()
  })

  test('[R-57] where the operator wants a key, nobody makes a workshop without it', async () => {
    const own = await startServer({ env: { MOOT_OPERATOR_KEY: 'correct horse' } })
    expect(await post(own.url, '/api/workshops', {})).toMatchObject({
      status: 403,
      json: { code: 'operator_key' },
    })
    expect(await post(own.url, '/api/workshops', { operatorKey: 'wrong' })).toMatchObject({ status: 403 })
    expect(await post(own.url, '/api/workshops', { operatorKey: 'correct horse' })).toMatchObject({
      status: 201,
    })
    expect(aboutResponse.parse(await (await fetch(`${own.url}/api/about`)).json()).needsOperatorKey).toBe(
      true,
    )
    await own.stop()
  })

  test('[R-106] so many workshops are made from one address in an hour, also where they are asked for at once', async () => {
    const own = await startServer({ args: ['--max-workshops', '5'] })
    const wrong = await post(own.url, '/api/workshops', { template: 'nothing' })
    expect(wrong.status).toBe(422)
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(own.url, '/api/workshops', {})))
    const counts = [201, 429].map((code) => answers.filter(({ status }) => status === code).length)
    // What was refused has not been counted.
    expect(counts).toEqual([5, 7])
    await own.stop()
  })

  test('[R-33] the operator makes a new facilitator link while the server runs', async () => {
    const { id, keys, joinCode } = await makeWorkshop(server.url)
    const cli = fileURLToPath(new URL('../../apps/server/src/cli.ts', import.meta.url))
    const run = (...args: string[]) =>
      promisify(execFile)(node, [
        cli,
        ...args,
        '--data',
        server.dataDir,
        '--public-url',
        'https://moot.example.org',
      ])
    const { stdout } = await run('links', id)
    const key = /https:\/\/moot\.example\.org\/w\/\w+#f\.([\w-]+)/.exec(stdout)?.[1] ?? ''
    expect(stdout).toContain(`#j.${keys.join}`)
    expect((await joinAs(server.url, id, key, 'Fay')).role).toBe('facilitator')
    expect((await joinAs(server.url, id, keys.facilitator, 'Fred')).role).toBe('facilitator')
    expect((await run('links', joinCode)).stdout).toContain('Facilitator link')
    await expect(run('links', 'nothing')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no workshop "nothing"'),
    })
  })
})

describe('reading', () => {
  test('[R-58] the write-up, for people of the workshop only', async () => {
    const { id, keys, boards } = await makeWorkshop(server.url, { title: 'Retro' })
    const ada = await joinAs(server.url, id, keys.join, 'Ada')
    const client = stockClient(server.url, id, boards[0]?.doc ?? '', ada.secret, { extras: true })
    let acknowledged = 0
    client.provider.messageHandlers[100] = () => (acknowledged += 1)
    await until('Ada is synchronised', () => client.provider.synced && acknowledged === 1)
    addPlainNote(client.doc, ada.personId, '=1+1')
    await until('the note is saved', () => acknowledged === 2)
    client.destroy()
    const get = (form: string, secret: string): Promise<Response> =>
      raw(`/api/workshops/${id}/write-up.${form}`, { headers: { authorization: `Bearer ${secret}` } })
    const markdown = await get('md', ada.secret)
    expect([markdown.status, markdown.headers.get('content-type')]).toEqual([
      200,
      'text/markdown; charset=utf-8',
    ])
    expect(await markdown.text()).toContain('# Retro')
    const csv = await get('csv', ada.secret)
    const bytes = await csv.text()
    expect(readCsv(bytes).flat()).toContain('=1+1')
    expect(bytes).not.toMatch(/(^|,)=1\+1/m)
    expect(csv.headers.get('content-disposition')).toContain('attachment')
    expect((await get('md', 'wrong-secret-wrong-secret')).status).toBe(401)
    expect((await get('exe', ada.secret)).status).toBe(404)
  })

  test('[R-59] health, figures and who runs this', async () => {
    expect(await (await raw('/healthz')).json()).toEqual({ ok: true })
    const figures = await (await raw('/metrics')).text()
    expect(figures).toMatch(/^moot_sockets_open \d+$/m)
    expect(figures).toMatch(/^moot_updates_total \d+$/m)
    expect(aboutResponse.parse(await (await raw('/api/about')).json())).toMatchObject({
      operator: { name: 'Example Council', privacyUrl: 'https://example.org/privacy', retentionDays: 90 },
      needsOperatorKey: false,
      publicUrl: '',
    })
  })

  test('[R-60] every answer carries strict headers, and a page a policy with a nonce of its own', async () => {
    for (const path of ['/healthz', '/api/about', '/', '/w/something', '/nothing.js']) {
      const answer = await raw(path)
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(answer.headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(answer.headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
      expect(answer.headers.get('content-security-policy'), path).toMatch(/^default-src 'none'/)
      expect(answer.headers.get('set-cookie'), path).toBeNull()
    }
    expect((await raw('/assets/../../package.json')).status).toBeGreaterThanOrEqual(400)
    expect((await raw('/..%2f..%2fpackage.json')).status).toBe(404)
    expect((await raw('/.vite/manifest.json')).status).toBe(404)
  })
})

test('[R-61] the log holds no names, words, secrets or keys', async () => {
  const own = await startServer()
  const { id, keys, boards } = await makeWorkshop(own.url, { title: 'Unspeakable title' })
  const ada = await joinAs(own.url, id, keys.join, 'Unspeakable name')
  const client = stockClient(own.url, id, boards[0]?.doc ?? '', ada.secret)
  await until('Ada is synchronised', () => client.provider.synced)
  addPlainNote(client.doc, 'somebody else', 'Unspeakable words')
  await until('Ada is closed', () => client.closes.length > 0)
  client.destroy()
  await own.stop()
  expect(own.output()).toContain('update_refused')
  for (const secret of ['Unspeakable', ada.secret, keys.join, keys.facilitator, ada.personId])
    expect(own.output()).not.toContain(secret)
})
