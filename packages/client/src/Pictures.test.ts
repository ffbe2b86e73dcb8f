import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Pictures } from './Pictures.ts'

/** What was asked of the server, and what it says. */
let asked: { readonly path: string; readonly authorization: string | null }[]
let answer: (path: string) => Response | Promise<Response>
let revoked: string[]
let made: number
let pictures: Pictures

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  revoked = []
  made = 0
  answer = () => new Response(new Uint8Array(10))
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    init.signal?.throwIfAborted()
    asked.push({ path, authorization: new Headers(init.headers).get('authorization') })
    return answer(path)
  })
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${(made += 1)}`)
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void revoked.push(url))
  pictures = new Pictures({ workshopId: 'w', secret: 's' })
})
afterEach(() => {
  pictures.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a picture is fetched once in each size, with the secret in a header and nowhere else', async () => {
  const all = await Promise.all([
    pictures.url('one', 'full'),
    pictures.url('one', 'full'),
    pictures.url('one', 'small'),
  ])
  expect(all).toEqual(['blob:1', 'blob:1', 'blob:2'])
  expect(asked).toEqual([
    { path: '/api/workshops/w/uploads/one', authorization: 'Bearer s' },
    { path: '/api/workshops/w/uploads/one/small', authorization: 'Bearer s' },
  ])
})

test('a no that stays one is null and not asked again', async () => {
  answer = () => new Response('{}', { status: 404 })
  expect(await pictures.url('none', 'full')).toBeNull()
  expect(await pictures.url('none', 'full')).toBeNull()
  expect(asked).toHaveLength(1)
})

test('while the server cannot be reached or has too much to do it is tried again, ever more rarely', async () => {
  const answers = [
    () => Promise.reject(new TypeError('failed')),
    () => new Response('', { status: 503 }),
    () => new Response('', { status: 429 }),
    () => new Response(new Uint8Array(1)),
  ]
  answer = () => (answers.shift() ?? (() => new Response('', { status: 404 })))()
  const url = pictures.url('one', 'full')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1_999)
  expect(asked).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1 + 4_000)
  expect(await url).toBe('blob:1')
})

test('four are fetched at once, and all come', async () => {
  const open: (() => void)[] = []
  answer = () => new Promise((resolve) => open.push(() => resolve(new Response(new Uint8Array(1)))))
  const all = Array.from({ length: 10 }, (_, index) => pictures.url(`p${index}`, 'full'))
  await vi.advanceTimersByTimeAsync(0)
  expect(open).toHaveLength(4)
  while (open.length > 0) {
    open.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(open.length).toBeLessThanOrEqual(4)
  }
  expect(new Set(await Promise.all(all)).size).toBe(10)
})

test('beyond the limit those go that were asked for longest ago, but none that is held', async () => {
  const release = pictures.hold('p0', 'small')
  for (let index = 0; index <= 401; index += 1) await pictures.url(`p${index}`, 'small')
  expect(revoked).toEqual(['blob:2', 'blob:3'])
  expect(await pictures.url('p0', 'small')).toBe('blob:1')
  expect(await pictures.url('p1', 'small')).toBe('blob:403')
  release()
  release()
  for (let index = 500; index < 1_000; index += 1) await pictures.url(`p${index}`, 'small')
  expect(revoked).toContain('blob:1')
})

test('large ones go by their bytes', async () => {
  answer = () => new Response(new Uint8Array(50 * 1024 * 1024))
  for (const upload of ['one', 'two', 'three']) await pictures.url(upload, 'full')
  expect(revoked).toEqual(['blob:1'])
})

test('at the end every address is revoked and whoever waits hears null', async () => {
  await pictures.url('one', 'full')
  answer = () => Promise.reject(new TypeError('failed'))
  const waiting = pictures.url('two', 'full')
  await vi.advanceTimersByTimeAsync(0)
  pictures.dispose()
  expect(await waiting).toBeNull()
  expect(revoked).toEqual(['blob:1'])
  expect(await pictures.url('one', 'full')).toBeNull()
  expect(asked).toHaveLength(2)
})
