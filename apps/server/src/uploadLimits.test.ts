import { describe, expect, test } from 'vitest'
import { UploadLimits } from './uploadLimits.ts'

/** Begins a picture that is let in. */
function begin(limits: UploadLimits, person: string): () => void {
  const end = limits.begin(person)
  if (typeof end !== 'function') throw new Error(`refused: ${end.why}`)
  return end
}

describe('[R-74] limits of pictures', () => {
  test('three of one person are under way together; ending one twice frees one place', () => {
    const limits = new UploadLimits(() => 0)
    const ends = [begin(limits, 'ada'), begin(limits, 'ada'), begin(limits, 'ada')]
    expect(limits.begin('ada')).toMatchObject({ why: 'together' })
    begin(limits, 'ben')
    ends[0]?.()
    ends[0]?.()
    begin(limits, 'ada')
    expect(limits.begin('ada')).toMatchObject({ why: 'together' })
  })

  test('32 of everybody are under way together', () => {
    const limits = new UploadLimits(() => 0)
    const ends = Array.from({ length: 32 }, (_, index) => begin(limits, `p${index}`))
    expect(limits.begin('one more')).toMatchObject({ why: 'busy' })
    ends[0]?.()
    begin(limits, 'one more')
  })

  test('after 60 one person gets one more every 5 s, also after hours, and others are not affected', () => {
    let now = 0
    const limits = new UploadLimits(() => now)
    const sendAll = (): number => {
      let sent = 0
      for (;;) {
        const end = limits.begin('ada')
        if (typeof end !== 'function') return sent
        end()
        sent += 1
      }
    }
    expect(sendAll()).toBe(60)
    expect(limits.begin('ada')).toEqual({ why: 'often', ms: 5_000 })
    begin(limits, 'ben')()
    now += 4_999
    expect(sendAll()).toBe(0)
    now += 1
    expect(sendAll()).toBe(1)
    now += 50_000
    expect(sendAll()).toBe(10)
    now += 3_600_000
    expect(sendAll()).toBe(60)
  })
})
