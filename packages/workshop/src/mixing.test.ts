import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unit } from './mixing.ts'
import { mix, unitsOf } from './mixing.ts'
import { suggestedSpaces } from './spaces.ts'
import type { Workshop } from './state.ts'
import { after, carryOut, castOf45, companies, open, spaceId, WORKSHOP } from './testing/workshops.ts'

const plain = (count: number): Unit[] =>
  Array.from({ length: count }, (_, at) => ({ people: [`p${at}`], weight: 1 }))

/** Units of helpers with those they act for: `weights` says how many take part in each. */
const unitsWith = (weights: readonly number[]): Unit[] =>
  weights.map((weight, at) => ({
    people: Array.from({ length: Math.max(1, weight) }, (_, person) => `u${at}-${person}`),
    weight,
  }))

const mixed = (
  units: readonly Unit[],
  groups: number,
  seed = 7,
  workshop: Pick<Workshop, 'people' | 'rounds'> = WORKSHOP,
) => mix({ units, groups, workshop, seed })

const weightsOf = (groups: readonly (readonly string[])[], units: readonly Unit[]): number[] =>
  groups.map((people) =>
    units
      .filter((unit) => people.includes(unit.people[0] ?? ''))
      .reduce((sum, { weight }) => sum + weight, 0),
  )

/** People who share a group in both. */
function met(one: readonly (readonly string[])[], other: readonly (readonly string[])[]): number {
  let pairs = 0
  for (const group of one)
    for (const again of other) {
      const both = group.filter((person) => again.includes(person)).length
      pairs += (both * (both - 1)) / 2
    }
  return pairs
}

describe('mixing people', () => {
  const anySeed = fc.integer()
  const anyWeights = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.nat(4)), {
    minLength: 1,
    maxLength: 80,
  })

  it('[W-46] everybody is placed exactly once, and units stay together', () => {
    fc.assert(
      fc.property(anyWeights, fc.integer({ min: 1, max: 60 }), anySeed, (weights, groups, seed) => {
        const units = unitsWith(weights)
        const placed = mixed(units, groups, seed)
        expect(placed.length).toBeLessThanOrEqual(groups)
        expect(placed.flat().toSorted()).toEqual(units.flatMap(({ people }) => people).toSorted())
        for (const { people } of units)
          expect(placed.filter((group) => people.some((person) => group.includes(person)))).toHaveLength(1)
      }),
    )
  })

  it('[W-46] plain people are as many in each group, or one more, and nobody is alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        anySeed,
        (count, groups, seed) => {
          const sizes = mixed(plain(count), groups, seed).map(({ length }) => length)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
          expect(sizes).toHaveLength(Math.max(1, Math.min(groups, Math.floor(count / 2))))
          if (count > 1) expect(Math.min(...sizes)).toBeGreaterThan(1)
        },
      ),
    )
  })

  it('[W-46] sizes differ by no more than the largest unit, and nobody who takes part is alone among others', () => {
    fc.assert(
      fc.property(anyWeights, fc.integer({ min: 1, max: 60 }), anySeed, (weights, groups, seed) => {
        const units = unitsWith(weights)
        const sizes = weightsOf(mixed(units, groups, seed), units)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(Math.max(1, ...weights))
        if (sizes.length > 1) expect(sizes).not.toContain(1)
      }),
    )
  })

  it('[W-46] the same number mixes in the same way, another one in another way', () => {
    fc.assert(
      fc.property(anyWeights, fc.integer({ min: 1, max: 20 }), anySeed, (weights, groups, seed) => {
        const units = unitsWith(weights)
        expect(mixed(units, groups, seed)).toEqual(mixed(units, groups, seed))
      }),
    )
    expect(mixed(plain(40), 6, 1)).not.toEqual(mixed(plain(40), 6, 2))
  })

  it('[W-48] company of earlier rounds is avoided as far as numbers allow', () => {
    // Sixteen people in fours can meet four times without meeting anybody twice.
    let now = WORKSHOP
    const rounds: (readonly (readonly string[])[])[] = []
    for (let round = 0; round < 3; round += 1) {
      const groups = mixed(plain(16), 4, round + 1, now)
      rounds.push(groups)
      const places = groups.flatMap((people, at) => people.map((person) => ({ person, space: `s${at}` })))
      now = after(
        [
          { type: 'round.opened', stage: null, fill: 'random', slots: [] },
          ...places.map(({ person }) => ({
            type: 'person.joined' as const,
            person,
            name: person,
            role: 'participant' as const,
          })),
          { type: 'people.sent', places },
        ],
        now,
      )
    }
    const [first = [], second = [], third = []] = rounds
    expect(met(first, second)).toBe(0)
    // By chance alone about 10 of 24 pairs would meet again in the third.
    expect(met(first, third) + met(second, third)).toBeLessThanOrEqual(3)
  })

  it('[W-48] perspectives are spread', () => {
    const people = plain(24).flatMap((unit) => unit.people)
    const workshop = after(
      people.flatMap((person, at) => [
        { type: 'person.joined' as const, person, name: person, role: 'participant' as const },
        {
          type: 'person.described' as const,
          person,
          perspective: ['Carer', 'carer', 'officer', 'councillor'][at % 4],
        },
      ]),
      WORKSHOP,
    )
    for (const group of mixed(plain(24), 6, 3, workshop)) {
      const carers = group.filter((person) =>
        workshop.people[person]?.about.perspective.toLowerCase().startsWith('carer'),
      )
      expect(carers).toHaveLength(2)
    }
  })

  it('[W-46] 300 people are mixed into 40 spaces, and 5,000 into 60, while nobody notices', () => {
    for (const [count, groups] of [
      [300, 40],
      [5_000, 60],
    ] as const) {
      const started = performance.now()
      const sizes = mixed(plain(count), groups).map(({ length }) => length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      expect(performance.now() - started).toBeLessThan(2_000)
    }
  })
})

