/** The cast of methods §5.1 as a crowd: most of them bare connections, who see what a browser would. */
import { assistResult } from '@moot/protocol'
import type { JoinResponse } from '@moot/protocol'
import { LiveClient } from './liveClient.ts'
import { joinAs, makeWorkshop } from './startServer.ts'
import { until } from './stockClient.ts'

/** Those of the cast who matter by name; guests fill up the rest. */
const NAMES = [
  'Hana',
  'Sam',
  'Ines',
  'Gwen',
  'Ama',
  'Bo',
  'Cy',
  'Di',
  'Eve',
  'Dan',
  'Lena',
  'Lev',
  'Lou',
  'Tia',
  'Uma',
  'Yan',
  'Zoe',
]

/** Somebody with a connection. */
export interface Member extends JoinResponse {
  readonly live: LiveClient
}

/** A workshop with people in it. */
export interface Crowd {
  readonly id: string
  readonly keys: { readonly facilitator: string; readonly join: string; readonly observer: string }
  /** Farah, a facilitator; Nadia is another, and acts for Pat. */
  readonly farah: Member
  readonly nadia: Member
  /** Participants with a connection, Hana first: she acts for Bea and Cal. */
  readonly people: readonly Member[]
  /** Pat, Bea and Cal, by name. */
  readonly assisted: Readonly<Record<string, string>>
  readonly come: (name: string, key?: string) => Promise<Member>
  readonly leave: () => void
}

/** Makes a workshop with so many participants, the three who are assisted among them. */
export async function crowd(url: string, participants: number, body: object = {}): Promise<Crowd> {
  const { id, keys } = await makeWorkshop(url, { title: 'Keep, drop and grow', ...body })
  const all: LiveClient[] = []
  const come = async (name: string, key = keys.join): Promise<Member> => {
    const person = await joinAs(url, id, key, name)
    const live = new LiveClient(url, id, person.secret)
    all.push(live)
    await until(`${name} is there`, () => live.view !== undefined)
    return { ...person, live }
  }
  const farah = await come('Farah', keys.facilitator)
  const nadia = await come('Nadia', keys.facilitator)
  const people: Member[] = []
  for (let index = 0; index < participants - 3; index += 1)
    people.push(await come(NAMES[index] ?? `Guest ${index + 1}`))
  const hana = people[0]
  if (hana === undefined) throw new Error('a crowd without Hana')
  const assisted: Record<string, string> = {}
  for (const [name, helper] of [
    ['Pat', nadia],
    ['Bea', hana],
    ['Cal', hana],
  ] as const) {
    const result = await farah.live.give({ type: 'person.assist', name, helper: helper.personId })
    assisted[name] = assistResult.parse(result).person
  }
  const leave = (): void => {
    for (const live of all) live.destroy()
  }
  return { id, keys, farah, nadia, people, assisted, come, leave }
}

/** Where everybody was sent, by person, as a facilitator sees it. */
export function sentOf({ live }: Member): Map<string, string> {
  return new Map(
    Object.entries(live.view?.people ?? {}).flatMap(([id, { place }]) =>
      place?.sent == null ? [] : [[id, place.sent]],
    ),
  )
}

/** Spaces of the current round by their numbers, as somebody sees them. */
export function spacesOf({ live }: Member): { readonly id: string; readonly board: string | null }[] {
  return Object.entries(live.view?.spaces ?? {})
    .filter(([, { kind, isOn }]) => kind === 'breakout' && isOn)
    .toSorted(([, a], [, b]) => a.number - b.number)
    .map(([id, { board }]) => ({ id, board }))
}
