import type { SpaceView, StageView } from '@moot/workshop'
import { describe, expect, it } from 'vitest'
import { cell, topicsById, topicWith } from '../../testing/topicWith.ts'
import { meWith, spaceWith, stageWith, viewWith } from '../../testing/viewWith.ts'
import { activityOf, phaseOf } from './activity.ts'
import { missedLines } from './missedLines.ts'

const stage = (order: number, title: string, parts: Partial<StageView> = {}): StageView =>
  stageWith(order, { title, ...parts })
const space = (number: number, title: string, question: string): SpaceView =>
  spaceWith(number, { title, question })
const horizons = { part: 'Three horizons', where: 'spaces' as const }
const stages = {
  a: stage(0, 'Opening', { prompt: 'What brings us together?' }),
  b: stage(1, 'Round 1', { where: 'round', kind: 'round' }),
  c: stage(2, 'Round 2', { where: 'round', kind: 'round', prompt: 'Go on' }),
  d: stage(3, 'Now', { ...horizons, prompt: 'How are things done today?' }),
  e: stage(4, 'Pockets', { ...horizons, prompt: 'Where is it happening already?' }),
  f: stage(5, 'Break', { kind: 'break' }),
}
const nowWith = (parts: Partial<ReturnType<typeof viewWith>['now']>) => ({ ...viewWith({}).now, ...parts })
const leadership = { id: 's', ...space(1, 'Leadership', 'What kind of leadership?') }
const at = (current: string, roundStage: string | null, own?: typeof leadership) => {
  const { heading, chip, title } = activityOf(
    viewWith({ stages, now: nowWith({ stage: current, roundStage, focus: 'spaces', round: 1 }) }),
    own,
  )
  return [chip, title, heading]
}

describe('what is going on', () => {
  it('is the question of one’s space, else the prompt, else the activity', () => {
    expect(at('a', null)).toEqual(['Opening', '', 'What brings us together?'])
    expect(at('b', 'b', leadership)).toEqual(['Round 1 of 2', '', 'What kind of leadership?'])
    expect(at('c', 'c')).toEqual(['Round 2 of 2', '', 'Go on'])
    expect(at('f', 'c')).toEqual(['', '', 'Break'])
  })

  it('asks what a step asks, where the spaces of an earlier step go on', () => {
    expect(at('d', 'd', leadership)[2]).toBe('What kind of leadership?')
    expect(at('e', 'd', leadership)).toEqual([
      'Three horizons, step 2 of 2',
      'Pockets',
      'Where is it happening already?',
    ])
  })

  it('is the workshop’s question while topics are chosen, and where one has yet to choose among them', () => {
    const asked = { ...viewWith({}).workshop, question: 'What should we keep?' }
    const market = { ...stages, a: stage(0, 'Marketplace', { kind: 'marketplace' }) }
    const view = (current: string) =>
      viewWith({
        workshop: asked,
        stages: market,
        topics: topicsById(topicWith('t', { state: 'running', place: cell('b', 's') })),
        now: nowWith({ stage: current, roundStage: current, focus: 'spaces', round: 1 }),
      })
    expect(activityOf(view('a'), undefined)).toMatchObject({
      heading: 'What should we keep?',
      chip: 'Marketplace',
    })
    expect(activityOf(view('b'), undefined)).toMatchObject({
      heading: 'What should we keep?',
      chip: 'Round 1 of 2',
    })
    expect(activityOf(view('b'), leadership).heading).toBe('What kind of leadership?')
  })

  it('is the one question of all spaces for whoever belongs nowhere yet', () => {
    const spaces = { s: space(1, '', 'Where to?'), u: space(2, '', 'Where to?') }
    const now = nowWith({ focus: 'spaces', round: 1 })
    expect(activityOf(viewWith({ spaces, now }), undefined)).toMatchObject({
      chip: 'Spaces are open',
      heading: 'Where to?',
    })
  })

  it('is that spaces are open, where nothing is asked: more than the name of the workshop', () => {
    const now = nowWith({ focus: 'spaces', round: 1 })
    const workshop = { ...viewWith({}).workshop, title: 'Keep and grow' }
    expect(activityOf(viewWith({ workshop, now }), { id: 's', ...space(1, '', '') })).toMatchObject({
      chip: '',
      heading: 'Spaces are open',
    })
  })

  it('has not begun before the first activity or the first round, and has ended once somebody ended it', () => {
    expect(phaseOf(viewWith({ stages }))).toBe('before')
    expect(phaseOf(viewWith({ stages, now: nowWith({ round: 1 }) }))).toBe('during')
    expect(phaseOf(viewWith({ stages, now: nowWith({ stage: 'a' }) }))).toBe('during')
    expect(phaseOf(viewWith({ stages, now: nowWith({ stage: 'a', ended: 5 }) }))).toBe('ended')
    expect(phaseOf(viewWith({}))).toBe('during')
  })
})

describe('what was missed', () => {
  it('is three lines at most: what began, what was said, how much was written', () => {
    const began = {
      a: stage(0, 'Opening', { started: 100 }),
      b: stage(1, 'Marketplace', { started: 2_000 }),
      c: stage(2, 'Round 1', { started: 3_000 }),
    }
    const told = (id: string, atMs: number) => ({
      id,
      text: id,
      kind: 'words' as const,
      at: atMs,
      isForAll: true,
    })
    const me = meWith({
      missed: { since: 1_000, notes: 7 },
      announcements: [told('second', 2_500), told('first', 500)],
    })
    expect(
      missedLines(viewWith({ me, stages: began })).map((line) => line.replace(/\d\d:\d\d/, 'HH:MM')),
    ).toEqual([
      '1 activity took place; Round 1 began at HH:MM',
      'The facilitators said: “second”',
      '7 notes were added',
    ])
    expect(missedLines(viewWith({ stages: began }))).toEqual([])
    // Three at most: how much was written is told last.
    const since = me.missed?.since ?? 0
    const topics = topicsById(topicWith('t', { posted: since + 1 }), topicWith('u', { posted: since }))
    expect(missedLines(viewWith({ me, stages: began, topics })).slice(1)).toEqual([
      '1 topic was offered',
      'The facilitators said: “second”',
    ])
  })
})
