import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardsInSight } from './boardOrder.ts'
import type { Command } from './command.ts'
import { mainBoard } from './project.ts'
import type { StageDraft } from './stages.ts'
import { currentStage, nextStage, STAGES_MAX, totalMinutes } from './stages.ts'
import type { Workshop } from './state.ts'
import { FRAMING_MAX } from './state.ts'
import { BUSY } from './testing/commands.ts'
import { after, AT, carryOut, give, judge, open, spaceId, stage, WORKSHOP } from './testing/workshops.ts'
import { cleanText } from './typed.ts'

const NOTHING = { ok: true, events: [] }
const planned = (...stages: StageDraft[]): Workshop => give(WORKSHOP, { type: 'plan.set', stages })
/** The workshop after going to the stage of this title. */
const go = (workshop: Workshop, title: string): Workshop => {
  const to = workshop.stages.find((each) => each.title === title)?.id ?? 'nowhere'
  return carryOut(workshop, { type: 'stage.go', stage: to, from: workshop.stage })
}
const boards = (workshop: Workshop): string[] => boardsInSight(workshop.boards).map(({ title }) => title)

describe('what a workshop says of itself', () => {
  it('[W-3] keeps lines, and one empty line between two', () => {
    expect(cleanText(' One\r\nTwo \u202e\n\n\n\nThree\u2028\n ')).toBe('One\nTwo\n\nThree')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
    )
  })

  it('[W-22] is set field by field, and what is no zone and no time is refused', () => {
    const described = give(WORKSHOP, {
      type: 'workshop.describe',
      purpose: ' Why\n\n\nwe meet ',
      zone: 'Europe/London',
      starts: AT + 0.4,
    })
    expect(described.framing).toMatchObject({
      purpose: 'Why\n\nwe meet',
      fixed: '',
      zone: 'Europe/London',
      starts: AT,
    })
    const judged = (said: object) => judge(described, { type: 'workshop.describe', ...said })
    expect(judged({ purpose: 'Why\n\nwe meet', zone: 'Europe/London' })).toEqual(NOTHING)
    for (const zone of ['', 'UTC', 'America/Argentina/Salta', 'Etc/GMT+5'])
      expect(judged({ zone })).toMatchObject({ ok: true })
    for (const zone of ['London!', 'Europe/', '/x', 'a b', '<b>'])
      expect(judged({ zone })).toMatchObject({ code: 'bad_zone' })
    for (const starts of [-1, Number.NaN, Infinity, 9e15])
      expect(judged({ starts })).toMatchObject({ code: 'bad_time' })
    expect(judged({ fixed: 'x'.repeat(FRAMING_MAX + 1) })).toMatchObject({ code: 'too_long' })
  })

  it('[W-23] ends and begins again, each once however often it is asked', () => {
    const ended = give(BUSY, { type: 'workshop.end' })
    expect(ended).toMatchObject({ ended: AT, timer: null, invitation: null })
    expect(judge(ended, { type: 'workshop.end' })).toEqual(NOTHING)
    const again = give(ended, { type: 'workshop.reopen' })
    expect(again.ended).toBeNull()
    expect(judge(again, { type: 'workshop.reopen' })).toEqual(NOTHING)
    expect(go(ended, 'Two').ended).toBeNull()
    expect(carryOut(ended, { type: 'stage.go', stage: 's1', from: 's1' }).ended).toBeNull()
  })
})

