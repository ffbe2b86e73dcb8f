import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { decideAppoint, decideJoin, decideReturn } from './decideJoin.ts'
import type { WorkshopEvent } from './event.ts'
import { headCounts, project, projectMe } from './project.ts'
import { assistedBy, facilitatorsOf } from './roster.ts'
import type { Role, Workshop } from './state.ts'
import { ABOUT_MAX, ASKS_MAX, ASKS_OF_ONE_MAX, NAME_MAX, PEOPLE_MAX } from './state.ts'
import { BUSY } from './testing/commands.ts'
import {
  after,
  AROUND,
  AT,
  carryOut,
  eventsOf,
  give,
  judge,
  open,
  personId,
  spaceId,
  WORKSHOP,
} from './testing/workshops.ts'

const NOTHING = { ok: true, events: [] }
const typesOf = (events: readonly WorkshopEvent[]): string[] => events.map(({ type }) => type)
const join = (workshop: Workshop, name: string, role: Role = 'participant'): Workshop => {
  const coming = decideJoin(workshop, `${name}-${Object.keys(workshop.people).length}`, name, role)
  if (!coming.ok) throw new Error(coming.code)
  return after(coming.events, workshop)
}
const names = ({ people }: Workshop): string[] =>
  Object.values(people)
    .filter(({ gone }) => gone === null)
    .map(({ name }) => name)

describe('who somebody is', () => {
  it('[W-31] people name and describe themselves, helpers those they act for, facilitators those who cannot', () => {
    const rename = (actor: string, person?: string) =>
      judge(BUSY, { type: 'person.rename', name: 'New', ...(person !== undefined && { person }) }, actor)
    const about = (actor: string, person: string) =>
      judge(BUSY, { type: 'person.about', isNamed: true, person }, actor)
    const may = [
      ['ama', 'ama'],
      ['olu', 'olu'],
      ['ama', 'pat'],
      ['farah', 'pat'],
      ['farah', 'lena'],
    ] as const
    for (const [actor, person] of may) {
      expect(rename(actor, person)).toMatchObject({
        events: [{ type: 'person.renamed', person, name: 'New' }],
      })
      expect(about(actor, person).ok).toBe(true)
    }
    for (const [actor, person] of [
      ['bo', 'pat'],
      ['bo', 'lena'],
      ['farah', 'ama'],
      ['ama', 'farah'],
    ] as const) {
      expect(rename(actor, person)).toMatchObject({ code: 'not_allowed' })
      expect(about(actor, person)).toMatchObject({ code: 'not_allowed' })
    }
    expect(rename('farah', '__proto__')).toMatchObject({ code: 'no_such_person' })
  })

  it('[W-32] unnamed unless chosen; needs reach facilitators alone, perspectives them as counts', () => {
    expect(WORKSHOP.people['ama']?.about).toEqual({ perspective: '', needs: '', isNamed: false })
    const said = carryOut(
      BUSY,
      { type: 'person.about', perspective: ' Housing\u202e officer ', needs: '' },
      'ama',
    )
    expect(said.people['ama']?.about).toEqual({ perspective: 'Housing officer', needs: '', isNamed: true })
    expect(judge(said, { type: 'person.about', perspective: 'Housing officer' }, 'ama')).toEqual(NOTHING)
    expect(judge(said, { type: 'person.about', needs: 'x'.repeat(ABOUT_MAX + 1) }, 'ama')).toMatchObject({
      code: 'too_long',
    })
    expect(project(BUSY, 'farah', AROUND)).toMatchObject({
      people: { ama: { needs: 'large letters' } },
      perspectives: { 'housing officer': 1 },
    })
    for (const other of ['bo', 'olu']) {
      expect(project(BUSY, other, AROUND)?.perspectives).toEqual({})
      expect(project(BUSY, other, AROUND)?.people['ama']).not.toHaveProperty('needs')
    }
    expect(project(BUSY, 'ama', AROUND)?.me.about.needs).toBe('large letters')
  })

  it.each(['\u202eנעמה', '👩‍🔬', 'x'.repeat(300), 'Zoe\u0308'])(
    '[W-4] [W-8] 45 people may come as %j',
    (name) => {
      let now = WORKSHOP
      for (let each = 0; each < 45; each += 1) now = join(now, name)
      const same = names(now).filter((each) => each === names(now).at(-1))
      expect(same).toHaveLength(45)
      expect(same[0]?.length).toBeLessThanOrEqual(NAME_MAX)
    },
  )
})

