import { describe, expect, it } from 'vitest'
import { endTime, workshopTimes } from './times.ts'

/** A Tuesday in the middle of November, 13:00 in the United Kingdom. */
const STARTS = Date.UTC(2026, 10, 17, 13)

describe('the times of a workshop', () => {
  it('[A2] are the viewer’s own, with the home clock beside them', () => {
    expect(workshopTimes(STARTS, 150, 'Europe/London', 'America/Toronto')).toMatchObject({
      hours: '08:00–10:30',
      home: '13:00 UK',
    })
    expect(endTime(STARTS, 'Europe/London', 'America/Toronto')).toBe('08:00 (13:00 UK)')
  })

  it('are told once where both clocks show the same', () => {
    expect(workshopTimes(STARTS, 150, 'Europe/London', 'Europe/London')?.home).toBe('')
    expect(workshopTimes(STARTS, 0, '', 'Europe/London')?.hours).toBe('13:00')
    expect(workshopTimes(STARTS, 0, 'Nowhere/Land', 'Europe/London')?.home).toBe('')
    expect(endTime(STARTS, '', 'Europe/Lisbon')).toBe('13:00')
  })

  it('are not told where nobody set them', () => {
    expect(workshopTimes(0, 150, 'Europe/London')).toBeUndefined()
  })
})
