/** What holds whatever is asked, in any order. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { boardsInSight } from './boardOrder.ts'
import type { Command } from './command.ts'
import { commandSchema } from './command.ts'
import type { WorkshopEvent } from './event.ts'
import { eventSchema } from './event.ts'
import { evolve, evolveAll } from './evolve.ts'
import { PERMISSIONS } from './permissions.ts'
import { project } from './project.ts'
import { facilitatorsOf, mayAssist } from './roster.ts'
import { breakouts } from './spaces.ts'
import type { Workshop } from './state.ts'
import { asked, wishes } from './testing/anyCommand.ts'
import type { Wish } from './testing/anyCommand.ts'
import { anyEvent } from './testing/anyEvent.ts'
import { BUSY, COMMANDS } from './testing/commands.ts'
import { MARKET, RUNNING } from './testing/topics.ts'
import { AROUND, AT, judge, WORKSHOP } from './testing/workshops.ts'

// The table has an entry for every command, so its keys are all of them.
const TYPES = Object.keys(PERMISSIONS) as Command['type'][]
/** Facts for the log, which change nothing. */
const FACTS = new Set(['person.undone', 'board.copied', 'link.made', 'rejoin.made'])

interface Step {
  /** ms since 1970. */
  readonly time: number
  readonly before: Workshop
  readonly command: Command
  readonly events: readonly WorkshopEvent[]
  readonly after: Workshop
}

/** What comes of it when these are asked one after the other, a second apart; what is refused is passed over. */
function live(from: Workshop, asks: readonly Wish[]): Step[] {
  const steps: Step[] = []
  let now = from
  for (const [at, wish] of asks.entries()) {
    const { actor, command } = asked(now, wish)
    const time = AT + at * 1_000
    const decision = judge(now, command, actor, { now: time, seed: wish.two })
    if (!decision.ok) {
      expect(decision.message).toMatch(/^\S.*\.$/u)
      continue
    }
    const next = decision.events.reduce((workshop, event) => evolve(workshop, event, time), now)
    steps.push({ time, before: now, command, events: decision.events, after: next })
    now = next
  }
  return steps
}

/** Workshops that lives begin in: a new one, a busy one, an open space before its first round and in it. */
const FROM = fc.constantFrom(WORKSHOP, BUSY, MARKET, RUNNING)

/** Runs a law over lives that begin in any of them. */
function always(law: (steps: readonly Step[], from: Workshop) => void): void {
  fc.assert(
    fc.property(FROM, wishes(TYPES), (from, asks) => law(live(from, asks), from)),
    { numRuns: 400 },
  )
}

describe('the record', () => {
  it('[W-11] any events in any order make a workshop: nothing throws, nothing is changed in place', () => {
    fc.assert(
      fc.property(FROM, fc.array(anyEvent, { maxLength: 20, size: 'max' }), (from, events) => {
        let workshop = from
        for (const event of events) {
          expect(eventSchema.parse(event)).toEqual(event)
          const before = JSON.stringify(workshop)
          const next = evolve(workshop, event, AT)
          expect(JSON.stringify(workshop)).toBe(before)
          workshop = next
        }
        for (const person of Object.keys(workshop.people)) project(workshop, person, AROUND)
        // All at once, as a record is read, comes to the same, and changes nothing in place either.
        const before = JSON.stringify(from)
        const atOnce = evolveAll(
          from,
          events.map((event) => ({ event, at: AT })),
        )
        expect([JSON.stringify(from), JSON.stringify(atOnce)]).toEqual([before, JSON.stringify(workshop)])
      }),
      { numRuns: 300 },
    )
  })

  it('[W-12] whatever was accepted replays to the same workshop, from what was stored as JSON', () => {
    always((steps, from) => {
      let replayed = from
      for (const { events, time, after } of steps) {
        for (const event of events) {
          const stored = eventSchema.parse(JSON.parse(JSON.stringify(event)))
          expect(stored).toEqual(event)
          replayed = evolve(replayed, stored, time)
        }
        expect(replayed).toEqual(after)
      }
    })
  })

  it('[W-12] commands come through JSON as they are', () => {
    for (const command of Object.values(COMMANDS))
      expect(commandSchema.parse(JSON.parse(JSON.stringify(command)))).toEqual(command)
  })

  it('[W-13] kinds of events are only added: what is stored must be readable for ever', () => {
    const fingerprint = createHash('sha256')
      .update(JSON.stringify(z.toJSONSchema(eventSchema)))
      .digest('hex')
      .slice(0, 16)
    expect(
      fingerprint,
      'The stored events changed. A new kind, or a new optional field, is allowed: put the new fingerprint here. Anything else would make workshops unreadable that are stored already.',
    ).toBe('199b50351cc48c67')
  })
})

