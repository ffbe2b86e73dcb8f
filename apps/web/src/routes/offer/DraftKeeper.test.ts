// @vitest-environment happy-dom
import type { WorkshopReplica } from '@moot/client'
import type { Answer } from '@moot/protocol'
import type { Command } from '@moot/workshop'
import { beforeEach, describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { meWith, viewWith } from '../../testing/viewWith.ts'
import type { Kept, Offered, OwnDraft } from './DraftKeeper.ts'
import { DraftKeeper } from './DraftKeeper.ts'
import { unsentKey, unsentOf } from './unsentDraft.ts'

type Store = WorkshopReplica['store']
const KEY = unsentKey('w', 'eve')
const EMPTY: Offered = { owner: 'eve', question: '', pitch: '', template: '', isAction: false }
const LOST: Answer = { ok: false, code: 'not_connected', message: '' }
const NO: Answer = { ok: false, code: 'not_yet', message: '' }
const made = (draft: string): Answer => ({ ok: true, result: { draft } })
const asking = (question: string): Offered => ({ ...EMPTY, question })

/** Somebody at the dialog, and a server that answers each command as the test has it. */
function open(answers: Answer[], { draft, drafts = [] }: { draft?: OwnDraft; drafts?: OwnDraft[] } = {}) {
  const me = meWith({})
  const view = viewWith({ me: { ...me, topics: { ...me.topics, drafts } } })
  const store: Store = createStore(() => ({ connection: { state: 'open' as const }, view })) as Store
  const given: Command[] = []
  const said: Kept[] = []
  const keeper = new DraftKeeper({
    replica: {
      store,
      command: (command) => {
        given.push(command)
        return Promise.resolve(answers.shift() ?? LOST)
      },
    },
    keptAs: KEY,
    draft,
    begin: draft ?? EMPTY,
    unsent: unsentOf(KEY, draft?.id ?? ''),
    onKept: (kept) => said.push(kept),
  })
  keeper.start()
  return {
    keeper,
    given,
    said,
    /** The line goes and comes back. */
    async reconnect() {
      store.setState({ connection: { state: 'lost' } })
      store.setState({ connection: { state: 'open' } })
      await keeper.keepNow()
    },
  }
}

beforeEach(() => localStorage.clear())

describe('what is offered while it is typed', () => {
  it('is kept at the server, and nothing of it on this device', async () => {
    const { keeper, given, said } = open([made('d1'), made('d1')])
    keeper.change(asking('How do we eat'))
    await keeper.keepNow()
    keeper.change(asking('How do we eat together?'))
    await keeper.keepNow()
    expect(given).toMatchObject([
      { type: 'draft.write', question: 'How do we eat' },
      { type: 'draft.write', draft: 'd1', question: 'How do we eat together?' },
    ])
    expect(said.at(-1)).toBe('kept')
    expect(localStorage).toHaveLength(0)
  })

  it('is found again on this device by who typed it without a line and closed the dialog', async () => {
    const first = open([])
    first.keeper.change(asking('How do we eat?'))
    await first.keeper.keepNow()
    first.keeper.dispose()
    expect(first.said.at(-1)).toBe('late')
    const again = open([made('d1')])
    expect(again.keeper.offered.question).toBe('How do we eat?')
    await again.keeper.keepNow()
    expect([again.said.at(-1), localStorage.length]).toEqual(['kept', 0])
  })

  it('goes by itself when the line is back, and makes one draft where the first had arrived after all', async () => {
    const arrived = { ...asking('How do we eat?'), id: 'd1', at: 1 }
    const { keeper, given, reconnect } = open([LOST, made('d1')], { drafts: [arrived] })
    keeper.change(asking('How do we eat?'))
    await keeper.keepNow()
    await reconnect()
    expect(given.at(-1)).toMatchObject({ type: 'draft.write', draft: 'd1' })
    expect(keeper.id).toBe('d1')
  })

  it('keeps what was added to a draft that the server has, and forgets it with the draft', async () => {
    const draft = { ...asking('How do we eat?'), id: 'd1', at: 1 }
    const { keeper, said } = open([NO], { draft })
    keeper.change({ ...draft, pitch: 'Bring a story' })
    await keeper.keepNow()
    expect([said.at(-1), unsentOf(KEY, 'd1')?.pitch]).toEqual(['late', 'Bring a story'])
    keeper.settle()
    expect(localStorage).toHaveLength(0)
  })
})