describe('who leads', () => {
  const appoint = (person: string, role: Role): Command => ({ type: 'person.appoint', person, role })

  it('[W-33] facilitators are equal: each may make others one, or step down', () => {
    const two = give(WORKSHOP, appoint('ama', 'facilitator'))
    expect(facilitatorsOf(two).map(({ id }) => id)).toEqual(['farah', 'ama'])
    expect(judge(two, appoint('ama', 'facilitator'))).toEqual(NOTHING)
    const stepped = carryOut(two, { type: 'person.stepDown' }, 'farah')
    expect(stepped.people['farah']?.role).toBe('participant')
    expect(judge(stepped, { type: 'timer.start', minutes: 5 }, 'farah')).toMatchObject({
      code: 'not_allowed',
    })
    expect(carryOut(two, appoint('farah', 'observer'), 'ama').people['farah']?.role).toBe('observer')
    expect(give(WORKSHOP, appoint('olu', 'participant')).people['olu']?.role).toBe('participant')
  })

  it('[W-33] it takes a connection of one’s own', () => {
    for (const person of ['pat', 'lena'])
      expect(judge(BUSY, appoint(person, 'facilitator'))).toMatchObject({ code: 'no_connection' })
    const tried = give(WORKSHOP, { type: 'person.try' })
    const trial = personId(tried, 'Farah (trying)')
    expect(judge(tried, appoint(trial, 'facilitator'))).toMatchObject({ code: 'no_connection' })
    expect(decideAppoint(tried, trial, 'facilitator').events).toEqual([])
    expect(judge(BUSY, appoint('nobody', 'facilitator'))).toMatchObject({ code: 'no_such_person' })
  })

  it('[W-34] the last one cannot go, and is told why', () => {
    for (const command of [
      { type: 'person.stepDown' },
      appoint('farah', 'participant'),
      { type: 'person.remove', person: 'farah' },
    ] as const) {
      const refused = judge(WORKSHOP, command)
      expect(refused).toMatchObject({ ok: false, code: 'last_facilitator' })
      expect(refused).toMatchObject({ message: expect.stringContaining('Make somebody else a facilitator') })
      expect(judge(BUSY, command).ok).toBe(true)
    }
  })

  it('[W-33] A39 any facilitator carries on: the timer and the stage are nobody’s own', () => {
    const gone = carryOut(BUSY, { type: 'person.remove', person: 'farah' }, 'theo')
    expect([gone.timer, gone.stage]).toEqual([BUSY.timer, BUSY.stage])
    expect(carryOut(gone, { type: 'stage.go', stage: 's2', from: 's1' }, 'theo').stage).toBe('s2')
  })
})

