import { describe, expect, it } from 'vitest'
import type { ReportView } from '@moot/workshop'
import { EMPTY_TEXTS } from '@moot/workshop'
import { fitLines, likelyLines, TYPE } from './fit.ts'
import { beginningOf, onePagerOf } from './onePager.ts'
import { screenLines, SHEET, sheetLines } from './pageLines.ts'

type Source = Parameters<typeof onePagerOf>[0]
const source = (
  texts: Partial<ReportView['texts']>,
  questions: readonly string[] = ['What kind of leadership?'],
  quote: string | null = null,
): Source => {
  const asked = questions.map((text, index) => ({ id: `q${index}`, text, origin: 't', by: 'ama' }))
  const report = {
    texts: { ...EMPTY_TEXTS, ...texts },
    quote: quote === null ? null : { note: 'n', text: quote },
  }
  // Only these of a topic and of a report are read.
  return { topic: { questions: asked }, report } as unknown as Source
}

describe('a one-pager', () => {
  it('has both questions, three key points of more, and the first line of what has several', () => {
    const pager = onePagerOf(
      source(
        { headline: ' One sentence. ', next: '- Meet again\n\n- Write it up', requests: '2) A room' },
        ['Main?', 'Other?'],
        'two\nlines',
      ),
      ['One', 'Two', 'Three', 'Four', 'Five'],
      ['Bo'],
    )
    expect(pager).toEqual({
      question: 'Main?',
      joined: ['Other?'],
      askers: ['Bo'],
      headline: 'One sentence.',
      points: ['One', 'Two', 'Three'],
      morePoints: 2,
      quote: 'two / lines',
      next: { line: 'Meet again', more: 1 },
      later: { line: '', more: 0 },
      request: { line: 'A room', more: 0 },
    })
  })

  it('keeps the words of a line as they are', () => {
    expect(beginningOf('-5 degrees\r\n*really*')).toEqual({ line: '-5 degrees', more: 1 })
    expect(beginningOf(' \n ')).toEqual({ line: '', more: 0 })
  })
})

describe('the lines of a one-pager', () => {
  const long = (count: number): string => 'Verantwortungsübernahme '.repeat(count).trim()
  const full = onePagerOf(
    source(
      {
        headline: long(20),
        next: long(40),
        question: long(40),
        requests: long(40),
      },
      [long(40), long(30), long(30)],
      long(60),
    ),
    [long(20), long(20), long(20)],
  )
  const heights: Readonly<Record<string, number>> = {
    question: TYPE.question.line,
    headline: TYPE.headline.line,
  }
  const height = (lines: ReadonlyMap<string, number>, keys: readonly string[]): number =>
    keys.reduce((sum, key) => sum + (lines.get(key) ?? 0) * (heights[key] ?? TYPE.text.line), 0)
  const top = ['question', 'joined', 'headline']
  const left = ['point0', 'point1', 'point2', 'quote']
  const right = ['next', 'later', 'request']

  it('gives every text a line, and the longest give way first', () => {
    const texts = [
      { key: 'short', text: 'x', type: 'text' as const, least: 1, most: 9 },
      { key: 'long', text: 'x'.repeat(400), type: 'text' as const, least: 1, most: 9 },
      { key: 'none', text: '', type: 'text' as const, least: 1, most: 9 },
    ]
    const lines = fitLines(texts, { width: 600, height: 31 * 4 })
    expect([...lines]).toEqual([
      ['short', 1],
      ['long', 3],
      ['none', 0],
    ])
    expect(fitLines(texts, { width: 600, height: 0 }).get('long')).toBe(1)
  })

  it('reckons wide letters as wide', () => {
    const type = 'text' as const
    expect(likelyLines({ text: '教育'.repeat(20), type }, 600)).toBeGreaterThan(
      likelyLines({ text: 'ab'.repeat(20), type }, 600),
    )
  })

  it.each([
    { width: 1198, height: 548 },
    { width: 912, height: 500 },
    { width: 912, height: 430 },
  ])('fits the longest report into a screen of $width × $height at 24 px', (room) => {
    const lines = screenLines(full, room)
    const free = room.height - 36 - 44 - 14 - height(lines, top) - top.length * 14
    expect(height(lines, left) + 31 + 2 * 14).toBeLessThanOrEqual(free)
    expect(height(lines, right) + right.length * 14).toBeLessThanOrEqual(free)
    expect(Math.min(...lines.values())).toBe(1)
  })

  it('fits the longest report on one sheet, and uses it', () => {
    const lines = sheetLines(full)
    const used = height(lines, [...top, ...left, ...right]) + 10 * 14
    expect(used).toBeLessThanOrEqual(SHEET.height - 36 - 150 - 31)
    expect(used).toBeGreaterThan(500)
  })
})
