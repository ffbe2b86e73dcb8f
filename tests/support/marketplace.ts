/** An open space under way: its rounds begin, boards are written on and reports filled in; all by bare connections. */
import { addNotes, addTheme, BoardReading } from '@moot/board'
import type { CreateResponse } from '@moot/protocol'
import { expect } from 'vitest'
import { viewOf } from './led.ts'
import type { LiveClient } from './liveClient.ts'
import type { Market } from './market.ts'
import { eventually } from './screens.ts'
import { joinAs } from './startServer.ts'
import { stockClient, until } from './stockClient.ts'

/** Goes to an activity by its id; resolves once Farah's own view is there. */
export async function goTo(farah: LiveClient, stage: string): Promise<void> {
  await farah.give({ type: 'stage.go', stage, from: viewOf(farah).now.stage })
  await eventually(() => expect(viewOf(farah).now.stage).toBe(stage))
}

/** Begins a round; resolves once every topic that is placed in it has its board. */
export async function beginRound(
  farah: LiveClient,
  market: Pick<Market, 'rounds'>,
  round: number,
): Promise<void> {
  const stage = market.rounds[round - 1] ?? ''
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
