/** An open space for tests: the forty-five of methods §5.1, a marketplace with two rounds in six spaces. */
import type { Workshop } from '../state.ts'
import type { Place, Topic } from '../topics/topic.ts'
import { AT, carryOut, castOf45, spaceId } from './workshops.ts'

/** The marketplace is on; nothing has been offered yet. */
export const MARKET = ((): Workshop => {
  const planned = carryOut(castOf45(), { type: 'market.prepare', rounds: 2, minutes: 22, spaces: 6 })
  const [market] = planned.stages
  return carryOut(planned, { type: 'stage.go', stage: market?.id ?? '', from: null })
})()

/** The stages of its rounds. */
export const ROUNDS: readonly string[] = MARKET.stages
  .filter(({ where }) => where === 'round')
  .map(({ id }) => id)

/** Round and space by their numbers. */
export const cell = (round: number, space: number, workshop = MARKET): Place => ({
  round: ROUNDS[round - 1] ?? '',
  time: '',
  space: spaceId(workshop, space),
  where: '',
})

/** The topic whose main question is this. */
export function topicOf({ topics }: Workshop, question: string): Topic {
  const topic = Object.values(topics).findLast(({ questions }) => questions[0]?.text === question)
  if (topic === undefined) throw new Error(`nobody asks ${question}`)
  return topic
}

/** Somebody offers a topic. */
export const offer = (workshop: Workshop, actor: string, question: string): Workshop =>
  carryOut(workshop, { type: 'topic.offer', question }, actor)

/** Its first convener places a topic. */
export const place = (
  workshop: Workshop,
  question: string,
  round: number,
  space: number,
  now = AT,
): Workshop => {
  const { id, conveners } = topicOf(workshop, question)
  return carryOut(
    workshop,
    { type: 'topic.place', topic: id, place: cell(round, space, workshop) },
    conveners[0],
    { now },
  )
}

/** Farah goes to a round. @param now - ms since 1970 */
export const go = (workshop: Workshop, round: number, now = AT): Workshop =>
  carryOut(workshop, { type: 'stage.go', stage: ROUNDS[round - 1] ?? '', from: workshop.stage }, 'farah', {
    now,
  })
