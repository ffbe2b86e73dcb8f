import { describe, expect, it } from 'vitest'
import {
  commandSchema,
  STAGE_MINUTES_MAX,
  STAGE_PROMPT_MAX,
  STAGE_TITLE_MAX,
  STAGES_MAX,
  TOPIC_QUESTION_SOFT,
  totalMinutes,
} from '@moot/workshop'
import { boardSeed, isTemplateId } from './boardSeed.ts'
import { exampleWorkshop } from './example.ts'
import { readyPlan, readyPlans } from './readyPlans.ts'

const stagesOf = (id: string) => readyPlan(id)?.stages ?? []

describe('every ready plan', () => {
  it.each(readyPlans.map((plan) => [plan.id, plan] as const))(
    '[T-11] %s can be set as it is, within every limit',
    (_id, plan) => {
      expect(commandSchema.safeParse({ type: 'plan.set', stages: plan.stages })).toMatchObject({
        success: true,
      })
      expect(plan.stages.length).toBeGreaterThan(0)
      expect(plan.stages.length).toBeLessThanOrEqual(STAGES_MAX)
      for (const { title, prompt, part, minutes, template } of plan.stages) {
        expect(title.trim()).not.toBe('')
        expect(Math.max(title.length, part.length)).toBeLessThanOrEqual(STAGE_TITLE_MAX)
        expect(prompt.length).toBeLessThanOrEqual(STAGE_PROMPT_MAX)
        expect(Number.isInteger(minutes) && minutes > 0 && minutes <= STAGE_MINUTES_MAX).toBe(true)
        expect(template === '' || isTemplateId(template), template).toBe(true)
      }
      const opened = plan.stages.filter(({ where }) => where === 'main').map(({ template }) => template)
      for (const { template } of plan.boards) expect(opened).toContain(template)
    },
  )

  it.each(readyPlans.map((plan) => [plan.id, plan] as const))(
    '[T-12] steps of a part of %s follow one another, and spaces are prepared where it needs them',
    (_id, { stages, spaces }) => {
      const parts = stages.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1])
      const named = parts.filter((part) => part !== '')
      expect(new Set(named).size).toBe(named.length)
      expect(spaces > 0).toBe(stages.some(({ where }) => where !== 'main'))
    },
  )

  it('[T-11] has an id and a name of its own', () => {
    expect(new Set(readyPlans.map(({ id }) => id)).size).toBe(readyPlans.length)
    expect(new Set(readyPlans.map(({ name }) => name)).size).toBe(readyPlans.length)
    expect(readyPlan('constructor')).toBeUndefined()
  })
})

describe('how long they take', () => {
  it('[T-13] open space and three horizons is the running order of methods §5.3: 150 minutes', () => {
    const stages = stagesOf('open-space')
    const parts = stages.flatMap(({ part, minutes }, index) => {
      if (part === '') return [minutes]
      if (stages[index - 1]?.part === part) return []
      return [totalMinutes(stages.filter((each) => each.part === part))]
    })
    expect(parts).toEqual([8, 10, 15, 2, 22, 4, 22, 8, 7, 27, 8, 9, 8])
    expect(totalMinutes(stages)).toBe(150)
    expect(stages.filter(({ where }) => where === 'round').map(({ minutes }) => minutes)).toEqual([22, 22])
    expect(readyPlan('open-space')?.spaces).toBe(6)
  })

  it.each([
    ['open-space-two-hours', [8, 7, 15, 2, 25, 5, 25, 8, 10, 15], 120],
    ['three-horizons', [8, 15, 15, 12, 20, 8, 12], 90],
    ['third-horizon', [3, 7, 7, 8, 7, 3], 35],
    ['check-in-breakouts', [5, 10, 25, 15, 5], 60],
    ['retrospective', [5, 8, 8, 8, 6, 3], 38],
    ['blank', [30], 30],
  ])('[T-13] %s takes %j, %i minutes', (id, minutes, total) => {
    expect(stagesOf(id).map((each) => each.minutes)).toEqual(minutes)
    expect(totalMinutes(stagesOf(id))).toBe(total)
  })
})

describe('the example', () => {
  it('[T-14] has topics of the workshop of methods §5.3, some in a round, no two in one place, some waiting', () => {
    const { plan, people, topics } = exampleWorkshop
    const rounds = plan.stages.filter(({ where }) => where === 'round').length
    const cells = topics.flatMap(({ place }) => (place === undefined ? [] : [place]))
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length)
    for (const { round, space } of cells) {
      expect(round).toBeLessThanOrEqual(rounds)
      expect(space).toBeLessThanOrEqual(plan.spaces)
    }
    expect(topics.length).toBeGreaterThan(cells.length)
    for (const { question, by, comers } of topics) {
      expect(question.length, question).toBeLessThanOrEqual(TOPIC_QUESTION_SOFT)
      for (const name of [by, ...comers]) expect(people).toContain(name)
    }
  })

  it('[T-14] has the seventeen notes of methods §2.6, each in a section of its board', () => {
    const [board] = exampleWorkshop.plan.boards
    const seed = boardSeed(board?.template ?? '')
    const tags = seed.ok ? seed.seed.regions.map(({ tag }) => tag) : []
    expect(exampleWorkshop.notes).toHaveLength(17)
    for (const { tag, text } of exampleWorkshop.notes) {
      expect(tags, text).toContain(tag)
      expect(text.length).toBeLessThanOrEqual(120)
    }
  })
})
