/** What a link asked for, until the board on the screen has shown it or has said that it is not there. */
import type { ReadableBoard } from '@moot/board'
import { isFigure } from '@moot/board'
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { announce } from '../../parts/announce.ts'
import { t } from '../../text/index.ts'
import type { LinkTarget } from './itemLinks.ts'

interface Wanted {
  readonly board: string
  readonly target: LinkTarget
}
/** Something that a link led to and that is not on the board any more. */
export interface Missing {
  readonly board: string
  readonly kind: LinkTarget['kind']
  readonly isInBin: boolean
}

interface WantedState {
  readonly wanted: Wanted | undefined
  readonly missing: Missing | undefined
}

/** What was asked for last. */
export const useWantedState = create<WantedState>()(() => ({ wanted: undefined, missing: undefined }))

/** Asks for something on a board; whichever view shows the board goes there as soon as it can. */
export function want(board: string, target: LinkTarget): void {
  useWantedState.setState({ wanted: { board, target }, missing: undefined })
}

/** The notice was read. */
export function forgetMissing(): void {
  useWantedState.setState({ missing: undefined })
}

/** Whether something is on the board, lies in its Bin, or is neither. */
export function whereIs(board: ReadableBoard, { kind, id }: LinkTarget): 'here' | 'inBin' | 'nowhere' {
  if (kind === 'section') return board.regions.has(id) ? 'here' : 'nowhere'
  const drawing = board.drawings.get(id)
  const item = kind === 'note' ? board.notes.get(id) : drawing && isFigure(drawing) ? drawing : undefined
  if (item === undefined) return 'nowhere'
  if (item.gone === null) return 'here'
  return item.gone.how === 'deleted' || item.gone.how === 'cleared' || item.gone.how === 'merged'
    ? 'inBin'
    : 'nowhere'
}

/**
 * Goes to what a link asked for once this view can show it.
 *
 * @param isReady - whether the document is there and the view is on the page
 * @param go - brings it into view and gives it the focus
 */
export function useWanted(
  boardId: string,
  board: ReadableBoard,
  isReady: boolean,
  go: (target: LinkTarget) => void,
): void {
  const wanted = useWantedState((state) => (state.wanted?.board === boardId ? state.wanted : undefined))
  const latest = useRef({ board, go })
  useEffect(() => {
    latest.current = { board, go }
  })
  useEffect(() => {
    if (wanted === undefined || !isReady) return
    let frame = 0
    // After the heading has taken the focus, as it does on every screen that one comes to.
    const soon = (frames: number): void => {
      frame = requestAnimationFrame(() => {
        if (frames > 0) {
          soon(frames - 1)
          return
        }
        const { kind } = wanted.target
        const where = whereIs(latest.current.board, wanted.target)
        if (where === 'here') {
          useWantedState.setState({ wanted: undefined })
          latest.current.go(wanted.target)
          announce(t(`boards.saidFound_${kind}`))
        } else {
          const missing = { board: boardId, kind, isInBin: where === 'inBin' }
          useWantedState.setState({ wanted: undefined, missing })
        }
      })
    }
    soon(2)
    return () => cancelAnimationFrame(frame)
  }, [wanted, isReady, boardId])
}
