import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardsInSight } from './boardOrder.ts'
import type { Command } from './command.ts'
import { evolve } from './evolve.ts'
import { project } from './project.ts'
import type { Workshop } from './state.ts'
import { BOARD_TITLE_MAX, BOARDS_MAX } from './state.ts'
import { COMMANDS } from './testing/commands.ts'
import { after, AROUND, AT, give, judge as decide } from './testing/workshops.ts'

describe('boards', () => {
  const many = (count: number): Workshop =>
    after(
      Array.from({ length: count }, (_, index) => ({
        type: 'board.added' as const,
        board: `b${index}`,
        title: `Board ${index}`,
        doc: `d${index}`,
        template: 'blank',
      })),
      after([
        { type: 'workshop.made', id: 'w', title: 'Our year', question: '' },
        { type: 'person.joined', person: 'farah', name: 'Farah', role: 'facilitator' },
        { type: 'person.joined', person: 'ama', name: 'Ama', role: 'participant' },
        { type: 'person.joined', person: 'olu', name: 'Olu', role: 'observer' },
      ]),
    )
  const inSight = (workshop: Workshop): string[] => boardsInSight(workshop.boards).map(({ id }) => id)

  it('[W-16] a new one comes at the end or after another one, under a name that is free', () => {
    expect(inSight(give(many(3), { type: 'board.add', template: 'blank' }))).toEqual([
      'b0',
      'b1',
      'b2',
      'new',
    ])
    const placed = give(many(3), { type: 'board.add', template: 'columns', title: ' Mine ', after: 'b0' })
    expect(inSight(placed)).toEqual(['b0', 'new', 'b1', 'b2'])
    expect(placed.boards['new']).toMatchObject({ title: 'Mine', doc: 'new-doc', template: 'columns' })
    const named = give(many(2), { type: 'board.rename', board: 'b1', title: 'Fresh' })
    expect(give(named, { type: 'board.add', template: 'blank' }).boards['new']?.title).toBe('Fresh 2')
    expect(decide(many(1), { type: 'board.add', template: 'blank', title: ' ' }, 'farah')).toMatchObject({
      code: 'name_missing',
    })
    const long = 'x'.repeat(BOARD_TITLE_MAX + 1)
    expect(decide(many(1), { type: 'board.add', template: 'blank', title: long }, 'farah')).toMatchObject({
      code: 'too_long',
    })
  })

  it('[W-17] a copy stands after its original, and says what it is, however long the name and however often', () => {
    const copied = give(many(2), { type: 'board.copy', board: 'b0' })
    expect(inSight(copied)).toEqual(['b0', 'new', 'b1'])
    expect(copied.boards['new']).toMatchObject({ title: 'Board 0 (copy)', template: 'blank', doc: 'new-doc' })
    const titleOfCopy = (title: string, ...others: string[]): string | undefined => {
      const from = [title, ...others].reduce(
        (now, each, index) => evolve(now, { type: 'board.renamed', board: `b${index}`, title: each }, AT),
        many(1 + others.length),
      )
      return give(from, { type: 'board.copy', board: 'b0' }).boards['new']?.title
    }
    expect(titleOfCopy('A (copy)', 'A')).toBe('A (copy) 2')
    expect(titleOfCopy('A', 'A (copy)', 'A (copy) 2')).toBe('A (copy) 3')
    expect(titleOfCopy('x'.repeat(BOARD_TITLE_MAX))).toHaveLength(BOARD_TITLE_MAX)
    expect(titleOfCopy(`${'x'.repeat(BOARD_TITLE_MAX - 8)}🙂`)).toMatch(/x \(copy\)$/)
  })

  it('[W-18] a board comes to the place that is asked for; two who move at once are taken in turn', () => {
    const move = (board: string, to: number): Command => ({ type: 'board.move', board, to })
    expect(inSight(give(many(4), move('b3', 0)))).toEqual(['b3', 'b0', 'b1', 'b2'])
    expect(inSight(give(many(4), move('b0', 99)))).toEqual(['b1', 'b2', 'b3', 'b0'])
    expect(inSight(give(many(4), move('b3', -7)))).toEqual(['b3', 'b0', 'b1', 'b2'])
    expect(decide(many(4), move('b1', 1), 'farah')).toEqual({ ok: true, events: [] })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.integer({ min: -2, max: 8 })), { maxLength: 8 }),
        fc.subarray([1, 2, 3, 4]),
        (moves, gone) => {
          const away = gone.map((index): Command => ({ type: 'board.remove', board: `b${index}` }))
          let now = give(many(6), ...away)
          for (const [index, to] of moves) {
            const decision = decide(now, move(`b${index}`, to), 'farah')
            if (!decision.ok) {
              expect([decision.code, gone]).toEqual(['no_such_board', expect.arrayContaining([index])])
              continue
            }
            const before = inSight(now)
            now = after(decision.events, now)
            const place = Math.max(0, Math.min(before.length - 1, to))
            expect(inSight(now)[place]).toBe(`b${index}`)
            expect(inSight(now).filter((id) => id !== `b${index}`)).toEqual(
              before.filter((id) => id !== `b${index}`),
            )
            const orders = Object.values(now.boards).map(({ order }) => order)
            expect(new Set(orders).size).toBe(orders.length)
          }
        },
      ),
    )
  })

  it('[W-19] a removed one is kept and comes back where it was; the last in sight stays', () => {
    const away = give(many(3), { type: 'board.remove', board: 'b1' })
    expect(inSight(away)).toEqual(['b0', 'b2'])
    expect(away.boards['b1']).toMatchObject({ doc: 'd1', gone: { by: 'farah', at: AT } })
    expect(decide(away, { type: 'board.remove', board: 'b1' }, 'farah')).toEqual({ ok: true, events: [] })
    for (const command of [
      { type: 'board.rename', board: 'b1', title: 'x' },
      { type: 'board.copy', board: 'b1' },
      { type: 'board.move', board: 'b1', to: 0 },
      { type: 'board.undoPerson', board: 'b1', person: 'ama', since: 0 },
      { type: 'board.add', template: 'blank', after: 'b1' },
    ] as const)
      expect(decide(away, command, 'farah')).toMatchObject({ code: 'no_such_board' })
    expect(inSight(give(away, { type: 'board.restore', board: 'b1' }))).toEqual(['b0', 'b1', 'b2'])
    expect(decide(many(1), { type: 'board.restore', board: 'b0' }, 'farah')).toEqual({ ok: true, events: [] })
    const one = give(away, { type: 'board.remove', board: 'b0' })
    expect(decide(one, { type: 'board.remove', board: 'b2' }, 'farah')).toMatchObject({ code: 'last_board' })
  })

  it('[W-20] there are so many at most, and then it is said', () => {
    const full = many(BOARDS_MAX)
    for (const command of [COMMANDS['board.add'], COMMANDS['board.copy']]) {
      const asked = 'board' in command ? { ...command, board: 'b0' } : { ...command, after: 'b0' }
      expect(decide(full, asked, 'farah')).toMatchObject({ code: 'too_many_boards' })
    }
    expect(decide(many(BOARDS_MAX - 1), { type: 'board.add', template: 'blank' }, 'farah').ok).toBe(true)
  })

  it('[W-21] participants and observers do not get removed boards, facilitators get them marked', () => {
    const away = give(many(3), { type: 'board.remove', board: 'b1' })
    const presence = new Map([['ama', { board: 'b1', note: 'n' }]])
    const seen = (person: string) => project(away, person, { ...AROUND, presence })
    for (const person of ['ama', 'olu']) {
      expect(Object.keys(seen(person)?.boards ?? {})).toEqual(['b0', 'b2'])
      expect(JSON.stringify(seen(person))).not.toMatch(/"d1"|"b1"/)
    }
    expect(seen('farah')?.boards['b1']).toMatchObject({ title: 'Board 1', gone: { by: 'farah', at: AT } })
    expect(seen('farah')?.boards['b0']).not.toHaveProperty('gone')
    expect(seen('farah')?.people['ama']?.at).toEqual({ board: 'b1', note: 'n' })
  })
})
