import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Command } from './command.ts'
import { commandSchema } from './command.ts'
import { boardsInSight } from './boardOrder.ts'
import { decide as decideWith, decideAppoint, decideJoin } from './decide.ts'
import type { Decision, Refusal } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { eventSchema } from './event.ts'
import { evolve } from './evolve.ts'
import { mayWrite, PERMISSIONS } from './permissions.ts'
import { project } from './project.ts'
import type { Role, Workshop } from './state.ts'
import { cleanLine } from './typed.ts'
import {
  BOARD_TITLE_MAX,
  BOARDS_MAX,
  NAME_MAX,
  NO_WORKSHOP,
  PEOPLE_MAX,
  QUESTION_MAX,
  ROLES,
  WORKSHOP_TITLE_MAX,
} from './state.ts'

const AT = 1_700_000_000_000
const after = (events: readonly WorkshopEvent[], from: Workshop = NO_WORKSHOP): Workshop =>
  events.reduce((workshop, event) => evolve(workshop, event, AT), from)

const WORKSHOP = after([
  { type: 'workshop.made', id: 'w', title: 'Our year', question: '' },
  { type: 'board.added', board: 'b', title: 'Board', doc: 'd', template: 'blank' },
  { type: 'person.joined', person: 'fay', name: 'Fay', role: 'facilitator' },
  { type: 'person.joined', person: 'pat', name: 'Pat', role: 'participant' },
  { type: 'person.joined', person: 'obi', name: 'Obi', role: 'observer' },
])
const BY_ROLE: Readonly<Record<Role, string>> = { facilitator: 'fay', participant: 'pat', observer: 'obi' }

const FRESH = { board: 'new', doc: 'new-doc', title: 'Fresh' }
const decide = (workshop: Workshop, command: Command, actor: string): Decision | Refusal =>
  decideWith(workshop, command, actor, FRESH)

const COMMANDS: { readonly [T in Command['type']]: Extract<Command, { type: T }> } = {
  'workshop.rename': { type: 'workshop.rename', title: 'New' },
  'workshop.ask': { type: 'workshop.ask', question: 'What now?' },
  'person.rename': { type: 'person.rename', name: 'New' },
  'board.rename': { type: 'board.rename', board: 'b', title: 'New' },
  'board.add': { type: 'board.add', template: 'columns', columns: [{ title: 'Keep' }], after: 'b' },
  'board.copy': { type: 'board.copy', board: 'b' },
  'board.move': { type: 'board.move', board: 'b', to: 0 },
  'board.remove': { type: 'board.remove', board: 'b' },
  'board.restore': { type: 'board.restore', board: 'b' },
  'board.undoPerson': { type: 'board.undoPerson', board: 'b', person: 'pat', since: 0 },
  'link.facilitator': { type: 'link.facilitator' },
  'person.rejoinCode': { type: 'person.rejoinCode' },
}

/** Applies what a command leads to, or fails with its refusal. */
function carryOut(workshop: Workshop, command: Command, actor: string): Workshop {
  const decision = decide(workshop, command, actor)
  if (!decision.ok) throw new Error(decision.code)
  return after(decision.events, workshop)
}

describe('who may do what (methods §0.3)', () => {
  it.each(
    Object.values(COMMANDS).flatMap((command) => ROLES.map((role) => [command.type, role, command] as const)),
  )('[W-1] %s by a %s is judged by the table', (type, role, command) => {
    const decision = decide(WORKSHOP, command, BY_ROLE[role])
    const isAllowed = decision.ok || decision.code !== 'not_allowed'
    expect(isAllowed).toBe(PERMISSIONS[type].includes(role))
  })

  it('[W-1] nobody who is not on the roster may do anything', () => {
    for (const stranger of ['', 'nobody', 'constructor', '__proto__', 'toString']) {
      for (const command of Object.values(COMMANDS)) {
        expect(decide(WORKSHOP, command, stranger)).toMatchObject({ ok: false, code: 'not_allowed' })
      }
    }
  })

  it('[W-2] observers see all that is open and write nothing', () => {
    expect(ROLES.filter(mayWrite)).toEqual(['facilitator', 'participant'])
  })
})

