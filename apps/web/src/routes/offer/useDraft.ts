/** What is being offered, kept at the server while it is typed: it survives a reload, and another device has it too. */
import { draftResult } from '@moot/protocol'
import type { MyTopicsView } from '@moot/workshop'
import { useEffect, useRef, useState } from 'react'
import { refusalText } from '../../text/refusalText.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'

/** A draft as the server has it. */
export type OwnDraft = MyTopicsView['drafts'][number]

/** What the dialog holds. `owner`: who will be its convener. */
export type Offered = Pick<OwnDraft, 'owner' | 'question' | 'pitch' | 'template' | 'isAction'>

/** Whether the server has what was typed. `late`: it could not be reached or said no; it is tried again with the next letter. */
export type Kept = 'nothing' | 'typing' | 'kept' | 'late'

/** After so long without a letter it is sent, in ms. */
const PAUSE_MS = 700

/** Whether there is anything to keep. */
export const hasWords = ({ question, pitch }: Pick<Offered, 'question' | 'pitch'>): boolean =>
  question.trim() !== '' || pitch.trim() !== ''

/** What a command about it says: all of it, because what is left out stays as the server has it. */
export const saidOf = ({ owner, question, pitch, template, isAction }: Offered) => ({
  as: owner,
  question,
  pitch,
  template,
  isAction,
})

/** What is typed, and the draft that keeps it. */
export interface Drafting {
  readonly offered: Offered
  readonly change: (parts: Partial<Offered>) => void
  readonly kept: Kept
  /** Why it was not kept, in a sentence; `undefined` where it was. */
  readonly problem: string | undefined
  /** Sends what waits; resolves to the draft, `undefined` where there is none. */
  readonly keepNow: () => Promise<string | undefined>
  /** Takes the draft away, here and at the server; resolves to the one that it was. */
  readonly discard: () => Promise<string | undefined>
  /** Nothing more is sent: it has become a topic, or waits as a draft. */
  readonly settle: () => void
}

/** @param draft - the one to go on with; without it the first letter makes one */
export function useDraft(draft: OwnDraft | undefined, empty: Offered): Drafting {
  const { replica } = useSteadyWorkshop()
  const [offered, setOffered] = useState<Offered>(draft ?? empty)
  const [kept, setKept] = useState<Kept>(draft === undefined ? 'nothing' : 'kept')
  const [problem, setProblem] = useState<string>()
  // One object for the life of the dialog: what is on its way must not be sent twice.
  const [keeper] = useState(() => {
    let id = draft?.id
    let now: Offered = draft ?? empty
    let sent: Offered = now
    let timer: ReturnType<typeof setTimeout> | undefined
    let isSettled = false
    let onItsWay: Promise<void> = Promise.resolve()
    const send = async (): Promise<void> => {
      if (isSettled || now === sent || (id === undefined && !hasWords(now))) return
      const said = now
      const answer = await replica.command({
        type: 'draft.write',
        ...(id !== undefined && { draft: id }),
        ...saidOf(said),
      })
      if (!answer.ok) {
        setProblem(answer.code === 'not_connected' ? undefined : refusalText(answer))
        setKept('late')
        return
      }
      sent = said
      const result = draftResult.safeParse(answer.result)
      // Without an answer nothing was new to the server; one without words is gone then, and the next letter makes another.
      if (result.success) id = result.data.draft
      else if (!hasWords(said)) id = undefined
      setProblem(undefined)
      setKept(now === said ? (hasWords(said) ? 'kept' : 'nothing') : 'typing')
    }
    const keepNow = (): Promise<void> => {
      clearTimeout(timer)
      onItsWay = onItsWay.then(send)
      return onItsWay
    }
    return {
      change(next: Offered): void {
        now = next
        setKept('typing')
        clearTimeout(timer)
        timer = setTimeout(() => void keepNow(), PAUSE_MS)
      },
      keepNow,
      id: () => id,
      settle(): void {
        isSettled = true
        clearTimeout(timer)
      },
    }
  })
  const latest = useRef(offered)
  // Whoever closes the dialog in the middle of a word finds it again.
  useEffect(() => () => void keeper.keepNow(), [keeper])

  return {
    offered,
    kept,
    problem,
    change(parts) {
      latest.current = { ...latest.current, ...parts }
      setOffered(latest.current)
      keeper.change(latest.current)
    },
    async keepNow() {
      await keeper.keepNow()
      return keeper.id()
    },
    async discard() {
      await keeper.keepNow()
      keeper.settle()
      const id = keeper.id()
      if (id !== undefined) await replica.command({ type: 'draft.discard', draft: id })
      return id
    },
    settle: keeper.settle,
  }
}
