/** Mixing people into groups by chance: even sizes, new company, different perspectives, helpers and theirs together. */
import { chance, shuffle } from './chance.ts'
import { isCounted } from './counted.ts'
import { assistedBy } from './roster.ts'
import type { Round } from './spaces.ts'
import type { Person, Workshop } from './state.ts'

/** People who stay together: one, or a helper with those whom they act for. */
export interface Unit {
  readonly people: readonly string[]
  /** How many of them take part; a facilitator who helps somebody does not count, nor does a trial. */
  readonly weight: number
}

/** What groups are made of. */
export interface Mixing {
  readonly units: readonly Unit[]
  /** Groups that there may be at most. */
  readonly groups: number
  readonly workshop: Pick<Workshop, 'people' | 'rounds'>
  /** A whole number: the same one mixes the same people in the same way. */
  readonly seed: number
}

/** Rounds whose company is avoided. */
const ROUNDS_REMEMBERED = 8
/** Two at a time are tried the other way round so often at most; 300 people in 40 groups take some milliseconds. */
const SWAPS_TRIED = 5_000
/** How much it weighs that two were together before, and that they share a perspective. */
const MET = 2
const ALIKE = 1

/** Everybody who can be mixed: participants who are here, and with them whom they act for. */
export function unitsOf({ people }: Pick<Workshop, 'people'>, here: ReadonlySet<string>): Unit[] {
  return Object.values(people).flatMap((person): Unit[] => {
    if (!here.has(person.id) || !isMixed(person)) return []
    const others = assistedBy({ people }, person.id).map(({ id }) => id)
    // Facilitators go where they like, unless somebody depends on them.
    if (person.role === 'facilitator' && others.length === 0) return []
    return [{ people: [person.id, ...others], weight: others.length + (isCounted(person) ? 1 : 0) }]
  })
}

const isMixed = ({ role, way, gone }: Person): boolean =>
  gone === null && role !== 'observer' && (way.kind === 'self' || way.kind === 'trial')

/**
 * Groups of people, as many as asked for or fewer: nobody is left alone where that can be avoided. Sizes differ by one at
 * most, as far as units allow.
 */
export function mix({ units, groups, workshop, seed }: Mixing): readonly (readonly string[])[] {
  const random = chance(seed)
  const shuffled = shuffle(units, random)
  const large = shuffled.filter(({ weight }) => weight > 1).toSorted((a, b) => b.weight - a.weight)
  const single = shuffled.filter(({ weight }) => weight === 1)
  const uncounted = shuffled.filter(({ weight }) => weight < 1)
  const { places, sizes } = layOut(large, single.length, groups)
  const traits = traitsOf(workshop)
  const tables = sizes.map(() => new Table(traits))
  large.forEach((unit, at) => tables[places[at] ?? 0]?.add(unit))
  for (const unit of single) bestTable(tables, sizes, unit)?.add(unit)
  swap(tables, random)
  for (const unit of uncounted) tables.toSorted((a, b) => a.size - b.size)[0]?.add(unit)
  return tables.map(({ units: seated }) => seated.flatMap(({ people }) => people))
}

/** Which group each large unit belongs to, and how large each group is to be in the end. */
function layOut(
  large: readonly Unit[],
  singles: number,
  groups: number,
): { readonly places: readonly number[]; readonly sizes: readonly number[] } {
  const people = large.reduce((sum, { weight }) => sum + weight, singles)
  for (let count = Math.max(1, Math.min(groups, Math.floor(people / 2))); ; count -= 1) {
    const sizes: number[] = Array.from({ length: count }, () => 0)
    const places = large.map(({ weight }) => fill(sizes, weight))
    for (let single = 0; single < singles; single += 1) fill(sizes, 1)
    if (count === 1 || !sizes.includes(1)) return { places, sizes }
  }
}

/** Puts so many into the smallest group. */
function fill(sizes: number[], weight: number): number {
  const smallest = Math.min(...sizes)
  const at = sizes.indexOf(smallest)
  sizes[at] = smallest + weight
  return at
}

/** What people may have in common that is a reason to sit apart. */
type Traits = ReadonlyMap<string, readonly { readonly key: string; readonly weight: number }[]>

/** A group while it is put together: it counts how often each trait is there already. */
class Table {
  readonly units: Unit[] = []
  readonly #traits: Traits
  readonly #counts = new Map<string, number>()
  size = 0

  constructor(traits: Traits) {
    this.#traits = traits
  }

  add(unit: Unit): void {
    this.units.push(unit)
    this.#count(unit, 1)
  }

  remove(unit: Unit): void {
    this.units.splice(this.units.indexOf(unit), 1)
    this.#count(unit, -1)
  }

  /** How much a unit has in common with those who are there. */
  cost({ people }: Unit): number {
    let cost = 0
    for (const person of people)
      for (const { key, weight } of this.#traits.get(person) ?? [])
        cost += weight * (this.#counts.get(key) ?? 0)
    return cost
  }

  #count({ people, weight }: Unit, by: 1 | -1): void {
    this.size += by * weight
    for (const person of people)
      for (const { key } of this.#traits.get(person) ?? [])
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + by)
  }
}

/** The table with a free place where a unit finds most that is new; among equals the one with most free places. */
function bestTable(tables: readonly Table[], sizes: readonly number[], unit: Unit): Table | undefined {
  let best: { readonly table: Table; readonly cost: number; readonly free: number } | undefined
  tables.forEach((table, at) => {
    const free = (sizes[at] ?? 0) - table.size
    if (free < 1) return
    const cost = table.cost(unit)
    if (best === undefined || cost < best.cost || (cost === best.cost && free > best.free))
      best = { table, cost, free }
  })
  return best?.table
}

/** Lets two change places wherever both together then find as much that is new, or more. Sizes stay. */
function swap(tables: readonly Table[], random: () => number): void {
  const seats = tables.flatMap((table) =>
    table.units.filter(({ weight }) => weight === 1).map((unit) => ({ table, unit })),
  )
  if (seats.length < 2 || tables.every((table) => table.units.every((unit) => table.cost(unit) === 0))) return
  for (let tried = 0; tried < SWAPS_TRIED; tried += 1) {
    const one = seats[Math.floor(random() * seats.length)]
    const other = seats[Math.floor(random() * seats.length)]
    if (one === undefined || other === undefined || one.table === other.table) continue
    one.table.remove(one.unit)
    other.table.remove(other.unit)
    const asNow = one.table.cost(one.unit) + other.table.cost(other.unit)
    const swapped = one.table.cost(other.unit) + other.table.cost(one.unit)
    if (swapped <= asNow) [one.unit, other.unit] = [other.unit, one.unit]
    one.table.add(one.unit)
    other.table.add(other.unit)
  }
}

function traitsOf({ people, rounds }: Mixing['workshop']): Traits {
  const traits = new Map<string, { readonly key: string; readonly weight: number }[]>()
  const give = (person: string, key: string, weight: number): void => {
    traits.set(person, [...(traits.get(person) ?? []), { key, weight }])
  }
  for (const { id, about } of Object.values(people)) {
    const perspective = about.perspective.toLowerCase()
    if (perspective !== '') give(id, `as:${perspective}`, ALIKE)
  }
  for (const [at, { sent }] of rounds.slice(-ROUNDS_REMEMBERED).entries())
    for (const [person, space] of Object.entries<Round['sent'][string]>(sent))
      give(person, `met:${at}:${space}`, MET)
  return traits
}
