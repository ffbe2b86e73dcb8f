/** What is being offered, kept at the server while it is typed: it survives a reload, and another device has it too. */
import type { Answer } from '@moot/protocol'
import { useEffect, useRef, useState } from 'react'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import { DraftKeeper } from './DraftKeeper.ts'
import type { Kept, Offered, OwnDraft } from './DraftKeeper.ts'
import { unsentKey, unsentOf } from './unsentDraft.ts'

/** What is typed, and the draft that keeps it. */
export interface Drafting {
  readonly offered: Offered
  readonly change: (parts: Partial<Offered>) => void
  readonly kept: Kept
  /** Why it was not kept, in a sentence; `undefined` where it was. */
  readonly problem: string | undefined
  /** Sends what waits; resolves to the draft, `undefined` where there is none. */
  readonly keepNow: () => Promise<string | undefined>
  /** Takes the draft away, here and at the server; resolves to its answer, `undefined` where it never had one. */
  readonly discard: () => Promise<{ readonly draft: string; readonly answer: Answer } | undefined>
  /** Nothing more is sent: it has become a topic, or waits as a draft. */
  readonly settle: () => void
}

/** @param draft - the one to go on with; without it the first letter makes one */
export function useDraft(draft: OwnDraft | undefined, empty: Offered): Drafting {
  const { replica, workshopId, visit } = useSteadyWorkshop()
  const [told, setTold] = useState<{ readonly kept: Kept; readonly problem: string | undefined }>()
  // One for the life of the dialog.
  const [keeper] = useState(() => {
    const keptAs = unsentKey(workshopId, visit.personId)
    return new DraftKeeper({
      replica,
      keptAs,
      draft,
      begin: draft ?? empty,
      unsent: unsentOf(keptAs, draft?.id ?? ''),
      onKept: (next, why) => setTold({ kept: next, problem: why }),
    })
  })
  const [offered, setOffered] = useState(keeper.offered)
  const latest = useRef(offered)
  // Whoever closes the dialog in the middle of a word finds it again.
  useEffect(() => {
    keeper.start()
    return () => keeper.dispose()
  }, [keeper])

  return {
    offered,
    kept: told?.kept ?? keeper.kept,
    problem: told?.problem,
    change(parts) {
      latest.current = { ...latest.current, ...parts }
      setOffered(latest.current)
      keeper.change(latest.current)
    },
    async keepNow() {
      await keeper.keepNow()
      return keeper.id
    },
    async discard() {
      await keeper.keepNow()
      const { id } = keeper
      const answer =
        id === undefined ? undefined : await replica.command({ type: 'draft.discard', draft: id })
      if (answer?.ok !== false) keeper.settle()
      return id === undefined || answer === undefined ? undefined : { draft: id, answer }
    },
    settle: () => keeper.settle(),
  }
}