describe('a rehearsal', () => {
  it('[W-24] A4 a reset gives boards a new document and keeps people, plan, spaces and video names', () => {
    const rehearsed = give(
      planned(stage('Opening'), stage('Look back', { template: 'columns' })),
      { type: 'person.assist', name: 'Pat', helper: 'ama' },
      { type: 'person.try' },
      { type: 'spaces.prepare', count: 2 },
    )
    const named = give(
      rehearsed,
      { type: 'space.change', space: spaceId(rehearsed, 1), videoName: 'Room 1' },
      open(2, { fill: 'random' }),
      { type: 'announce', text: 'Hello' },
      { type: 'timer.start', minutes: 5 },
    )
    const before = go(named, 'Look back')
    const reset = give(before, { type: 'workshop.reset' })
    expect(reset).toMatchObject({ rounds: [], stage: null, timer: null, announcements: [], focus: 'main' })
    expect(reset.stages.map(({ title, started }) => [title, started])).toEqual([
      ['Opening', null],
      ['Look back', null],
    ])
    expect(reset.spaces[spaceId(reset, 1)]?.videoName).toBe('Room 1')
    expect(
      Object.values(reset.people)
        .filter(({ gone }) => gone === null)
        .map(({ name }) => name),
    ).toEqual(['Farah', 'Ama', 'Olu', 'Pat'])
    expect(boards(before)).toEqual(['Board', 'Hallway', 'R1·1', 'R1·2', 'Look back'])
    expect(boards(reset)).toEqual(['Board', 'Hallway', 'Look back'])
    for (const board of boardsInSight(reset.boards)) expect(before.boards[board.id]?.doc).not.toBe(board.doc)
    // What is planned is gone through again on the same boards.
    expect(boards(go(reset, 'Look back'))).toEqual(boards(reset))
  })

  it('[W-24] one board stays, even where every one belongs to a round', () => {
    const opened = give(WORKSHOP, open(2))
    const only = boardsInSight(opened.boards)
      .filter(({ title }) => !title.startsWith('R1'))
      .reduce((now, { id }) => give(now, { type: 'board.remove', board: id }), opened)
    expect(boards(give(only, { type: 'workshop.reset' }))).toEqual(['R1·1'])
  })
})

