/** A marketplace over the wire: rounds, spaces, and topics that a crowd offers. */
import { topicResult } from '@moot/protocol'
import type { LiveClient } from './liveClient.ts'
import { until } from './stockClient.ts'

/** Somebody at a bare connection. */
interface Connected {
  readonly live: LiveClient
}

/** Rounds and spaces by their ids, in order. */
export interface Market {
  readonly rounds: readonly string[]
  readonly spaces: readonly string[]
  /** Offers a topic, and with `at` (round and space, from 1) places it. Resolves to its id. */
  readonly offer: (
    who: Connected,
    question: string,
    at?: readonly [round: number, space: number],
    as?: string,
  ) => Promise<string>
}

/** Sets up so many rounds and spaces, and starts the marketplace. */
export async function market(
  { farah: { live } }: { readonly farah: Connected },
  { rounds = 2, spaces = 6, minutes = 22 } = {},
): Promise<Market> {
  await live.give({ type: 'market.prepare', rounds, minutes, spaces })
  const rows = (): string[] =>
    Object.entries(live.view?.stages ?? {})
      .filter(([, { where }]) => where === 'round')
      .toSorted(([, a], [, b]) => a.order - b.order)
      .map(([id]) => id)
  const columns = (): string[] =>
    Object.entries(live.view?.spaces ?? {})
      .filter(([, { kind, isHidden }]) => kind === 'breakout' && !isHidden)
      .toSorted(([, a], [, b]) => a.number - b.number)
      .map(([id]) => id)
  await until('there are rounds and spaces', () => rows().length === rounds && columns().length === spaces)
  const stage =
    Object.entries(live.view?.stages ?? {}).find(([, { kind }]) => kind === 'marketplace')?.[0] ?? ''
  await live.give({ type: 'stage.go', stage, from: null })
  await until('the marketplace is on', () => live.view?.now.stage === stage)
  const ids = { rounds: rows(), spaces: columns() }
  return {
    ...ids,
    offer: async (who, question, at, as) => {
      const result = await who.live.give({
        type: 'topic.offer',
        question,
        ...(as !== undefined && { as }),
      })
      const { topic } = topicResult.parse(result)
      if (at !== undefined)
        await who.live.give({
          type: 'topic.place',
          topic,
          place: {
            round: ids.rounds[at[0] - 1] ?? '',
            space: ids.spaces[at[1] - 1] ?? '',
            time: '',
            where: '',
          },
        })
      return topic
    },
  }
}