describe('typed text', () => {
  it('[W-3] is kept as one composed line without unseen marks', () => {
    expect(cleanLine('  Zoe\u0308 \n\t Li\u200b\u202e ')).toBe('Zoë Li')
    expect(cleanLine('👩‍🔬 Ada')).toBe('👩‍🔬 Ada')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = cleanLine(text)
        expect(cleanLine(line)).toBe(line)
        expect(line).not.toMatch(/[\n\r\t\u0000\u202a-\u202e]/)
      }),
    )
  })

  it.each(['', '   ', '\u200b', '\u3164', '\u2800', '\u00ad\ufe0f', '\u200d'])(
    '[W-3] a name of nothing to be seen (%j) is none',
    (name) => {
      expect(decideJoin(WORKSHOP, 'new', name, 'participant')).toMatchObject({
        ok: false,
        code: 'name_missing',
      })
      expect(decide(WORKSHOP, { type: 'person.rename', name }, 'pat')).toMatchObject({
        ok: false,
        code: 'name_missing',
      })
      expect(decide(WORKSHOP, { type: 'workshop.rename', title: name }, 'fay')).toMatchObject({
        ok: false,
        code: 'name_missing',
      })
    },
  )

  it('[W-4] too long is refused with the measure in words; a long name at the door is cut instead', () => {
    const long = 'x'.repeat(WORKSHOP_TITLE_MAX + 1)
    expect(decide(WORKSHOP, { type: 'workshop.rename', title: long }, 'fay')).toMatchObject({
      ok: false,
      code: 'too_long',
    })
    const question = 'x'.repeat(QUESTION_MAX + 1)
    expect(decide(WORKSHOP, { type: 'workshop.ask', question }, 'fay')).toMatchObject({
      ok: false,
      code: 'too_long',
    })
    const joined = decideJoin(WORKSHOP, 'new', `${'x'.repeat(NAME_MAX - 1)}🙂`, 'participant')
    if (!joined.ok) throw new Error(joined.code)
    expect(after(joined.events, WORKSHOP).people['new']?.name).toBe('x'.repeat(NAME_MAX - 1))
  })
})

