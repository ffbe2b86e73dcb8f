import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { DrawJob } from './PictureDrawing.ts'
import { NotDrawn, PictureDrawing } from './PictureDrawing.ts'

const directory = mkdtempSync(join(tmpdir(), 'moot-drawing-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** A process that does what a board's title says: hangs, dies, answers, or asks for a picture first. */
const script = join(directory, 'worker.mjs')
writeFileSync(
  script,
  `let asked = null
  let came = 0
  process.on('message', (m) => {
    if (m.type === 'picture') return void (came += 1)
    if (m.type === 'go')
      return process.send({ type: 'drawn', id: m.id, bytes: Buffer.from(asked + ' ' + came) })
    came = 0
    if (m.title === 'hang') for (;;);
    if (m.title === 'die') process.kill(process.pid, 'SIGSEGV')
    else if (m.title === 'fail') process.send({ type: 'failed', id: m.id, message: 'no' })
    else if (m.title === 'need') {
      asked = Buffer.from(m.state).toString()
      process.send({ type: 'needs', id: m.id, needs: [{ upload: 'a', which: 'small' }, { upload: 'b', which: 'full' }] })
    } else process.send({ type: 'drawn', id: m.id, bytes: Buffer.from('drawn ' + m.title) })
  })`,
)

const job = (title: string, load: DrawJob['load'] = async () => undefined): DrawJob => ({
  workshop: 'w',
  title,
  format: 'png',
  state: async () => Buffer.from('state'),
  load,
})
const said = (bytes: Uint8Array): string => Buffer.from(bytes).toString()
const why = (drawn: Promise<Uint8Array>): Promise<string> =>
  drawn.then(
    (bytes) => said(bytes),
    (error: unknown) => (error instanceof NotDrawn ? error.why : 'other'),
  )

describe('drawing in a process of its own', () => {
  it('gives up what hangs or dies, and draws what comes after it', async () => {
    const drawing = new PictureDrawing(script, 1_000)
    const all = [
      why(drawing.draw(job('hang'))),
      why(drawing.draw(job('die'))),
      why(drawing.draw(job('fail'))),
    ]
    all.push(why(drawing.draw(job('one'))))
    expect(await Promise.all(all)).toEqual(['slow', 'broken', 'broken', 'drawn one'])
    expect(await why(drawing.draw(job('two')))).toBe('drawn two')
    drawing.stop()
  })

  it('hands over the pictures that are there, those of which nothing can be read left out', async () => {
    const drawing = new PictureDrawing(script)
    const load: DrawJob['load'] = async ({ upload }) => {
      if (upload === 'b') throw new Error('damaged')
      return { type: 'image/png', width: 1, height: 1, bytes: Buffer.from('x') }
    }
    expect(await why(drawing.draw(job('need', load)))).toBe('state 1')
    drawing.stop()
  })

  it('takes 64 MB of pictures at most, and one at a time', async () => {
    const drawing = new PictureDrawing(script)
    let together = 0
    let most = 0
    const load: DrawJob['load'] = async () => {
      together += 1
      most = Math.max(most, together)
      await new Promise(setImmediate)
      together -= 1
      return { type: 'image/png', width: 1, height: 1, bytes: new Uint8Array(40 * 1024 * 1024) }
    }
    expect(await why(drawing.draw(job('need', load)))).toBe('state 1')
    expect(most).toBe(1)
    drawing.stop()
  })

  it('draws for one workshop after the other, and no one of them takes all the places', async () => {
    const drawing = new PictureDrawing(script)
    const order: string[] = []
    const drawn = (workshop: string): Promise<string> =>
      why(drawing.draw({ ...job(workshop), workshop })).then((what) => {
        order.push(what)
        return what
      })
    const greedy = Array.from({ length: 45 }, () => drawn('greedy'))
    const other = [drawn('other'), drawn('other')]
    expect(await Promise.all(other)).toEqual(['drawn other', 'drawn other'])
    const results = await Promise.all(greedy)
    // One was under way and forty waited; two of those gave way.
    expect(results.filter((what) => what === 'drawn greedy')).toHaveLength(39)
    expect(order.filter((what) => what !== 'busy').slice(0, 5)).toEqual([
      'drawn greedy',
      'drawn other',
      'drawn greedy',
      'drawn other',
      'drawn greedy',
    ])
    drawing.stop()
  })

  it('refuses what is too much, what cannot be read, and everything after the end', async () => {
    const drawing = new PictureDrawing(script, 500)
    const many = Array.from({ length: 60 }, () => why(drawing.draw(job('hang'))))
    const unread = why(
      new PictureDrawing(script).draw({ ...job('x'), state: () => Promise.reject(new Error('gone')) }),
    )
    expect(await unread).toBe('broken')
    expect(await many[59]).toBe('busy')
    drawing.stop()
    expect(new Set(await Promise.all(many))).toEqual(new Set(['broken', 'busy']))
    expect(await why(drawing.draw(job('late')))).toBe('broken')
  })
})
