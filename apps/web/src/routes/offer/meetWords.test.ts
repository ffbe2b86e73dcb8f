import { describe, expect, it } from 'vitest'
import { cell, topicWith } from '../../testing/topicWith.ts'
import { spaceWith, stageWith, viewWith } from '../../testing/viewWith.ts'
import { meetWords } from './meetWords.ts'

const view = viewWith({
  stages: { r1: stageWith(0, { where: 'round', round: 1 }) },
  spaces: { a: spaceWith(1, {}), c: spaceWith(3, {}) },
})
const here = topicWith('here', { state: 'scheduled', place: cell('r1', 'a') })
const there = topicWith('there', { state: 'scheduled', place: cell('r1', 'c') })
const nowhere = topicWith('nowhere')
const outside = topicWith('outside', {
  state: 'scheduled',
  place: { round: null, time: 'after lunch', space: null, where: 'hallway' },
})

describe('who is asked to join two topics', () => {
  it('[OS-8] reads before they answer where the two would meet, and which place is free again', () => {
    expect(meetWords(view, here, there)).toBe(
      'They meet here: Round 1 · Space 1. Round 1 · Space 3 becomes free.',
    )
    expect(meetWords(view, there, here)).toBe(
      'They meet here: Round 1 · Space 3. Round 1 · Space 1 becomes free.',
    )
    expect(meetWords(view, here, nowhere)).toBe('They meet here: Round 1 · Space 1.')
    expect(meetWords(view, nowhere, here)).toBe('They meet here: Round 1 · Space 1.')
    expect(meetWords(view, here, outside)).toBe('They meet here: Round 1 · Space 1.')
    expect(meetWords(view, outside, nowhere)).toBe('They meet here: after lunch · hallway.')
    expect(meetWords(view, nowhere, nowhere)).toBe('')
  })
})