describe('commands', () => {
  it('[W-5] lead to what they say', () => {
    expect(carryOut(WORKSHOP, COMMANDS['workshop.rename'], 'fay').title).toBe('New')
    expect(carryOut(WORKSHOP, COMMANDS['workshop.ask'], 'fay').question).toBe('What now?')
    expect(carryOut(WORKSHOP, { type: 'workshop.ask', question: ' ' }, 'fay').question).toBe('')
    expect(carryOut(WORKSHOP, COMMANDS['person.rename'], 'obi').people['obi']?.name).toBe('New')
    expect(carryOut(WORKSHOP, COMMANDS['board.rename'], 'fay').boards['b']?.title).toBe('New')
  })

  it('[W-15] that name a workshop name its only board too, unless that has a name of its own', () => {
    const made = (title: string, ...boards: readonly string[]) =>
      after([
        { type: 'workshop.made', id: 'w', title, question: '' },
        ...boards.map((each) => ({
          type: 'board.added' as const,
          board: each,
          title: each,
          doc: `d-${each}`,
          template: 'blank',
        })),
        { type: 'person.joined', person: 'fay', name: 'Fay', role: 'facilitator' },
      ])
    const titles = (workshop: Workshop) =>
      Object.values(carryOut(workshop, COMMANDS['workshop.rename'], 'fay').boards).map((board) => board.title)
    expect(titles(made('Our year', 'Our year'))).toEqual(['New'])
    expect(titles(made('Our year', 'Mine'))).toEqual(['Mine'])
    expect(titles(made('One', 'One', 'Two'))).toEqual(['One', 'Two'])
  })

  it('[W-6] that change nothing lead to nothing', () => {
    for (const command of [
      { type: 'workshop.rename', title: ' Our year ' },
      { type: 'person.rename', name: 'Fay' },
      { type: 'board.rename', board: 'b', title: 'Board' },
    ] as const) {
      expect(decide(WORKSHOP, command, 'fay')).toEqual({ ok: true, events: [] })
    }
  })

  it.each(['nowhere', 'constructor', '__proto__'])(
    '[W-7] about a board or person that is not there (%s) are refused',
    (name) => {
      expect(decide(WORKSHOP, { type: 'board.rename', board: name, title: 'x' }, 'fay')).toMatchObject({
        code: 'no_such_board',
      })
      for (const type of ['board.copy', 'board.remove', 'board.restore'] as const)
        expect(decide(WORKSHOP, { type, board: name }, 'fay')).toMatchObject({ code: 'no_such_board' })
      expect(decide(WORKSHOP, { type: 'board.move', board: name, to: 0 }, 'fay')).toMatchObject({
        code: 'no_such_board',
      })
      expect(decide(WORKSHOP, { type: 'board.add', template: 'blank', after: name }, 'fay')).toMatchObject({
        code: 'no_such_board',
      })
      const undo = { type: 'board.undoPerson', since: 0 } as const
      expect(decide(WORKSHOP, { ...undo, board: name, person: 'pat' }, 'fay')).toMatchObject({
        code: 'no_such_board',
      })
      expect(decide(WORKSHOP, { ...undo, board: 'b', person: name }, 'fay')).toMatchObject({
        code: 'no_such_person',
      })
    },
  )
})

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
        { type: 'person.joined', person: 'fay', name: 'Fay', role: 'facilitator' },
        { type: 'person.joined', person: 'pat', name: 'Pat', role: 'participant' },
        { type: 'person.joined', person: 'obi', name: 'Obi', role: 'observer' },
      ]),
    )
  const inSight = (workshop: Workshop): string[] => boardsInSight(workshop.boards).map(({ id }) => id)
  const give = (workshop: Workshop, ...commands: Command[]): Workshop =>
    commands.reduce((now, command) => carryOut(now, command, 'fay'), workshop)

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
    expect(decide(many(1), { type: 'board.add', template: 'blank', title: ' ' }, 'fay')).toMatchObject({
      code: 'name_missing',
    })
    const long = 'x'.repeat(BOARD_TITLE_MAX + 1)
    expect(decide(many(1), { type: 'board.add', template: 'blank', title: long }, 'fay')).toMatchObject({
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
    expect(decide(many(4), move('b1', 1), 'fay')).toEqual({ ok: true, events: [] })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.integer({ min: -2, max: 8 })), { maxLength: 8 }),
        fc.subarray([1, 2, 3, 4]),
        (moves, gone) => {
          const away = gone.map((index): Command => ({ type: 'board.remove', board: `b${index}` }))
          let now = give(many(6), ...away)
          for (const [index, to] of moves) {
            const decision = decide(now, move(`b${index}`, to), 'fay')
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
    expect(away.boards['b1']).toMatchObject({ doc: 'd1', gone: { by: 'fay', at: AT } })
    expect(decide(away, { type: 'board.remove', board: 'b1' }, 'fay')).toEqual({ ok: true, events: [] })
    for (const command of [
      { type: 'board.rename', board: 'b1', title: 'x' },
      { type: 'board.copy', board: 'b1' },
      { type: 'board.move', board: 'b1', to: 0 },
      { type: 'board.undoPerson', board: 'b1', person: 'pat', since: 0 },
      { type: 'board.add', template: 'blank', after: 'b1' },
    ] as const)
      expect(decide(away, command, 'fay')).toMatchObject({ code: 'no_such_board' })
    expect(inSight(give(away, { type: 'board.restore', board: 'b1' }))).toEqual(['b0', 'b1', 'b2'])
    expect(decide(many(1), { type: 'board.restore', board: 'b0' }, 'fay')).toEqual({ ok: true, events: [] })
    const one = give(away, { type: 'board.remove', board: 'b0' })
    expect(decide(one, { type: 'board.remove', board: 'b2' }, 'fay')).toMatchObject({ code: 'last_board' })
  })

  it('[W-20] there are so many at most, and then it is said', () => {
    const full = many(BOARDS_MAX)
    for (const command of [COMMANDS['board.add'], COMMANDS['board.copy']]) {
      const asked = 'board' in command ? { ...command, board: 'b0' } : { ...command, after: 'b0' }
      expect(decide(full, asked, 'fay')).toMatchObject({ code: 'too_many_boards' })
    }
    expect(decide(many(BOARDS_MAX - 1), { type: 'board.add', template: 'blank' }, 'fay').ok).toBe(true)
  })

  it('[W-21] participants and observers do not get removed boards, facilitators get them marked', () => {
    const away = give(many(3), { type: 'board.remove', board: 'b1' })
    const presence = new Map([['pat', { board: 'b1', note: 'n' }]])
    const seen = (person: string) => project(away, person, { ...AROUND, presence })
    for (const person of ['pat', 'obi']) {
      expect(Object.keys(seen(person)?.boards ?? {})).toEqual(['b0', 'b2'])
      expect(JSON.stringify(seen(person))).not.toMatch(/"d1"|"b1"/)
    }
    expect(seen('fay')?.boards['b1']).toMatchObject({ title: 'Board 1', gone: { by: 'fay', at: AT } })
    expect(seen('fay')?.boards['b0']).not.toHaveProperty('gone')
    expect(seen('fay')?.people['pat']?.at).toEqual({ board: 'b1', note: 'n' })
  })
})

