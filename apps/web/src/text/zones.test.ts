import { describe, expect, it } from 'vitest'
import { bothTimes, isZone, localTime, momentOf, placeOfZone } from './zones.ts'

const AT_ONE = Date.UTC(2026, 10, 17, 13, 0)

describe('times in two zones', () => {
  it('are the time here and at home, where they differ', () => {
    expect(bothTimes(AT_ONE, 'Europe/London', 'America/Toronto')).toEqual({
      here: '08:00',
      home: { time: '13:00', place: 'UK' },
    })
    expect(bothTimes(AT_ONE, 'Europe/London', 'Europe/Lisbon').home).toBeUndefined()
    expect(bothTimes(AT_ONE, '', 'Europe/Paris')).toEqual({ here: '14:00', home: undefined })
    expect(bothTimes(AT_ONE, 'Nowhere/At all', 'Europe/Paris').home).toBeUndefined()
  })

  it('go to a field and come back', () => {
    expect(localTime(AT_ONE, 'America/Toronto')).toBe('2026-11-17T08:00')
    for (const zone of ['Europe/London', 'America/Toronto', 'Asia/Kathmandu', 'Pacific/Auckland'])
      expect(momentOf(localTime(AT_ONE, zone), zone)).toBe(AT_ONE)
  })

  it('are right on the days when clocks change', () => {
    // London goes forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October.
    expect(momentOf('2026-03-29T00:30', 'Europe/London')).toBe(Date.UTC(2026, 2, 29, 0, 30))
    expect(momentOf('2026-03-29T02:30', 'Europe/London')).toBe(Date.UTC(2026, 2, 29, 1, 30))
    expect(momentOf('2026-10-25T00:30', 'Europe/London')).toBe(Date.UTC(2026, 9, 24, 23, 30))
    expect(momentOf('2026-10-25T02:30', 'Europe/London')).toBe(Date.UTC(2026, 9, 25, 2, 30))
  })

  it('are none for what is no time or zone', () => {
    expect(momentOf('', 'Europe/London')).toBeUndefined()
    expect(momentOf('2026-99-17T08:00', 'Europe/London')).toBeUndefined()
    expect(isZone('')).toBe(false)
    expect(isZone('Mars/Base')).toBe(false)
    expect(placeOfZone('America/New_York')).toBe('New York')
  })
})
