import type { Place, TopicView } from '@moot/workshop'
import { expect, it } from 'vitest'
import { topicWith } from '../../testing/topicWith.ts'
import { stageWith, viewWith } from '../../testing/viewWith.ts'
import { isRoundNext, nextRound } from './nextRound.ts'

const STAGES = {
  market: stageWith(0, { kind: 'marketplace' }),
  move: stageWith(1, {}),
  first: stageWith(2, { kind: 'round', where: 'round', round: 1 }),
  news: stageWith(3, { kind: 'news' }),
  second: stageWith(4, { kind: 'round', where: 'round', round: 2 }),
}
const place = (round: string): Place => ({ round, space: 's1', time: '', where: '' })
const waits = (round: string, parts: Partial<TopicView> = {}): TopicView =>
  topicWith(`in ${round}`, { state: 'scheduled', place: place(round), ...parts })

function at(stage: keyof typeof STAGES, topics: readonly TopicView[]) {
  const view = viewWith({
    stages: STAGES,
    topics: Object.fromEntries(topics.map((each) => [each.id, each])),
  })
  return { ...view, now: { ...view.now, stage } }
}

it('finds the round in which the next topics wait, also past one without any', () => {
  expect(nextRound(at('market', [waits('first'), waits('second')]))?.stage.id).toBe('first')
  expect(nextRound(at('move', [waits('first', { state: 'ended' }), waits('second')]))?.stage.id).toBe(
    'second',
  )
  expect(nextRound(at('second', [waits('first')]))).toBeUndefined()
})

it('knows whether choosing where to go is all that is left before it', () => {
  const both = [waits('first'), waits('second')]
  expect((['market', 'move', 'news'] as const).map((stage) => isRoundNext(at(stage, both)))).toEqual([
    false,
    true,
    true,
  ])
  // Where nobody goes, there is nothing to choose.
  expect(isRoundNext(at('move', [waits('second')]))).toBe(false)
  // What is written on a board of its own comes first.
  const view = at('move', both)
  const move = { ...STAGES.move, board: 'b1' }
  expect(isRoundNext({ ...view, stages: { ...view.stages, move } })).toBe(false)
})
