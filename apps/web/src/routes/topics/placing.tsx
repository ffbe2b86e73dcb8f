/** Putting topics somewhere on the screen of topics: by drag, by keys, by a press on a free place. */
import type { Place, WorkshopView } from '@moot/workshop'
import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { clearToast, toast } from '../boards/toast.tsx'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import { convenes, namesOf } from '../workshop/topicsHere.ts'
import { clashWords } from './clashWords.ts'
import { focusTopicIfLost } from './focusTopic.ts'
import { placeWords, rowsOf } from './rows.ts'

/** A place that somebody else got first. */
export interface Missed {
  readonly topic: string
  readonly place: Place
  /** A new one each time, so that it is told each time. */
  readonly at: number
}

/** How it went. `taken`: somebody else was faster; `kept`: they thought better of it. */
export type Outcome = 'done' | 'taken' | 'kept' | 'refused'

/** What can be done; the same as long as the workshop is open. */
export interface Placing {
  readonly place: (topic: string, place: Place) => Promise<Outcome>
  readonly lift: (topic: string) => Promise<Outcome>
  readonly swap: (topic: string, other: string) => Promise<Outcome>
}

/** A cell of the grid as a place. */
export const cellPlace = (round: string, space: string): Place => ({ round, space, time: '', where: '' })

/** @returns what can be done, what was missed last, and the question before a clash, to be put somewhere on the page */
export function usePlacing(): {
  readonly placing: Placing
  readonly missed: Missed | undefined
  readonly forget: () => void
  readonly question: ReactNode
} {
  const { replica } = useSteadyWorkshop()
  const { confirm, confirmDialog } = useConfirm()
  const [missed, setMissed] = useState<Missed>()

  const placing = useMemo((): Placing => {
    const give = async (
      command: Parameters<typeof replica.command>[0],
      topics: readonly string[],
      words: (view: WorkshopView) => string,
    ): Promise<Outcome> => {
      const answer = await replica.command(command)
      const { view } = replica.store.getState()
      if (!answer.ok) {
        if (answer.code === 'cell_taken') return 'taken'
        toast({ words: refusalText(answer) })
        return 'refused'
      }
      if (view !== undefined) say(view, topics, words(view))
      const [first] = topics
      if (first !== undefined) focusTopicIfLost(first)
      return 'done'
    }
    return {
      place: async (id, place) => {
        const { view } = replica.store.getState()
        const topic = view?.topics[id]
        if (view === undefined || topic === undefined) return 'refused'
        setMissed(undefined)
        const rows = rowsOf(view, replica.serverNow())
        const row =
          place.round === topic.place?.round ? undefined : rows.find(({ id: of }) => of === place.round)
        const clash = row === undefined ? undefined : clashWords(view, topic, row)
        if (clash !== undefined) {
          const isSure = await confirm({
            title: t('topics.clashTitle'),
            body: clash.asked,
            action: t('topics.clashDo'),
          })
          if (!isSure) return 'kept'
        }
        const outcome = await give({ type: 'topic.place', topic: id, place }, [id], (now) =>
          t('topics.saidPlaced', { place: placeWords(now, rows, { place }) }),
        )
        if (outcome === 'taken') setMissed({ topic: id, place, at: Date.now() })
        return outcome
      },
      lift: (id) => give({ type: 'topic.lift', topic: id }, [id], () => t('topics.saidLifted')),
      swap: (id, other) =>
        give({ type: 'topic.swap', topic: id, with: other }, [id, other], () => t('topics.saidSwapped')),
    }
  }, [replica, confirm])

  const forget = useCallback(() => setMissed(undefined), [])
  return { placing, missed, forget, question: confirmDialog }
}

/** Says what was done; who did it with somebody else's topic reads that they are told. */
function say(view: WorkshopView, topics: readonly string[], done: string): void {
  const others = topics.flatMap((id) => {
    const topic = view.topics[id]
    return topic === undefined || convenes(view, topic) ? [] : topic.conveners
  })
  if (others.length === 0) {
    // That one may place it need not stand there any more.
    clearToast()
    announce(done)
  } else toast({ words: t('topics.toldToo', { done, names: namesOf(view, [...new Set(others)]) }) })
}

const PlacingContext = createContext<Placing | undefined>(undefined)

/** Gives what can be done to the cards and cells below. */
export const PlacingProvider = PlacingContext.Provider

/** What can be done with topics, for cards and cells. */
export function usePlacingHere(): Placing {
  const placing = useContext(PlacingContext)
  if (placing === undefined) throw new Error('usePlacingHere outside the screen of topics')
  return placing
}
