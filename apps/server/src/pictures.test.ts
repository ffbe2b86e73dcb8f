import { describe, expect, test } from 'vitest'
import type { DrawJob } from './PictureDrawing.ts'
import { NotDrawn } from './PictureDrawing.ts'
import type { Boards } from './pictures.ts'
import { BoardPictures } from './pictures.ts'

/** A board that changes, and a process that draws when it is told to. */
function scene() {
  let version = 1
  const jobs: {
    readonly job: DrawJob
    readonly done: (bytes: Uint8Array) => void
    readonly failed: (error: Error) => void
  }[] = []
  const pictures = new BoardPictures({
    storage: { loadUpload: async () => undefined },
    drawing: { draw: (job) => new Promise((done, failed) => jobs.push({ job, done, failed })) },
    now: () => 0,
    log: () => undefined,
  })
  const room: Boards = {
    id: 'w',
    withBoard: async (_, read) =>
      read({ doc: 'd', title: 'Board', room: { version, encoded: () => Buffer.from(String(version)) } }),
  }
  return {
    jobs,
    pictures,
    room,
    change: () => (version += 1),
    give: async (file: string): Promise<string> => {
      const { bytes } = await pictures.give(room, 'b', file, '')
      return Buffer.from(bytes ?? []).toString()
    },
  }
}
/** What waits has come as far as it can. */
const settle = () => new Promise(setImmediate)

async function draw(waiting: ReturnType<typeof scene>['jobs'][number] | undefined): Promise<void> {
  const state = await waiting?.job.state()
  await settle()
  waiting?.done(state ?? new Uint8Array())
}

describe('pictures of a board that changes all the time', () => {
  test('whoever asks before the board was read waits for the same picture, of the latest state', async () => {
    const { jobs, change, give } = scene()
    const asked = [give('picture.png')]
    await settle()
    change()
    asked.push(give('picture.png'))
    await settle()
    expect(jobs).toHaveLength(1)
    await draw(jobs[0])
    expect(await Promise.all(asked)).toEqual(['2', '2'])
  })

  test('a change after it was read makes another one, except of a small picture', async () => {
    for (const [file, drawn, second] of [
      ['picture.png', 2, '2'],
      ['thumbnail.png', 1, '1'],
    ] as const) {
      const { jobs, change, give } = scene()
      const first = give(file)
      await settle()
      const state = await jobs[0]?.job.state()
      change()
      const later = give(file)
      await settle()
      expect(jobs).toHaveLength(drawn)
      jobs[0]?.done(state ?? new Uint8Array())
      await draw(jobs[1])
      expect(await first).toBe('1')
      expect(await later).toBe(second)
    }
  })

  test('after one that failed the next is drawn anew', async () => {
    const { jobs, give } = scene()
    const first = give('picture.png')
    await settle()
    jobs[0]?.failed(new NotDrawn('slow'))
    await expect(first).rejects.toMatchObject({ status: 503, code: 'not_drawn' })
    const second = give('picture.png')
    await settle()
    await draw(jobs[1])
    expect(await second).toBe('1')
  })
})

test('while 256 MB of pictures are on their way no more are begun, however many one of them goes to', async () => {
  const { jobs, pictures, room, change } = scene()
  const ask = () => pictures.give(room, 'b', 'picture.svg', '')
  const drawn = async () => {
    const [first, second] = [ask(), ask()]
    await settle()
    const waiting = jobs.at(-1)
    await waiting?.job.state()
    waiting?.done(new Uint8Array(130 * 1024 * 1024))
    change()
    return Promise.all([first, second])
  }
  const one = await drawn()
  const two = await drawn()
  await expect(ask()).rejects.toMatchObject({ status: 503, code: 'not_drawn' })
  one[0].sent()
  await expect(ask()).rejects.toMatchObject({ status: 503 })
  one[1].sent()
  const three = await drawn()
  for (const { sent } of [...two, ...three]) sent()
  expect(jobs).toHaveLength(3)
})
