import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Command } from './command.ts'
import { commandSchema } from './command.ts'
import { cleanLine, decide, decideAppoint, decideJoin } from './decide.ts'
import type { WorkshopEvent } from './event.ts'
import { eventSchema } from './event.ts'
import { evolve } from './evolve.ts'
import { mayWrite, PERMISSIONS } from './permissions.ts'
import { project } from './project.ts'
import type { Role, Workshop } from './state.ts'
import { NAME_MAX, NO_WORKSHOP, PEOPLE_MAX, QUESTION_MAX, ROLES, WORKSHOP_TITLE_MAX } from './state.ts'

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

const COMMANDS: { readonly [T in Command['type']]: Extract<Command, { type: T }> } = {
  'workshop.rename': { type: 'workshop.rename', title: 'New' },
  'workshop.ask': { type: 'workshop.ask', question: 'What now?' },
  'person.rename': { type: 'person.rename', name: 'New' },
  'board.rename': { type: 'board.rename', board: 'b', title: 'New' },
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
    expect(decision.ok).toBe(PERMISSIONS[type].includes(role))
    if (!decision.ok) expect(decision).toMatchObject({ code: 'not_allowed' })
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
    ).toBe('c42bfac36d3250c0')
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