describe('the running order', () => {
  it('[W-25] is set whole until the first stage begins', () => {
    const plan = planned(stage(' Opening '), stage('Check-in', { minutes: 600 }))
    expect(plan.stages.map(({ title }) => title)).toEqual(['Opening', 'Check-in'])
    expect(totalMinutes(plan.stages)).toBe(605)
    expect(
      judge(plan, { type: 'plan.set', stages: [stage('Opening'), stage('Check-in', { minutes: 600 })] }),
    ).toEqual(NOTHING)
    expect(give(plan, { type: 'plan.set', stages: [] }).stages).toEqual([])
    expect(judge(go(plan, 'Opening'), { type: 'plan.set', stages: [] })).toMatchObject({
      code: 'already_running',
    })
    const many = Array.from({ length: STAGES_MAX + 1 }, () => stage('One more'))
    expect(judge(WORKSHOP, { type: 'plan.set', stages: many })).toMatchObject({ code: 'too_many_stages' })
    const full = planned(...many.slice(1))
    expect(judge(full, { type: 'stage.add', stage: stage('One more') })).toMatchObject({
      code: 'too_many_stages',
    })
  })

  it.each([-1, 0.5, 601, Number.NaN])(
    '[W-25] a stage of %d minutes is refused, one of 0 and of 600 is none',
    (minutes) => {
      const asked: Command[] = [
        { type: 'plan.set', stages: [stage('Opening', { minutes })] },
        { type: 'stage.add', stage: stage('Opening', { minutes }) },
      ]
      for (const command of asked) expect(judge(WORKSHOP, command)).toMatchObject({ code: 'bad_minutes' })
      const plan = planned(stage('Opening', { minutes: 0 }), stage('Check-in', { minutes: 600 }))
      const id = plan.stages[0]?.id ?? ''
      expect(judge(plan, { type: 'stage.change', stage: id, change: { minutes } })).toMatchObject({
        code: 'bad_minutes',
      })
      expect(go(plan, 'Opening').timer).toBeNull()
      expect(go(plan, 'Check-in').timer).toEqual({ started: AT, ends: AT + 600 * 60_000 })
    },
  )

  it('[W-25] stages need titles, and no title, part or prompt is longer than it may be', () => {
    const add = (said: Partial<StageDraft>) =>
      judge(WORKSHOP, { type: 'stage.add', stage: stage('Opening', said) })
    expect(add({ title: ' \u200b' })).toMatchObject({ code: 'name_missing' })
    for (const said of [{ title: 'x'.repeat(81) }, { part: 'x'.repeat(81) }, { prompt: 'x'.repeat(501) }])
      expect(add(said)).toMatchObject({ code: 'too_long' })
    expect(add({ prompt: 'One\nTwo', part: '' })).toMatchObject({
      events: [{ type: 'stage.added', to: 0, stage: { prompt: 'One\nTwo' } }],
    })
  })

  it('[W-28] is edited at any time, but the current stage stays', () => {
    const titles = ({ stages }: Workshop): string[] => stages.map(({ title }) => title)
    const add = (after?: string | null): Workshop =>
      give(BUSY, { type: 'stage.add', stage: stage('New'), ...(after !== undefined && { after }) })
    expect(titles(add())).toEqual(['One', 'Two', 'Three', 'New'])
    expect(titles(add(null))).toEqual(['New', 'One', 'Two', 'Three'])
    expect(titles(add('s2'))).toEqual(['One', 'Two', 'New', 'Three'])
    expect(titles(give(BUSY, { type: 'stage.move', stage: 's3', to: -7 }))).toEqual(['Three', 'One', 'Two'])
    expect(titles(give(BUSY, { type: 'stage.move', stage: 's1', to: 99 }))).toEqual(['Two', 'Three', 'One'])
    expect(judge(BUSY, { type: 'stage.move', stage: 's2', to: 1 })).toEqual(NOTHING)
    expect(titles(give(BUSY, { type: 'stage.remove', stage: 's2' }))).toEqual(['One', 'Three'])
    expect(judge(BUSY, { type: 'stage.remove', stage: 's1' })).toMatchObject({ code: 'stage_running' })
    const changed = give(BUSY, { type: 'stage.change', stage: 's1', change: { title: 'Uno', minutes: 9 } })
    expect(changed.stages[0]).toMatchObject({ title: 'Uno', minutes: 9, started: AT, kind: 'activity' })
    expect(changed.timer).toEqual(BUSY.timer)
    expect(judge(changed, { type: 'stage.change', stage: 's1', change: { title: ' Uno' } })).toEqual(NOTHING)
    for (const command of [
      { type: 'stage.add', stage: stage('New'), after: '__proto__' },
      { type: 'stage.change', stage: 'nowhere', change: {} },
      { type: 'stage.move', stage: 'nowhere', to: 0 },
      { type: 'stage.remove', stage: 'nowhere' },
      { type: 'stage.go', stage: 'nowhere', from: 's1' },
    ] as const)
      expect(judge(BUSY, command)).toMatchObject({ code: 'no_such_stage' })
  })

  it('[W-26] goes on, back and past others, and each stage begins with its minutes', () => {
    const plan = planned(
      stage('Opening', { minutes: 8 }),
      stage('Check-in'),
      stage('Round 1', { where: 'round' }),
    )
    expect(nextStage(plan)?.title).toBe('Opening')
    const opened = go(plan, 'Opening')
    expect(opened).toMatchObject({ focus: 'main', timer: { ends: AT + 8 * 60_000 } })
    const skipped = go(opened, 'Round 1')
    expect(skipped).toMatchObject({ focus: 'spaces', rounds: [] })
    expect(skipped.stages.map(({ started, ended }) => [started, ended])).toEqual([
      [AT, AT],
      [null, null],
      [AT, null],
    ])
    expect(nextStage(skipped)).toBeUndefined()
    const back = go(skipped, 'Opening')
    expect(currentStage(back)).toMatchObject({ title: 'Opening', ended: null })
  })

  it('[W-27] drill 7: two facilitators who press next together go on once', () => {
    const next = { type: 'stage.go', stage: 's2', from: 's1' } as const
    const first = carryOut(BUSY, next, 'farah')
    expect(judge(first, next, 'theo')).toEqual(NOTHING)
    expect(first.stage).toBe('s2')
    // Somebody who still sees the stage before does not jump from where all others are.
    expect(judge(first, { type: 'stage.go', stage: 's3', from: 's1' }, 'theo')).toMatchObject({
      code: 'moved_on',
    })
    expect(judge(first, { type: 'stage.go', stage: 's3', from: null }, 'theo')).toMatchObject({
      code: 'moved_on',
    })
  })

  it('[W-29] a stage in the main room has its board made once, and steps of a part share it', () => {
    const part = { part: 'Three horizons' }
    const plan = planned(
      stage('Opening'),
      stage('Now', { ...part, template: 'three-horizons' }),
      stage('In groups', { ...part, where: 'spaces', template: 'columns' }),
      stage('Future', part),
      stage('Keep', { template: 'columns' }),
    )
    const opened = go(plan, 'Opening')
    expect(mainBoard(opened)).toBe('b')
    const now = go(opened, 'Now')
    expect(boards(now)).toEqual(['Board', 'Three horizons'])
    const board = mainBoard(now)
    expect(now.boards[board ?? '']).toMatchObject({ title: 'Three horizons', template: 'three-horizons' })
    const future = go(go(now, 'In groups'), 'Future')
    expect(boards(future)).toEqual(['Board', 'Three horizons'])
    expect(mainBoard(future)).toBe(board)
    expect(boards(go(go(future, 'Keep'), 'Now'))).toEqual(['Board', 'Three horizons', 'Keep'])
    // Past the first step, its board is made all the same.
    expect(boards(go(plan, 'Future'))).toEqual(['Board', 'Three horizons'])
    expect(boards(go(planned(stage('Board', { template: 'blank' })), 'Board'))).toEqual(['Board', 'Board 2'])
  })
})