describe('whatever is asked', () => {
  it('[W-6] events are there if and only if something changes', () => {
    always((steps) => {
      for (const { before, events, after } of steps) {
        if (events.length > 0 && events.every(({ type }) => FACTS.has(type))) continue
        expect([events.length > 0, events]).toEqual([
          JSON.stringify(before) !== JSON.stringify(after),
          events,
        ])
      }
    })
  })

  it('[W-34] somebody leads, and whoever needs a helper has one who can help', () => {
    always((steps) => {
      for (const { after } of steps) {
        expect(facilitatorsOf(after).length).toBeGreaterThan(0)
        for (const { way, gone } of Object.values(after.people)) {
          if (way.kind !== 'assisted' || gone !== null) continue
          const helper = after.people[way.helper]
          expect(helper !== undefined && mayAssist(helper)).toBe(true)
        }
      }
    })
  })

  it('[W-19] [W-43] a board is in sight, and every number of a breakout is there once', () => {
    always((steps) => {
      for (const { after } of steps) {
        expect(boardsInSight(after.boards).length).toBeGreaterThan(0)
        const numbers = breakouts(after.spaces).map(({ number }) => number)
        expect(new Set(numbers).size).toBe(numbers.length)
        for (const { slots } of after.rounds)
          for (const { board } of slots) expect(board === null || board in after.boards).toBe(true)
      }
    })
  })

  it('[W-26] going to a stage changes no board that was there and, where no topics wait for it, moves nobody (X-1)', () => {
    always((steps) => {
      for (const { before, events, after, command } of steps) {
        if (command.type !== 'stage.go') continue
        expect(after.boards).toMatchObject(before.boards)
        if (events.some(({ type }) => type === 'round.opened')) continue
        for (const [id, { space, sent }] of Object.entries(before.people))
          expect(after.people[id]).toMatchObject({ space, sent })
      }
    })
  })
})

describe('what each may see (X-5)', () => {
  it('[W-60] nobody is sent what their role may not see, however it came about', () => {
    always((steps, from) => {
      const workshop = steps.at(-1)?.after ?? from
      for (const { id, role, gone } of Object.values(workshop.people)) {
        const view = project(workshop, id, AROUND)
        expect(view === undefined).toBe(gone !== null)
        if (view === undefined || role === 'facilitator') continue
        const { me, ...shared } = view
        const sent = JSON.stringify(shared)
        expect(sent).not.toMatch(/needs|shoes-of|large letters|housing officer|"asks":\{"|observer-key/)
        for (const other of Object.values(shared.people)) expect(other).not.toHaveProperty('place')
        for (const { name } of Object.values(workshop.asks))
          if (!Object.values(workshop.people).some((person) => person.name === name))
            expect(sent).not.toContain(JSON.stringify(name))
        for (const { id: other, way } of Object.values(workshop.people))
          expect(Object.hasOwn(shared.people, other)).toBe(way.kind !== 'expected')
        for (const board of Object.values(workshop.boards))
          if (board.gone !== null) {
            expect(sent).not.toContain(JSON.stringify(board.id))
            expect(sent).not.toContain(JSON.stringify(board.doc))
          }
        for (const space of Object.values(workshop.spaces))
          if (space.isHidden || space.isGone) expect(shared.spaces).not.toHaveProperty(space.id)
        expect(me.about).toEqual(workshop.people[id]?.about)
        for (const { isForAll, id: told } of me.announcements) {
          if (isForAll) continue
          const to = workshop.announcements.find((each) => each.id === told)?.to ?? []
          expect(to).toContain(me.space ?? me.sent?.space)
        }
      }
    })
  })
})
