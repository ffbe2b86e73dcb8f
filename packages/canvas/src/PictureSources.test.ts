import { describe, expect, it, vi } from 'vitest'
import { PictureSources } from './PictureSources.ts'

function made(answers: (string | null)[]) {
  const asked = vi.fn<(upload: string, size: 'full' | 'small') => Promise<string | null>>(() =>
    Promise.resolve(answers.shift() ?? null),
  )
  const pictures = new PictureSources(() => asked)
  const told = vi.fn<() => void>()
  pictures.subscribe(told)
  return { asked, pictures, told }
}

describe('C-18 addresses of pictures', () => {
  it('are asked for once, and nothing but a blob is ever shown', async () => {
    const { asked, pictures, told } = made(['blob:one', 'https://example.org/two.png'])
    expect(pictures.get('one', 'full')).toBeUndefined()
    pictures.want('one', 'full', 0)
    pictures.want('one', 'full', 99_999)
    await expect.poll(() => pictures.get('one', 'full')).toBe('blob:one')
    expect(asked).toHaveBeenCalledTimes(1)
    pictures.want('two', 'full', 0)
    await expect.poll(() => pictures.get('two', 'full')).toBeNull()
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('that could not be had, or stopped working, are asked for again after a while', async () => {
    const { asked, pictures } = made([null, 'blob:late', 'blob:later'])
    pictures.want('one', 'small', 0)
    await expect.poll(() => pictures.get('one', 'small')).toBeNull()
    pictures.want('one', 'small', 5_000)
    expect(asked).toHaveBeenCalledTimes(1)
    pictures.want('one', 'small', 20_000)
    await expect.poll(() => pictures.get('one', 'small')).toBe('blob:late')
    pictures.lost('one', 'blob:late', 50_000)
    await expect.poll(() => pictures.get('one', 'small')).toBe('blob:later')
    // One that never worked is not asked for without end.
    pictures.lost('one', 'blob:later', 50_001)
    expect(pictures.get('one', 'small')).toBeNull()
    expect(asked).toHaveBeenCalledTimes(3)
  })
})