describe('leaving the roster', () => {
  it('[W-35] what hangs on somebody is put in order first; they are kept, marked, and may do nothing', () => {
    const busy = give(
      BUSY,
      { type: 'space.noteTaker', space: 'sp1', person: 'ama' },
      { type: 'person.setHelper', person: 'pat', helper: 'bo' },
      { type: 'person.setHelper', person: 'pat', helper: 'ama' },
    )
    const asking = carryOut(busy, { type: 'help.ask', name: 'Cal' }, 'ama')
    const events = eventsOf(asking, { type: 'person.remove', person: 'ama' }, 'theo')
    expect(typesOf(events)).toEqual([
      'person.helped',
      'help.answered',
      'slot.changed',
      'draft.discarded',
      'person.removed',
    ])
    const gone = after(events, asking)
    expect(gone.people['pat']?.way).toEqual({ kind: 'assisted', helper: 'theo' })
    expect(gone.people['ama']).toMatchObject({
      name: 'Ama',
      gone: { by: 'theo', at: AT },
      space: null,
      sent: null,
    })
    expect(project(gone, 'ama', AROUND)).toBeUndefined()
    expect(project(gone, 'bo', AROUND)?.people['ama']).toMatchObject({ isGone: true })
    expect(judge(gone, { type: 'person.done', isDone: true }, 'ama')).toMatchObject({ code: 'not_allowed' })
    expect(judge(gone, { type: 'person.remove', person: 'ama' }, 'theo')).toEqual(NOTHING)
    expect(decideAppoint(gone, 'ama', 'facilitator').events).toEqual([])
  })

  it('[W-35] a facilitator who goes leaves those they help to another one, and their trial goes too', () => {
    const tried = carryOut(BUSY, { type: 'person.try' }, 'theo')
    const helping = carryOut(tried, { type: 'person.setHelper', person: 'pat', helper: 'theo' })
    const gone = carryOut(helping, { type: 'person.remove', person: 'theo' }, 'theo')
    expect(assistedBy(gone, 'farah').map(({ name }) => name)).toEqual(['Pat'])
    expect(names(gone)).not.toContain('Theo (trying)')
  })

  it('[W-35] who becomes an observer helps nobody any more', () => {
    const watching = give(BUSY, { type: 'person.appoint', person: 'ama', role: 'observer' })
    expect(assistedBy(watching, 'farah').map(({ name }) => name)).toEqual(['Pat'])
  })

  it('[W-35] [W-55] who becomes an observer takes no notes any more', () => {
    const opened = give(WORKSHOP, open(1))
    const space = spaceId(opened, 1)
    const taking = give(opened, { type: 'space.noteTaker', space, person: 'ama' })
    const watching = give(taking, { type: 'person.appoint', person: 'ama', role: 'observer' })
    expect([taking, watching].map(({ rounds }) => rounds[0]?.slots[0]?.noteTaker)).toEqual(['ama', null])
  })
})