describe('helpers and those whom they act for (methods §5)', () => {
  const cast = castOf45()
  const allBut = (...away: readonly string[]) =>
    new Set(Object.keys(cast.people).filter((id) => !away.includes(id)))
  const sizesOf = (workshop: Workshop): number[] =>
    [...companies(workshop).values()].map(
      (people) => people.filter((id) => workshop.people[id]?.role === 'participant').length,
    )

  it('[W-47] A7 42 people in threes: groups of 2 to 4, nobody alone, assisted people with their helpers', () => {
    const here = allBut('lena', 'lev', 'lou')
    expect(here.size).toBe(42)
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const opened = carryOut(cast, open(13, { fill: 'random', template: '' }), 'farah', { seed, here })
        const sizes = sizesOf(opened)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(37)
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2)
        expect(Math.max(...sizes)).toBeLessThanOrEqual(4)
        const { bea, cal, hana, pat, nadia, farah, theo, olu } = opened.people
        expect(bea?.sent).toEqual(hana?.sent)
        expect(cal?.sent).toEqual(hana?.sent)
        expect(pat?.sent).toEqual(nadia?.sent)
        expect(pat?.sent).not.toBeNull()
        for (const person of [farah, theo, olu]) expect(person?.sent).toBeNull()
      }),
      { numRuns: 30 },
    )
  })

  it('[W-47] A38 39 participants in six rooms: 6 or 7 each, Hana, Bea and Cal together, Pat with Nadia', () => {
    const opened = carryOut(cast, open(6, { fill: 'random' }), 'farah', { here: allBut('zoe') })
    expect(sizesOf(opened).toSorted((a, b) => a - b)).toEqual([6, 6, 6, 7, 7, 7])
    const { bea, cal, hana, pat, nadia } = opened.people
    expect([bea?.sent?.space, cal?.sent?.space]).toEqual([hana?.sent?.space, hana?.sent?.space])
    expect(pat?.sent?.space).toBe(nadia?.sent?.space)
  })

  it('[W-47] those whose helper is not here, and those who are not here themselves, are not placed', () => {
    const units = unitsOf(cast, new Set(['ama', 'theo', 'olu', 'nadia']))
    expect(units).toEqual([
      { people: ['nadia', 'pat'], weight: 1 },
      { people: ['ama'], weight: 1 },
    ])
  })

  it('[W-46] eight people and six rooms: no one sits alone, so two rooms stay empty', () => {
    const eight = new Set(['ama', 'hana', 'sam', 'mo', 'ines', 'gwen'])
    const opened = carryOut(cast, open(6, { fill: 'random' }), 'farah', { here: eight })
    expect(sizesOf(opened).toSorted((a, b) => a - b)).toEqual([2, 3, 3])
    expect(companies(opened).has(spaceId(opened, 6))).toBe(false)
  })

  it('[W-44] as many spaces are suggested as methods say: eight in each, six in each above forty', () => {
    expect([0, 1, 2, 9, 40, 41, 45, 300, 5_000].map(suggestedSpaces)).toEqual([1, 1, 2, 2, 5, 7, 8, 50, 60])
  })
})
