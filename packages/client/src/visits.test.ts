// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Visit } from './visits.ts'
import { endTrial, forgetDevice, forgetVisit, keepVisit, listVisits, visitOf } from './visits.ts'

const visit = (workshopId: string, joined: number): Visit => ({
  workshopId,
  title: 'Street play',
  personId: 'p1',
  name: 'Ama',
  secret: 's',
  role: 'participant',
  joined,
})

beforeEach(async () => {
  await forgetDevice()
  localStorage.clear()
})

describe('visits', () => {
  test('[CL-4] coming back needs nothing: what was kept is found, the latest first', () => {
    keepVisit(visit('w1', 1))
    keepVisit(visit('w2', 2))
    expect(visitOf('w1')?.name).toBe('Ama')
    expect(listVisits().map(({ workshopId }) => workshopId)).toEqual(['w2', 'w1'])
  })

  test('[CL-5] forgetting one leaves the others; leaving the device leaves nothing of ours', async () => {
    keepVisit(visit('w1', 1))
    keepVisit(visit('w2', 2))
    localStorage.setItem('moot.appearance', 'dark')
    localStorage.setItem('moot.looked.w1.d1', '1')
    localStorage.setItem('moot.looked.w2.d2', '2')
    localStorage.setItem('other', 'stays')
    await forgetVisit('w1')
    expect(visitOf('w1')).toBeUndefined()
    expect(visitOf('w2')).toBeDefined()
    expect(Object.keys(localStorage).toSorted()).toEqual([
      'moot.appearance',
      'moot.looked.w2.d2',
      'moot.visit.w2',
      'other',
    ])
    await forgetDevice()
    expect(listVisits()).toEqual([])
    expect(Object.keys(localStorage)).toEqual(['other'])
  })

  test('[CL-6] garbage in storage is no visit', () => {
    localStorage.setItem('moot.visit.w3', '{"workshopId":')
    localStorage.setItem('moot.visit.w4', '{"workshopId":"w4"}')
    expect(listVisits()).toEqual([])
    expect(visitOf('w3')).toBeUndefined()
  })

  test('[CL-15] who is tried is this tab’s alone, and comes first in it until the trial ends', async () => {
    const trial: Visit = { ...visit('w1', 2), personId: 'p2', name: 'Ama (trial)', isTrial: true }
    keepVisit(visit('w1', 1))
    keepVisit(trial)
    expect(visitOf('w1')?.personId).toBe('p2')
    expect(listVisits().map(({ personId }) => personId)).toEqual(['p1'])
    expect(Object.keys(localStorage)).toEqual(['moot.visit.w1'])
    endTrial('w1')
    expect(visitOf('w1')?.personId).toBe('p1')
    keepVisit(trial)
    await forgetVisit('w1')
    expect(visitOf('w1')?.personId).toBe('p1')
  })

  test('[CL-5] also where the server cannot be reached', async () => {
    vi.resetModules()
    vi.doMock('./unsent.ts', () => {
      throw new Error('no network')
    })
    const fresh = await import('./visits.ts')
    fresh.keepVisit(visit('w1', 1))
    fresh.keepVisit(visit('w2', 2))
    await fresh.forgetVisit('w1')
    expect(fresh.listVisits().map(({ workshopId }) => workshopId)).toEqual(['w2'])
    await fresh.forgetDevice()
    expect(fresh.listVisits()).toEqual([])
    vi.doUnmock('./unsent.ts')
  })
})