describe('the timer', () => {
  const timed = give(WORKSHOP, { type: 'timer.start', minutes: 1.5 })
  it('[W-30] takes any minutes over 0 and up to 600, without a running order', () => {
    expect(timed).toMatchObject({ timer: { started: AT, ends: AT + 90_000 }, stages: [] })
    for (const minutes of [0, -1, 600.1, Number.NaN, Infinity])
      expect(judge(WORKSHOP, { type: 'timer.start', minutes })).toMatchObject({ code: 'bad_minutes' })
    expect(give(timed, { type: 'timer.stop' }).timer).toBeNull()
    expect(judge(WORKSHOP, { type: 'timer.stop' })).toEqual(NOTHING)
    expect(judge(WORKSHOP, { type: 'timer.extend', minutes: 1 })).toMatchObject({ code: 'no_timer' })
  })

  it('[W-30] what is left grows and shrinks, never under nothing; time that is up is given anew', () => {
    const extend = (minutes: number, now = AT) =>
      carryOut(timed, { type: 'timer.extend', minutes }, 'farah', { now })
    expect(extend(2).timer?.ends).toBe(AT + 210_000)
    expect(extend(-1).timer?.ends).toBe(AT + 30_000)
    expect(extend(-600).timer?.ends).toBe(AT)
    expect(extend(1, AT + 3_600_000).timer?.ends).toBe(AT + 3_660_000)
    expect(judge(timed, { type: 'timer.extend', minutes: 0 })).toEqual(NOTHING)
    expect(judge(timed, { type: 'timer.extend', minutes: -5 }, 'farah', { now: AT + 90_000 })).toEqual(
      NOTHING,
    )
    expect(judge(timed, { type: 'timer.extend', minutes: 601 })).toMatchObject({ code: 'bad_minutes' })
    // What is decided may be written down a moment later.
    const late = after([{ type: 'timer.extended', ms: -90_000 }], timed, AT + 50)
    expect(late.timer?.ends).toBe(AT + 50)
  })
})