describe('coming in', () => {
  it('[W-8] two people may have the same name', () => {
    const joined = decideJoin(WORKSHOP, 'pat2', 'Pat', 'participant')
    if (!joined.ok) throw new Error(joined.code)
    expect(Object.keys(after(joined.events, WORKSHOP).people)).toHaveLength(4)
  })

  it('[W-9] a full workshop says so', () => {
    const people = Object.fromEntries(
      Array.from({ length: PEOPLE_MAX }, (_, index) => [
        `p${index}`,
        { id: `p${index}`, name: 'x', role: 'participant', joined: 0 } as const,
      ]),
    )
    expect(decideJoin({ ...WORKSHOP, people }, 'new', 'New', 'participant')).toMatchObject({
      ok: false,
      code: 'full',
    })
  })

  it('[W-10] a link of another role only ever raises', () => {
    for (const from of ROLES) {
      for (const to of ROLES) {
        const rank = (role: Role): number => ['observer', 'participant', 'facilitator'].indexOf(role)
        const { events } = decideAppoint(WORKSHOP, BY_ROLE[from], to)
        const role = after(events, WORKSHOP).people[BY_ROLE[from]]?.role
        expect(role).toBe(rank(to) > rank(from) ? to : from)
      }
    }
    expect(decideAppoint(WORKSHOP, 'nobody', 'facilitator').events).toEqual([])
  })
})

