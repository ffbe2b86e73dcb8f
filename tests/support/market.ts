/**
 * An open space over the wire: rounds, spaces, topics that are offered; then rounds begin, boards are written on and
 * reports filled in.
 */
import { addNotes, addTheme, BoardReading } from '@moot/board'
import type { CreateResponse } from '@moot/protocol'
import { topicResult } from '@moot/protocol'
import type { LiveClient } from './liveClient.ts'
import { joinAs } from './startServer.ts'
import { stockClient, until } from './stockClient.ts'

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
  await goTo(live, stage)
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

/** Goes to an activity by its id; resolves once Farah's own view is there. */
export async function goTo(farah: LiveClient, stage: string): Promise<void> {
  await farah.give({ type: 'stage.go', stage, from: farah.view?.now.stage ?? null })
  await until('it is on', () => farah.view?.now.stage === stage)
}

/** Begins a round; resolves once every topic that is placed in it has its board. */
export async function beginRound(
  farah: LiveClient,
  market: Pick<Market, 'rounds'>,
  round: number,
): Promise<void> {
  const stage = market.rounds[round - 1] ?? ''
  await goTo(farah, stage)
  await until('its topics have boards', () =>
    Object.values(farah.view?.topics ?? {}).every(
      ({ place, board }) => place?.round !== stage || board !== null,
    ),
  )
}

/** Writes into a field of a report that is empty. */
export async function report(
  by: LiveClient,
  topic: string,
  texts: Partial<Record<'headline' | 'next' | 'question' | 'said' | 'requests', string>>,
): Promise<void> {
  for (const [field, text] of Object.entries(texts))
    await by.give({
      type: 'report.write',
      topic,
      // `Object.entries` forgets which names there are.
      field: field as keyof typeof texts,
      text,
      before: '',
    })
}

/** Somebody writes notes on a board, each under a theme of its own; waits until the server has them. */
export async function writeThemes(
  url: string,
  made: CreateResponse,
  doc: string,
  themes: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const { personId, secret } = await joinAs(url, made.id, made.keys.join, 'Uma')
  const client = stockClient(url, made.id, doc, secret)
  try {
    await until('the board is there', () => client.provider.synced)
    const board = new BoardReading(client.doc)
    let count = 0
    const newId = (): string => `uma${(count += 1)}`
    const by = { board, person: personId, now: () => Date.now(), newId, origin: {} }
    for (const [title, notes] of Object.entries(themes)) {
      const ids = addNotes(
        by,
        notes.map((text) => ({ text })),
      )
      addTheme(by, title, ids)
    }
    board.dispose()
    const there = stockClient(url, made.id, doc, secret)
    await until(
      'the server has the notes',
      () => there.doc.getMap('themes').size === Object.keys(themes).length,
    )
    there.destroy()
  } finally {
    client.destroy()
  }
}
