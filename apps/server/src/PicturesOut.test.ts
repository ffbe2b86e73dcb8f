import { describe, expect, test } from 'vitest'
import type { PictureOut } from './PicturesOut.ts'
import { PicturesOut } from './PicturesOut.ts'

/** Asks for a turn and notes when it comes. */
async function asking(out: PicturesOut, person: string, into: PictureOut[]): Promise<void> {
  const turn = await out.turn(person)
  if (turn === null) throw new Error(`${person} was turned away`)
  into.push(turn)
}
const settle = async (): Promise<void> => {
  for (let round = 0; round < 5; round += 1) await Promise.resolve()
}

describe('[R-79] pictures on their way out', () => {
  test('four are read at once, and the fifth when one of them has been', async () => {
    const out = new PicturesOut()
    const turns: PictureOut[] = []
    for (const person of ['a', 'b', 'c', 'd', 'e']) void asking(out, person, turns)
    await settle()
    expect(turns).toHaveLength(4)
    turns[0]?.read(1)
    turns[0]?.read(1)
    await settle()
    expect(turns).toHaveLength(5)
  })

  test('eight are on their way to one person, and nobody waits behind that person', async () => {
    const out = new PicturesOut()
    const adas: PictureOut[] = []
    const bens: PictureOut[] = []
    for (let index = 0; index < 20; index += 1) void asking(out, 'ada', adas)
    for (let round = 0; round < 10; round += 1) {
      await settle()
      for (const turn of adas) turn.read(1)
    }
    expect(adas).toHaveLength(8)
    void asking(out, 'ben', bens)
    await settle()
    expect(bens).toHaveLength(1)
    adas[0]?.end()
    adas[0]?.end()
    await settle()
    expect(adas).toHaveLength(9)
  })

  test('while as many bytes as may be are on their way nothing more is read', async () => {
    const out = new PicturesOut()
    const turns: PictureOut[] = []
    void asking(out, 'a', turns)
    await settle()
    turns[0]?.read(96 * 1024 * 1024)
    void asking(out, 'b', turns)
    await settle()
    expect(turns).toHaveLength(1)
    turns[0]?.end()
    await settle()
    expect(turns).toHaveLength(2)
  })

  test('one that was given up before it was read leaves its place; too many are turned away', async () => {
    const out = new PicturesOut()
    const turns: PictureOut[] = []
    for (const person of ['a', 'b', 'c', 'd', 'e']) void asking(out, person, turns)
    await settle()
    turns[0]?.end()
    turns[0]?.read(5)
    await settle()
    expect(turns).toHaveLength(5)
    for (let index = 0; index < 200; index += 1) void out.turn('ada')
    expect(await out.turn('ada')).toBeNull()
    turns[1]?.end()
  })
})
