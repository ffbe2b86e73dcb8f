import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UploadDecoding } from './UploadDecoding.ts'

/** A decoder that does as its picture's first byte says. */
const SCRIPT = `
process.on('disconnect', () => process.exit(0))
process.on('message', ({ id, bytes }) => {
  if (bytes[0] === 1) process.abort()
  if (bytes[0] === 2) for (;;) {}
  if (bytes[0] === 3) return process.exit(0)
  if (bytes[0] === 4) process.send({ id: id + 1, ok: false, code: 'not_a_picture' })
  const full = Buffer.from(Object.keys(process.env).join() + '|' + process.argv.slice(2).join())
  process.send({ id, ok: true, picture: { type: 'image/png', width: bytes[0], height: process.pid, full, small: full } })
})`

let directory: string
let decoding: UploadDecoding
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'moot-decoder-'))
  const script = join(directory, 'decoder.mjs')
  writeFileSync(script, SCRIPT)
  decoding = new UploadDecoding(script, 1_500)
})
afterEach(() => {
  decoding.stop()
  rmSync(directory, { recursive: true, force: true })
})

const decode = (first: number) => decoding.decode('png', Uint8Array.of(first))

test('[R-76] pictures are drawn one after the other by one process, which knows nothing of the server', async () => {
  process.env['MOOT_OPERATOR_KEY'] = 'secret'
  const all = await Promise.all([decode(10), decode(11), decode(12)])
  delete process.env['MOOT_OPERATOR_KEY']
  expect(all.map((each) => each.ok && each.picture.width)).toEqual([10, 11, 12])
  expect(new Set(all.map((each) => each.ok && each.picture.height)).size).toBe(1)
  const said = all[0]?.ok === true ? Buffer.from(all[0].picture.full).toString() : ''
  expect(said).not.toMatch(/MOOT|PATH|HOME/)
})

test.each([
  ['ends itself by a fault', 1],
  ['takes too long', 2],
  ['goes away', 3],
])('[R-76] a picture whose decoder %s is lost alone', async (_name, first) => {
  const all = await Promise.all([decode(10), decode(first), decode(11), decode(12)])
  expect(all.map((each) => (each.ok ? each.picture.width : each.code))).toEqual([10, 'broken', 11, 12])
  expect(decoding.length).toBe(0)
})

test('[R-76] an answer to another question is not taken for this one', async () => {
  expect(await decode(4)).toMatchObject({ ok: true, picture: { width: 4 } })
})

test('[R-76] once stopped everything is given up, and nothing is begun', async () => {
  const waiting = [decode(2), decode(10)]
  decoding.stop()
  expect(await Promise.all(waiting)).toEqual([
    { ok: false, code: 'broken' },
    { ok: false, code: 'broken' },
  ])
  expect(await decode(10)).toEqual({ ok: false, code: 'broken' })
})