describe('people without a connection', () => {
  it('[W-36] A3 have a helper with a connection, and count as taking part', () => {
    const assisted = give(
      WORKSHOP,
      { type: 'person.assist', name: ' Bea ', helper: 'ama' },
      { type: 'person.assist', name: 'Cal', helper: 'ama' },
    )
    const view = project(assisted, 'ama', AROUND)
    expect(view?.me.assists.map((id) => view.people[id]?.name)).toEqual(['Bea', 'Cal'])
    expect(view?.people[personId(assisted, 'Bea')]).toEqual({
      name: 'Bea',
      role: 'participant',
      at: null,
      helper: 'ama',
    })
    expect(view?.now.here).toBe(3)
    const assist = (helper: string, name = 'Pat') => judge(BUSY, { type: 'person.assist', name, helper })
    for (const helper of ['olu', 'pat', 'lena']) expect(assist(helper)).toMatchObject({ code: 'no_helper' })
    expect(assist('nobody')).toMatchObject({ code: 'no_such_person' })
    expect(assist('ama', ' ')).toMatchObject({ code: 'name_missing' })
    expect(assist('ama', 'x'.repeat(NAME_MAX + 1))).toMatchObject({ code: 'too_long' })
  })

  it('[W-36] may get another helper', () => {
    const set = (person: string, helper: string) => judge(BUSY, { type: 'person.setHelper', person, helper })
    expect(set('pat', 'ama')).toEqual(NOTHING)
    expect(set('pat', 'olu')).toMatchObject({ code: 'no_helper' })
    expect(set('bo', 'ama')).toMatchObject({ code: 'not_assisted' })
    expect(set('pat', 'nobody')).toMatchObject({ code: 'no_such_person' })
    expect(set('nobody', 'ama')).toMatchObject({ code: 'no_such_person' })
    expect(
      give(BUSY, { type: 'person.setHelper', person: 'pat', helper: 'theo' }).people['pat']?.way,
    ).toEqual({
      kind: 'assisted',
      helper: 'theo',
    })
  })

  it('[W-36] while a round is on they are sent where their helper was sent, and are where the helper is', () => {
    const cal = (workshop: Workshop) => workshop.people[personId(workshop, 'Cal')]
    const withAma = give(BUSY, { type: 'person.assist', name: 'Cal', helper: 'ama' })
    expect(cal(withAma)).toMatchObject({ space: 'sp1', sent: { space: 'sp1', at: AT } })
    const withBo = give(BUSY, { type: 'person.assist', name: 'Cal', helper: 'bo' })
    expect(cal(withBo)).toMatchObject({ space: null, sent: null })
    const back = give(BUSY, { type: 'spaces.back' }, { type: 'person.assist', name: 'Cal', helper: 'ama' })
    expect(cal(back)).toMatchObject({ space: 'sp1', sent: null })
    const handed = give(withAma, { type: 'person.setHelper', person: personId(withAma, 'Cal'), helper: 'bo' })
    expect(cal(handed)).toMatchObject({ space: null })
  })

  it('[W-37] anybody may say that they write for someone; one yes of a facilitator puts them on the roster', () => {
    const ask = { type: 'help.ask', name: 'Pat’s mother' } as const
    const asking = carryOut(WORKSHOP, ask, 'ama')
    expect(judge(asking, ask, 'ama')).toEqual(NOTHING)
    const [id = ''] = Object.keys(asking.asks)
    expect(project(asking, 'farah', AROUND)?.asks).toEqual({
      [id]: { name: 'Pat’s mother', by: 'ama', at: AT },
    })
    expect(project(asking, 'ama', AROUND)).toMatchObject({ asks: {}, me: { asks: ['Pat’s mother'] } })
    expect(project(asking, 'olu', AROUND)?.asks).toEqual({})
    const yes = give(asking, { type: 'help.answer', ask: id, isYes: true })
    expect(assistedBy(yes, 'ama').map(({ name }) => name)).toEqual(['Pat’s mother'])
    expect(yes.asks).toEqual({})
    expect(judge(yes, { type: 'help.answer', ask: id, isYes: true })).toMatchObject({ code: 'no_such_ask' })
    const no = give(asking, { type: 'help.answer', ask: id, isYes: false })
    expect([no.asks, names(no)]).toEqual([{}, names(WORKSHOP)])
  })

  it('[W-37] one person leaves room for those of others', () => {
    let now = WORKSHOP
    for (let each = 0; each < ASKS_OF_ONE_MAX; each += 1)
      now = carryOut(now, { type: 'help.ask', name: `Somebody ${each}` }, 'ama')
    expect(judge(now, { type: 'help.ask', name: 'Another' }, 'ama')).toMatchObject({ code: 'too_many_asks' })
    expect(judge(now, { type: 'help.ask', name: 'Somebody 3' }, 'ama')).toEqual(NOTHING)
    const other = Object.keys(join(now, 'Bo').people).at(-1)
    expect(judge(join(now, 'Bo'), { type: 'help.ask', name: 'Another' }, other)).toMatchObject({ ok: true })
  })

  it('[W-37] from a facilitator it needs no yes; too many that wait are too many', () => {
    expect(assistedBy(give(WORKSHOP, { type: 'help.ask', name: 'Pat' }), 'farah')).toHaveLength(1)
    const many = ASKS_MAX / ASKS_OF_ONE_MAX
    let now = Array.from({ length: many }, (_, each) => `P${each}`).reduce(
      (w, name) => join(w, name),
      WORKSHOP,
    )
    const helpers = Object.keys(now.people).slice(-many)
    for (let each = 0; each < ASKS_MAX; each += 1)
      now = carryOut(now, { type: 'help.ask', name: `Somebody ${each}` }, helpers[each % many] ?? '')
    expect(judge(now, { type: 'help.ask', name: 'One more' }, 'ama')).toMatchObject({ code: 'too_many_asks' })
    expect(judge(WORKSHOP, { type: 'help.ask', name: 'Pat' }, 'olu')).toMatchObject({ code: 'not_allowed' })
  })
})

