import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { announce, announceMany, listenToAnnouncements } from './announce.ts'

const said: string[] = []
let stop: () => void = () => undefined
const notes = (count: number): string => `${count} notes`

beforeEach(() => {
  vi.useFakeTimers()
  said.length = 0
  stop = listenToAnnouncements((line) => said.push(line))
})
afterEach(() => {
  vi.runAllTimers()
  stop()
  vi.useRealTimers()
})

describe('what is announced', () => {
  it('says a burst once, with its number', () => {
    for (let i = 0; i < 40; i += 1) {
      announceMany('added', notes)
      vi.advanceTimersByTime(50)
    }
    announceMany('moved', (count) => `${count} moved`, 3)
    expect(said).toEqual([])
    vi.advanceTimersByTime(2_000)
    expect(said.toSorted()).toEqual(['3 moved', '40 notes'])
  })

  it('does not wait for ever while more keeps coming', () => {
    for (let i = 0; i < 100; i += 1) {
      announceMany('added', notes)
      vi.advanceTimersByTime(100)
    }
    expect(said.length).toBeGreaterThan(0)
    vi.advanceTimersByTime(2_000)
    expect(said.map((line) => Number.parseInt(line, 10)).reduce((sum, count) => sum + count, 0)).toBe(100)
  })

  it('keeps what was said before the page could say it', () => {
    stop()
    announce('early')
    stop = listenToAnnouncements((line) => said.push(line))
    expect(said).toEqual(['early'])
  })
})
