/** An open space under way: topics that people offer, their places, what their reports say; all by bare connections. */
import { addNotes, addTheme, BoardReading } from '@moot/board'
import type { CreateResponse } from '@moot/protocol'
import { topicResult } from '@moot/protocol'
import { expect } from 'vitest'
import { viewOf } from './led.ts'
import type { LiveClient } from './liveClient.ts'
import { eventually } from './screens.ts'
import { joinAs } from './startServer.ts'
import { stockClient, until } from './stockClient.ts'

/** The rows and columns of a grid: ids of stages and of spaces, in order. */
export interface Grid {
  readonly rounds: readonly string[]
  readonly spaces: readonly string[]
}

/** Goes to an activity by its id; resolves once Farah's own view is there. */
export async function goTo(farah: LiveClient, stage: string): Promise<void> {
  await farah.give({ type: 'stage.go', stage, from: viewOf(farah).now.stage })
  await eventually(() => expect(viewOf(farah).now.stage).toBe(stage))
}

/** Puts a marketplace and so many rounds and spaces into the running order, and begins the marketplace. */
export async function openMarket(farah: LiveClient, rounds: number, spaces: number): Promise<Grid> {
  await farah.give({ type: 'market.prepare', rounds, minutes: 22, spaces })
  const rows = () =>
    Object.entries(viewOf(farah).stages)
      .filter(([, { where }]) => where === 'round')
      .toSorted(([, a], [, b]) => a.order - b.order)
      .map(([id]) => id)
  const columns = () =>
    Object.entries(viewOf(farah).spaces)
      .filter(([, { kind, isHidden }]) => kind === 'breakout' && !isHidden)
      .toSorted(([, a], [, b]) => a.number - b.number)
      .map(([id]) => id)
  await eventually(() => expect([rows().length, columns().length >= spaces]).toEqual([rounds, true]))
  const [market = ''] =
    Object.entries(viewOf(farah).stages).find(([, { kind }]) => kind === 'marketplace') ?? []
  await goTo(farah, market)
  return { rounds: rows(), spaces: columns() }
}

/** Somebody offers a topic and places it, both counted from 1; its id. */
export async function offerAt(
  convener: LiveClient,
  question: string,
  grid: Grid,
  round: number,
  space: number,
): Promise<string> {
  const { topic } = topicResult.parse(await convener.give({ type: 'topic.offer', question }))
  const place = {
    round: grid.rounds[round - 1] ?? '',
    time: '',
    space: grid.spaces[space - 1] ?? '',
    where: '',
  }
  await convener.give({ type: 'topic.place', topic, place })
  return topic
}

/** Begins a round; resolves once every topic that is placed in it has its board. */
export async function beginRound(farah: LiveClient, grid: Grid, round: number): Promise<void> {
  const stage = grid.rounds[round - 1] ?? ''
  await goTo(farah, stage)
  await eventually(() => {
    const there = Object.values(viewOf(farah).topics).filter(({ place }) => place?.round === stage)
    expect(there.filter(({ board }) => board !== null)).toHaveLength(there.length)
  })
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