describe('people who are expected', () => {
  const expecting = (...list: string[]): Workshop => give(WORKSHOP, { type: 'people.expect', names: list })

  it('[W-38] a pasted list becomes names; empty lines and who is there already are passed over', () => {
    const expected = expecting('Lev', '', ' lev ', 'AMA', 'Lou\t', '\u200b', 'x'.repeat(300))
    expect(names(expected)).toEqual(['Farah', 'Ama', 'Olu', 'Lev', 'Lou', 'x'.repeat(NAME_MAX)])
    expect(project(expected, 'farah', AROUND)?.people[personId(expected, 'Lev')]).toMatchObject({
      isExpected: true,
    })
    expect(project(expected, 'ama', AROUND)?.now.here).toBe(1)
    expect(judge(expected, { type: 'people.expect', names: ['LOU'] })).toEqual(NOTHING)
  })

  it('[W-38] a thousand lines with duplicates', () => {
    const lines = Array.from({ length: 1_000 }, (_, line) => `Person ${line % 400}`)
    expect(names(expecting(...lines))).toHaveLength(403)
  })

  it('[W-9] [W-38] a list that does not fit is refused whole, and says how many would', () => {
    const lines = Array.from({ length: PEOPLE_MAX - 2 }, (_, line) => `Person ${line}`)
    const refused = judge(WORKSHOP, { type: 'people.expect', names: lines })
    expect(refused).toMatchObject({
      code: 'full',
      message: expect.stringContaining(`${PEOPLE_MAX - 3} more`),
    })
    const [, , , lev] = Object.values(expecting('Lev').people)
    if (lev === undefined) throw new Error('nobody is expected')
    const more = lines.slice(1).map((name, at) => [`p${at}`, { ...lev, id: `p${at}`, name }] as const)
    const full: Workshop = { ...WORKSHOP, people: { ...WORKSHOP.people, ...Object.fromEntries(more) } }
    expect(decideJoin(full, 'new', 'Somebody', 'participant')).toMatchObject({ code: 'full' })
    expect(judge(full, { type: 'person.assist', name: 'Pat', helper: 'ama' })).toMatchObject({ code: 'full' })
    expect(judge(full, { type: 'person.try' })).toMatchObject({ code: 'full' })
    // Who is on the list may come in all the same.
    expect(decideJoin(full, 'new', 'person 7', 'participant').ok).toBe(true)
  })

  it('[W-38] whoever comes under a name that is expected once is that person', () => {
    const expected = expecting('Lev', 'Lou')
    const lev = personId(expected, 'Lev')
    const coming = decideJoin(expected, 'new', ' lEV ', 'participant')
    expect(coming).toMatchObject({
      person: lev,
      events: [{ type: 'person.arrived', person: lev, name: 'lEV' }],
    })
    const came = join(expected, 'Lev')
    expect(came.people[lev]).toMatchObject({ name: 'Lev', way: { kind: 'self' } })
    expect(Object.keys(came.people)).toHaveLength(5)
    // The second Lev is another one.
    expect(Object.keys(join(came, 'Lev').people)).toHaveLength(6)
    const leads = join(expected, 'Lev', 'facilitator')
    expect(leads.people[lev]?.role).toBe('facilitator')
    // An observer link gives nobody a participant's place.
    const observed = join(expected, 'Lev', 'observer')
    expect([observed.people[lev]?.way.kind, names(observed).filter((name) => name === 'Lev').length]).toEqual(
      ['expected', 2],
    )
  })

  it('[W-38] [W-40] or comes by a code that a facilitator made', () => {
    expect(decideReturn(BUSY, 'lena')).toMatchObject({
      events: [{ type: 'person.arrived' }, { type: 'people.sent' }],
    })
    for (const person of ['ama', 'pat', 'nobody']) expect(decideReturn(BUSY, person).events).toEqual([])
  })
})

