/** Which topics are said to look alike, to their conveners alone. */
import { describe, expect, it } from 'vitest'
import { projectMe, projectShared } from '../project.ts'
import type { Workshop } from '../state.ts'
import { AROUND, carryOut, WORKSHOP } from '../testing/workshops.ts'
import { MARKET, offer, topicOf } from '../testing/openSpace.ts'
import { closePairs } from './looksClose.ts'
import type { Topic } from './topic.ts'

const asking = (...questions: string[]): readonly Topic[] => {
  const offered = questions.reduce(
    (now, question) => carryOut(now, { type: 'topic.offer', question }, 'farah'),
    WORKSHOP,
  )
  return Object.values(offered.topics)
}
const areClose = (one: string, other: string): boolean => closePairs(asking(one, other)).length === 1

describe('looks close to…', () => {
  it.each([
    ['Tenders small charities can win', 'How can small charities win a tender?'],
    ['Staff safety when remote', 'Safety of remote staff: who looks after it?'],
    ['Unclaimed school meals', 'Why are school meals not claimed? Unclaimed meals'],
    ['Buses after seven?', 'Buses?'],
    ['Wer pflegt die Pflegenden?', 'Pflegende pflegen: wer tut das?'],
    ['מי מטפל במטפלים בקהילה?', 'מטפלים בקהילה: מי מטפל'],
    ['学校给食的浪费', '学校给食浪费问题'],
  ])('[W-81] %s – %s', (one, other) => {
    expect([areClose(one, other), areClose(other, one)]).toEqual([true, true])
  })

  it.each([
    ['How can we help people to learn?', 'How can we help people to travel?'],
    ['What should we do about the data?', 'What should we do about the buses?'],
    ['Which data helps people learn?', 'Who owns the data?'],
    ['Community gardens', 'Communication with the council'],
    ['', '?'],
    ['Why?', 'Why?!'],
  ])('[W-81] not alike, though they share common words: %s – %s', (one, other) => {
    const topics = asking('A?', 'B?').map((topic, at): Topic => {
      const text = [one, other][at] ?? ''
      return { ...topic, questions: topic.questions.map((question) => ({ ...question, text })) }
    })
    expect(closePairs(topics)).toEqual([])
  })

  it('[W-81] a word that many topics have says nothing of any', () => {
    const places = ['library', 'pool', 'market', 'museum', 'station', 'harbour', 'theatre', 'garden']
    expect(closePairs(asking(...places.map((each) => `Bürgerhaushalt ${each}`)))).toEqual([])
  })

  it('[W-81] three hundred topics are compared, and not again while their questions stay', () => {
    const many = asking(
      ...Array.from({ length: 300 }, (_, at) => `Bridge${at % 150} and river${at % 150} crossing${at}`),
    )
    const pairs = closePairs(many)
    expect(pairs.length).toBeGreaterThanOrEqual(150)
    const moved = many.map((topic) => ({ ...topic, signUps: ['bo'] }))
    expect(closePairs(moved)).toBe(pairs)
  })

  it('[W-81] where hundreds begin alike, only so much is compared: what few begin with comes first', () => {
    const wordy = asking('A?', ...Array.from({ length: 299 }, (_, at) => `B${at}?`)).map(
      (topic, at): Topic => {
        const own = Array.from(
          { length: 30 },
          (__, word) => `same00${String(at * 30 + word).padStart(4, '0')}`,
        )
        const text = [...own, ...(at > 297 ? ['bridges', 'rivers'] : [])].join(' ')
        return { ...topic, questions: topic.questions.map((question) => ({ ...question, text })) }
      },
    )
    const pairs = closePairs(wordy)
    const last = wordy.slice(-2).map(({ id }) => id)
    expect(pairs).toContainEqual(last.toSorted())
    expect(pairs.length).toBeLessThan(2_000)
  })

  it('[W-81] only the two conveners are told, and nobody who convenes both', () => {
    let workshop: Workshop = offer(MARKET, 'tia', 'Tenders small charities can win')
    workshop = offer(workshop, 'uma', 'How can small charities win a tender?')
    const [tia, uma] = ['Tenders small charities can win', 'How can small charities win a tender?'].map(
      (question) => topicOf(workshop, question).id,
    )
    const told = (person: string) => projectMe(workshop, person, AROUND)?.topics.close
    expect(told('tia')).toEqual([{ mine: tia, other: uma }])
    expect(told('uma')).toEqual([{ mine: uma, other: tia }])
    expect([told('sam'), told('farah')]).toEqual([[], []])
    expect(JSON.stringify(projectShared(workshop, 'facilitator', AROUND))).not.toContain('"close"')
  })
})
