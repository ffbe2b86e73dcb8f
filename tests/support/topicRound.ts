/** An open space that Farah leads: a marketplace, rounds, spaces with video rooms, topics in their places. */
import { expect } from 'vitest'
import type { Guest } from './browser.ts'
import type { Made, StageDraft } from './led.ts'
import { plan, ROUND, STAGE, viewOf } from './led.ts'
import type { Command, LiveClient } from './liveClient.ts'
import { eventually } from './screens.ts'

/** Where topics are chosen. */
export const MARKETPLACE: StageDraft = { ...STAGE, kind: 'marketplace', title: 'Marketplace', minutes: 15 }
/** A few minutes with everybody between two rounds. */
export const NEWS: StageDraft = { ...STAGE, kind: 'news', title: 'News', minutes: 4 }
/** A round whose timer the test sets itself: shorter than any that could be planned. */
export const SHORT_ROUND: StageDraft = { ...ROUND, minutes: 0 }

/** Puts up the running order, and so many spaces with a room in the call each; their ids by number. */
export async function prepare(
  farah: LiveClient,
  count: number,
  stages: readonly StageDraft[],
): Promise<string[]> {
  await plan(farah, stages)
  await farah.give({ type: 'spaces.prepare', count })
  const spaces = (): string[] =>
    Object.entries(viewOf(farah).spaces)
      .filter(([, { kind, isHidden }]) => kind === 'breakout' && !isHidden)
      .toSorted(([, a], [, b]) => a.number - b.number)
      .map(([id]) => id)
  await eventually(() => expect(spaces()).toHaveLength(count))
  for (const [at, space] of spaces().entries())
    await farah.give({ type: 'space.change', space, videoName: `Room ${at + 1}` })
  return spaces()
}

/** The stage of this title. */
export const stageOf = (farah: LiveClient, title: string): string =>
  Object.entries(viewOf(farah).stages).find(([, each]) => each.title === title)?.[0] ?? ''

/** Somebody offers a topic and puts it into a round and a space; its id. */
export async function offer(
  who: LiveClient,
  question: string,
  place?: { readonly round: string; readonly space: string },
): Promise<string> {
  await who.give({ type: 'topic.offer', question })
  const idOf = (): string | undefined =>
    Object.values(viewOf(who).topics).find(({ questions }) => questions[0]?.text === question)?.id
  await eventually(() => expect(idOf()).toBeDefined())
  const topic = idOf() ?? ''
  if (place !== undefined)
    await who.give({ type: 'topic.place', topic, place: { ...place, time: '', where: '' } })
  return topic
}

/** Gives a command as somebody who is there in a browser, for what another screen's tests press buttons for. */
export async function giveAs({ page }: Guest, { id }: Made, command: Command): Promise<void> {
  const status = await page.evaluate(
    async ({ workshop, body }) => {
      const visit: unknown = JSON.parse(localStorage.getItem(`moot.visit.${workshop}`) ?? '{}')
      const secret =
        visit !== null && typeof visit === 'object' && 'secret' in visit ? String(visit.secret) : ''
      const answer = await fetch(`/api/workshops/${workshop}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body,
      })
      return answer.status
    },
    { workshop: id, body: JSON.stringify(command) },
  )
  expect({ command: command.type, status }).toEqual({ command: command.type, status: 200 })
}