describe('trying it as a participant', () => {
  it('[W-39] makes one person for each facilitator, who counts nowhere', () => {
    const tried = give(WORKSHOP, { type: 'person.try' })
    const trial = personId(tried, 'Farah (trying)')
    expect(eventsOf(tried, { type: 'person.try' })).toEqual([
      { type: 'rejoin.made', person: trial, by: 'farah' },
    ])
    const view = project(tried, trial, {
      ...AROUND,
      presence: new Map([[trial, { board: 'b', note: null }]]),
    })
    expect(view).toMatchObject({ me: { role: 'participant' }, now: { here: 0 } })
    expect(view?.people[trial]).toMatchObject({ isTrial: true })
    expect(headCounts(carryOut(tried, { type: 'space.enter', space: null }, trial)).size).toBe(0)
    const long = carryOut(WORKSHOP, { type: 'person.rename', name: '🙂'.repeat(NAME_MAX / 2) })
    expect(names(give(long, { type: 'person.try' })).at(-1)).toMatch(/^🙂+ \(trying\)$/u)
  })

  it('[W-39] is placed like anybody else, and takes nobody’s place', () => {
    const opened = give(WORKSHOP, { type: 'person.try' }, open(2, { fill: 'random' }))
    expect(opened.people[personId(opened, 'Farah (trying)')]?.sent?.space).toBe(spaceId(opened, 1))
  })
})

describe('the same person', () => {
  it('[W-40] makes a code for another device; a facilitator makes one for who lost theirs', () => {
    const code = (actor: string, person?: string) =>
      judge(BUSY, { type: 'person.rejoinCode', ...(person !== undefined && { person }) }, actor)
    for (const actor of ['farah', 'ama', 'olu'])
      expect(code(actor)).toEqual({ ok: true, events: [{ type: 'rejoin.made', person: actor }] })
    for (const person of ['ama', 'olu', 'lena'])
      expect(code('farah', person)).toEqual({
        ok: true,
        events: [{ type: 'rejoin.made', person, by: 'farah' }],
      })
    expect(code('ama', 'bo')).toMatchObject({ code: 'not_allowed' })
    expect(code('farah', 'theo')).toMatchObject({ code: 'not_allowed' })
    expect(code('farah', 'pat')).toMatchObject({ code: 'no_connection' })
    expect(code('farah', 'nobody')).toMatchObject({ code: 'no_such_person' })
  })

  it('[W-41] A28 two connections are one person: the space chosen last counts, and coming back changes nothing', () => {
    const laptop = carryOut(BUSY, { type: 'space.enter', space: 'sp1' }, 'bo')
    const phone = carryOut(laptop, { type: 'space.enter', space: 'sp2' }, 'bo')
    expect(Object.keys(phone.people)).toHaveLength(Object.keys(BUSY.people).length)
    expect(projectMe(phone, 'bo', AROUND)?.space).toBe('sp2')
    expect(headCounts(phone).get('sp2')).toBe(1)
    expect(decideReturn(phone, 'bo').events).toEqual([])
    expect(decideAppoint(phone, 'bo', 'participant').events).toEqual([])
    expect(projectMe(after(decideReturn(phone, 'bo').events, phone), 'bo', AROUND)).toEqual(
      projectMe(phone, 'bo', AROUND),
    )
  })

  it('[W-42] says that they are done; it is shown as a count, and begins anew with each activity', () => {
    const done = carryOut(BUSY, { type: 'person.done', isDone: true }, 'ama')
    expect(judge(done, { type: 'person.done', isDone: true }, 'ama')).toEqual(NOTHING)
    const view = project(done, 'bo', AROUND)
    expect(view?.now).toMatchObject({ done: 1, here: 2 })
    expect(JSON.stringify(view?.people)).not.toContain('isDone')
    expect(projectMe(done, 'ama', AROUND)?.isDone).toBe(true)
    const next = carryOut(done, { type: 'stage.go', stage: 's2', from: 's1' })
    expect(project(next, 'bo', AROUND)?.now.done).toBe(0)
  })
})
