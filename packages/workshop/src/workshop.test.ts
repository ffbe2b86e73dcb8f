import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandSchema } from './command.ts'
import { decideAppoint, decideJoin } from './decideJoin.ts'
import { mayWrite, PERMISSIONS } from './permissions.ts'
import { project } from './project.ts'
import type { Workshop } from './state.ts'
import { NAME_MAX, PEOPLE_MAX, QUESTION_MAX, ROLES, WORKSHOP_TITLE_MAX } from './state.ts'
import type { Role } from './state.ts'
import { BUSY, COMMANDS } from './testing/commands.ts'
import { after, AROUND, BY_ROLE, carryOut, judge as decide, WORKSHOP } from './testing/workshops.ts'
import { cleanLine } from './typed.ts'

describe('who may do what (methods §0.3)', () => {
  it.each(
    Object.values(COMMANDS).flatMap((command) => ROLES.map((role) => [command.type, role, command] as const)),
  )('[W-1] %s by a %s is judged by the table', (type, role, command) => {
    const decision = decide(BUSY, command, BY_ROLE[role])
    const isAllowed = decision.ok || decision.code !== 'not_allowed'
    expect(isAllowed).toBe(PERMISSIONS[type].includes(role))
  })

  it('[W-1] nobody who is not on the roster may do anything', () => {
    for (const stranger of ['', 'nobody', 'constructor', '__proto__', 'toString']) {
      for (const command of Object.values(COMMANDS)) {
        expect(decide(BUSY, command, stranger)).toMatchObject({ ok: false, code: 'not_allowed' })
      }
    }
  })

  it('[W-2] observers see all that is open and write nothing', () => {
    expect(ROLES.filter(mayWrite)).toEqual(['facilitator', 'participant'])
  })

  it('[W-2] whoever looks on and asks for what participants may do does not hear that it takes a facilitator', () => {
    expect(decide(BUSY, COMMANDS['topic.offer'], BY_ROLE.observer)).toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('people who take part can'),
    })
    expect(decide(BUSY, COMMANDS['stage.go'], BY_ROLE.observer)).toMatchObject({
      message: 'Only a facilitator can do that.',
    })
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
      expect(decide(WORKSHOP, { type: 'person.rename', name }, 'ama')).toMatchObject({
        ok: false,
        code: 'name_missing',
      })
      expect(decide(WORKSHOP, { type: 'workshop.rename', title: name }, 'farah')).toMatchObject({
        ok: false,
        code: 'name_missing',
      })
    },
  )

  it('[W-4] too long is refused with the measure in words; a long name at the door is cut instead', () => {
    const long = 'x'.repeat(WORKSHOP_TITLE_MAX + 1)
    expect(decide(WORKSHOP, { type: 'workshop.rename', title: long }, 'farah')).toMatchObject({
      ok: false,
      code: 'too_long',
    })
    const question = 'x'.repeat(QUESTION_MAX + 1)
    expect(decide(WORKSHOP, { type: 'workshop.ask', question }, 'farah')).toMatchObject({
      ok: false,
      code: 'too_long',
    })
    const joined = decideJoin(WORKSHOP, 'new', `${'x'.repeat(NAME_MAX - 1)}🙂`, 'participant')
    if (!joined.ok) throw new Error(joined.code)
    expect(after(joined.events, WORKSHOP).people['new']?.name).toBe('x'.repeat(NAME_MAX - 1))
  })

  it('[W-4] whatever is typed, a whole page pasted into one line is answered, and never kept', () => {
    const page = 'word '.repeat(20_000)
    const answered = Object.values(COMMANDS).flatMap((command) =>
      Object.entries(command).flatMap(([field, value]) => {
        const asked = commandSchema.safeParse({ ...command, [field]: page })
        // What is no typed text has a schema of its own.
        if (typeof value !== 'string' || !asked.success) return []
        const decision = decide(BUSY, asked.data, 'farah')
        const kept = decision.ok ? JSON.stringify(decision.events).length : 0
        return [{ field: `${command.type} ${field}`, isKept: kept > 20_000 }]
      }),
    )
    expect(answered.filter(({ isKept }) => isKept)).toEqual([])
    expect(answered.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'topic.offer question',
        'topic.withdraw reason',
        'announce text',
        'report.write text',
      ]),
    )
  })
})

