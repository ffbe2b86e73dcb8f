import { describe, expect, it } from 'vitest'
import { lastTimeOfDay, minutesAgo } from './sinceWhen.ts'

const noon = new Date(2026, 10, 17, 12, 0).getTime()

describe('since when', () => {
  it('counts minutes back from the server’s clock', () => {
    expect(minutesAgo(noon, 15)).toBe(noon - 900_000)
  })

  it('takes a time of day that has been today, and else yesterday’s', () => {
    expect(lastTimeOfDay(noon, '10:42')).toBe(new Date(2026, 10, 17, 10, 42).getTime())
    expect(lastTimeOfDay(noon, '12:00')).toBe(noon)
    expect(lastTimeOfDay(noon, '12:01')).toBe(new Date(2026, 10, 16, 12, 1).getTime())
  })

  it('takes nothing that is no time', () => {
    expect(lastTimeOfDay(noon, '')).toBeUndefined()
    expect(lastTimeOfDay(noon, 'soon')).toBeUndefined()
  })
})
