// @vitest-environment happy-dom
import type { WorkshopReplica } from '@moot/client'
import type { Answer } from '@moot/protocol'
import type { Command, ReportView } from '@moot/workshop'
import { EMPTY_TEXTS, mergeText } from '@moot/workshop'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { reportWith } from '../../testing/reportWith.ts'
import { viewWith } from '../../testing/viewWith.ts'
import { keptKey } from './keptFields.ts'
import { ReportDesk } from './ReportDesk.ts'

type Store = WorkshopReplica['store']
const KEY = keptKey('w', 'eve', 'meals')

function viewOf(texts: Partial<ReportView['texts']>) {
  const report = reportWith({ texts: { ...EMPTY_TEXTS, ...texts } })
  return viewWith({ reports: { meals: report } })
}

/** A server that answers when the test says so, and somebody's desk at it. */
function sit(stored: Partial<ReportView['texts']> = {}) {
  const store: Store = createStore(() => ({
    connection: { state: 'open' as const },
    view: viewOf(stored),
  })) as Store
  const asked: { readonly command: Command; readonly answer: (answer: Answer) => void }[] = []
  const command = (given: Command): Promise<Answer> =>
    new Promise((answer) => asked.push({ command: given, answer }))
  const desk = new ReportDesk({
    replica: { store, command },
    topicId: 'meals',
    keptAs: KEY,
    merge: mergeText,
  })
  return {
    desk,
    asked,
    /** Answers the oldest question. */
    async answer(answer: Answer) {
      asked.shift()?.answer(answer)
      await Promise.resolve()
      await Promise.resolve()
    },
    tell: (texts: Partial<ReportView['texts']>) => store.setState({ view: viewOf(texts) }),
    cut: () => store.setState({ connection: { state: 'lost' } }),
    mend: (texts: Partial<ReportView['texts']>) =>
      store.setState({ connection: { state: 'open' }, view: viewOf(texts) }),
  }
}
const LOST: Answer = { ok: false, code: 'not_connected', message: '' }

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the desk of a report', () => {
  it('saves a text once somebody pauses, and says so when the server has it', async () => {
    const { desk, asked, answer } = sit()
    desk.type('headline', 'Meals')
    desk.type('headline', 'Meals for all')
    expect(asked).toEqual([])
    expect(desk.status.state).toBe('saving')
    vi.advanceTimersByTime(900)
    expect(asked.map(({ command }) => command)).toEqual([
      { type: 'report.write', topic: 'meals', field: 'headline', text: 'Meals for all', before: '' },
    ])
    await answer({ ok: true, result: { text: 'Meals for all' } })
    expect(desk.status.state).toBe('saved')
  })

  it('saves at once when the field is left', () => {
    const { desk, asked } = sit()
    desk.type('next', 'Ask the school')
    desk.write('next')
    expect(asked).toHaveLength(1)
    vi.advanceTimersByTime(5_000)
    expect(asked).toHaveLength(1)
  })

  it('gives the latest words once the line is back, and says meanwhile that they are not saved', async () => {
    const { desk, asked, answer, cut, mend } = sit({ headline: 'Meals' })
    desk.type('headline', 'Meals for all')
    desk.write('headline')
    cut()
    await answer(LOST)
    desk.type('headline', 'Meals for all, always')
    vi.advanceTimersByTime(5_000)
    expect(desk.status.state).toBe('notSaved')
    expect(asked).toEqual([])
    mend({ headline: 'Meals' })
    expect(asked.map(({ command }) => command)).toMatchObject([
      { text: 'Meals for all, always', before: 'Meals' },
    ])
    await answer({ ok: true, result: { text: 'Meals for all, always' } })
    expect(desk.status.state).toBe('saved')
  })

  it('brings back what was not saved when the page is opened again, and gives it', async () => {
    const before = sit()
    before.cut()
    before.desk.type('headline', 'Meals for all')
    before.desk.dispose()
    const { desk, asked, answer } = sit()
    expect(desk.status.texts.headline).toBe('Meals for all')
    expect(asked.map(({ command }) => command)).toMatchObject([{ text: 'Meals for all', before: '' }])
    await answer({ ok: true, result: { text: 'Meals for all' } })
    expect(localStorage.getItem(KEY)).toBeNull()
  })

  it('takes nothing away that another tab of the same person has kept', async () => {
    const one = sit()
    const other = sit()
    one.cut()
    one.desk.type('headline', 'Meals for all')
    // The other one hears that the line is cut and back, and saves words of its own.
    other.cut()
    other.mend({})
    other.desk.type('next', 'Ask the school')
    other.desk.write('next')
    await other.answer({ ok: true, result: { text: 'Ask the school' } })
    one.desk.dispose()
    const { desk } = sit({ next: 'Ask the school' })
    expect(desk.status.texts).toMatchObject({ headline: 'Meals for all', next: 'Ask the school' })
  })

  it('keeps what is refused in the field, with the reason', async () => {
    const { desk, answer } = sit()
    desk.type('headline', 'Meals')
    desk.write('headline')
    await answer({ ok: false, code: 'other', message: 'No longer yours.' })
    expect(desk.status).toMatchObject({ state: 'refused', why: 'No longer yours.' })
    expect(desk.status.texts.headline).toBe('Meals')
    expect(await desk.writeAll()).toBe(false)
  })

  it('leaves a field alone in which letters are being put together', () => {
    const { desk, asked, tell } = sit({ said: 'A' })
    desk.compose('said', true)
    desk.type('said', 'A か')
    tell({ said: 'A B' })
    vi.advanceTimersByTime(5_000)
    expect(desk.status.texts.said).toBe('A か')
    expect(asked).toEqual([])
    desk.compose('said', false)
    expect(desk.status.texts.said).toContain('か')
    expect(desk.status.texts.said).toContain('B')
  })

  it('says when everything is saved, or that it cannot be', async () => {
    const { desk, answer, cut } = sit()
    desk.type('headline', 'Meals')
    const saved = desk.writeAll()
    await answer({ ok: true, result: { text: 'Meals' } })
    expect(await saved).toBe(true)
    cut()
    desk.type('next', 'Ask')
    expect(await desk.writeAll()).toBe(false)
  })
})