describe('commands', () => {
  it('[W-5] lead to what they say', () => {
    expect(carryOut(WORKSHOP, COMMANDS['workshop.rename'], 'farah').title).toBe('New')
    expect(carryOut(WORKSHOP, COMMANDS['workshop.ask'], 'farah').question).toBe('What now?')
    expect(carryOut(WORKSHOP, { type: 'workshop.ask', question: ' ' }, 'farah').question).toBe('')
    expect(carryOut(WORKSHOP, COMMANDS['person.rename'], 'olu').people['olu']?.name).toBe('New')
    expect(carryOut(WORKSHOP, COMMANDS['board.rename'], 'farah').boards['b']?.title).toBe('New')
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
        { type: 'person.joined', person: 'farah', name: 'Farah', role: 'facilitator' },
      ])
    const titles = (workshop: Workshop) =>
      Object.values(carryOut(workshop, COMMANDS['workshop.rename'], 'farah').boards).map(
        (board) => board.title,
      )
    expect(titles(made('Our year', 'Our year'))).toEqual(['New'])
    expect(titles(made('Our year', 'Mine'))).toEqual(['Mine'])
    expect(titles(made('One', 'One', 'Two'))).toEqual(['One', 'Two'])
  })

  it('[W-6] that change nothing lead to nothing', () => {
    for (const command of [
      { type: 'workshop.rename', title: ' Our year ' },
      { type: 'person.rename', name: 'Farah' },
      { type: 'board.rename', board: 'b', title: 'Board' },
    ] as const) {
      expect(decide(WORKSHOP, command, 'farah')).toEqual({ ok: true, events: [] })
    }
  })

  it.each(['nowhere', 'constructor', '__proto__'])(
    '[W-7] about a board or person that is not there (%s) are refused',
    (name) => {
      expect(decide(WORKSHOP, { type: 'board.rename', board: name, title: 'x' }, 'farah')).toMatchObject({
        code: 'no_such_board',
      })
      for (const type of ['board.copy', 'board.remove', 'board.restore'] as const)
        expect(decide(WORKSHOP, { type, board: name }, 'farah')).toMatchObject({ code: 'no_such_board' })
      expect(decide(WORKSHOP, { type: 'board.move', board: name, to: 0 }, 'farah')).toMatchObject({
        code: 'no_such_board',
      })
      expect(decide(WORKSHOP, { type: 'board.add', template: 'blank', after: name }, 'farah')).toMatchObject({
        code: 'no_such_board',
      })
      const undo = { type: 'board.undoPerson', since: 0 } as const
      expect(decide(WORKSHOP, { ...undo, board: name, person: 'ama' }, 'farah')).toMatchObject({
        code: 'no_such_board',
      })
      expect(decide(WORKSHOP, { ...undo, board: 'b', person: name }, 'farah')).toMatchObject({
        code: 'no_such_person',
      })
    },
  )
})

describe('coming in', () => {
  it('[W-8] two people may have the same name', () => {
    const joined = decideJoin(WORKSHOP, 'ama2', 'Ama', 'participant')
    if (!joined.ok) throw new Error(joined.code)
    expect(Object.keys(after(joined.events, WORKSHOP).people)).toHaveLength(4)
  })

  it('[W-9] a full workshop says so', () => {
    const [, ama] = Object.values(WORKSHOP.people)
    if (ama === undefined) throw new Error('nobody is there')
    const people = Object.fromEntries(
      Array.from({ length: PEOPLE_MAX }, (_, index) => [`p${index}`, { ...ama, id: `p${index}` }]),
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

describe('what each may see (X-5)', () => {
  it('[W-14] everybody sees people and boards; links only as far as they may hand them on', () => {
    const view = project(WORKSHOP, 'ama', AROUND)
    expect(view?.people).toEqual({
      farah: { name: 'Farah', role: 'facilitator', at: null },
      ama: { name: 'Ama', role: 'participant', at: { board: 'b', note: null } },
      olu: { name: 'Olu', role: 'observer', at: null },
    })
    expect(view?.clients).toEqual({ '7': 'ama' })
    expect(view?.links).toEqual({ join: 'join-key', code: 'ABCDEFGH' })
    expect(project(WORKSHOP, 'farah', AROUND)?.links).toEqual(AROUND.links)
    expect(project(WORKSHOP, 'olu', AROUND)?.links).toEqual({})
    expect(JSON.stringify(project(WORKSHOP, 'olu', AROUND))).not.toMatch(/join-key|ABCDEFGH|observer-key/)
    expect(JSON.stringify(view)).not.toContain('observer-key')
  })

  it('[W-14] somebody who is not on the roster sees nothing', () => {
    for (const stranger of ['nobody', 'constructor', '__proto__'])
      expect(project(WORKSHOP, stranger, AROUND)).toBeUndefined()
  })
})