describe('the record', () => {
  const text = fc.string({ maxLength: 8 })
  const role = fc.constantFrom(...ROLES)
  const name = fc.constantFrom('fay', 'pat', 'b', 'd', '', '__proto__', 'constructor')
  const anyEvent: fc.Arbitrary<WorkshopEvent> = fc.oneof(
    fc.record({ type: fc.constant('workshop.made' as const), id: name, title: text, question: text }),
    fc.record({ type: fc.constant('workshop.renamed' as const), title: text }),
    fc.record({ type: fc.constant('workshop.asked' as const), question: text }),
    fc.record({
      type: fc.constant('board.added' as const),
      board: name,
      title: text,
      doc: name,
      template: text,
    }),
    fc.record({ type: fc.constant('board.renamed' as const), board: name, title: text }),
    fc.record({ type: fc.constant('board.moved' as const), board: name, to: fc.double() }),
    fc.record({ type: fc.constant('board.removed' as const), board: name, by: name }),
    fc.record({ type: fc.constant('board.restored' as const), board: name }),
    fc.record({ type: fc.constant('board.copied' as const), board: name, from: name, by: name }),
    fc.record({ type: fc.constant('person.joined' as const), person: name, name: text, role }),
    fc.record({ type: fc.constant('person.renamed' as const), person: name, name: text }),
    fc.record({ type: fc.constant('person.appointed' as const), person: name, role }),
    fc.record({
      type: fc.constant('person.undone' as const),
      board: name,
      person: name,
      by: name,
      since: fc.double(),
    }),
    fc.record({ type: fc.constant('link.made' as const), by: name, role }),
    fc.record({ type: fc.constant('rejoin.made' as const), person: name }),
  )

  it('[W-11] any events in any order make a workshop: nothing throws, nothing is changed in place', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        let workshop = WORKSHOP
        for (const event of events) {
          const before = JSON.stringify(workshop)
          const next = evolve(workshop, event, AT)
          expect(JSON.stringify(workshop)).toBe(before)
          workshop = next
        }
        for (const person of Object.keys(workshop.people)) project(workshop, person, AROUND)
      }),
    )
  })

  it('[W-12] what commands lead to can be stored as JSON and read back', () => {
    for (const command of Object.values(COMMANDS)) {
      const decision = decide(WORKSHOP, command, 'fay')
      if (!decision.ok) continue
      for (const event of decision.events)
        expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event)
      expect(commandSchema.parse(command)).toEqual(command)
    }
  })

  it('[W-13] kinds of events are only added: what is stored must be readable for ever', () => {
    const fingerprint = createHash('sha256')
      .update(JSON.stringify(z.toJSONSchema(eventSchema)))
      .digest('hex')
      .slice(0, 16)
    expect(
      fingerprint,
      'The stored events changed. A new kind, or a new optional field, is allowed: put the new fingerprint here. Anything else would make workshops unreadable that are stored already.',
    ).toBe('48849d3f594698a9')
  })
})

const AROUND = {
  presence: new Map([['pat', { board: 'b', note: null }]]),
  clients: new Map([[7, 'pat']]),
  links: { join: 'join-key', code: 'ABCDEFGH', observer: 'observer-key' },
}

describe('what each may see (X-5)', () => {
  it('[W-14] everybody sees people and boards; links only as far as they may hand them on', () => {
    const view = project(WORKSHOP, 'pat', AROUND)
    expect(view?.people).toEqual({
      fay: { name: 'Fay', role: 'facilitator', at: null },
      pat: { name: 'Pat', role: 'participant', at: { board: 'b', note: null } },
      obi: { name: 'Obi', role: 'observer', at: null },
    })
    expect(view?.clients).toEqual({ '7': 'pat' })
    expect(view?.links).toEqual({ join: 'join-key', code: 'ABCDEFGH' })
    expect(project(WORKSHOP, 'fay', AROUND)?.links).toEqual(AROUND.links)
    expect(project(WORKSHOP, 'obi', AROUND)?.links).toEqual({})
    expect(JSON.stringify(project(WORKSHOP, 'obi', AROUND))).not.toMatch(/join-key|ABCDEFGH|observer-key/)
    expect(JSON.stringify(view)).not.toContain('observer-key')
  })

  it('[W-14] somebody who is not on the roster sees nothing', () => {
    for (const stranger of ['nobody', 'constructor', '__proto__'])
      expect(project(WORKSHOP, stranger, AROUND)).toBeUndefined()
  })
})
