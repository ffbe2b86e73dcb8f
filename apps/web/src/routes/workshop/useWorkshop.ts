/** What every screen inside a workshop stands on: `useWorkshop()`, `useBoard(boardId)`. */
import type { BoardReplica, Visit, WorkshopReplica } from '@moot/client'
import type { WorkshopView } from '@moot/workshop'
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { Session } from './Session.ts'

/** The workshop that the frame has open. */
export interface OpenWorkshop {
  readonly workshopId: string
  /** Who this browser is here. */
  readonly visit: Visit
  readonly session: Session
  /** For commands, for saying where we are, for server time. */
  readonly replica: WorkshopReplica
  /** The latest view; the frame shows its screens only once there is one. Changes re-render. */
  readonly view: WorkshopView
}

/** What of it stays the same as long as it is open. */
export type SteadyWorkshop = Omit<OpenWorkshop, 'view'>

/** Given by the frame. */
export const SteadyWorkshopContext = createContext<SteadyWorkshop | undefined>(undefined)

/** Given by the frame. */
export const WorkshopContext = createContext<OpenWorkshop | undefined>(undefined)

/** The open workshop, for screens and parts inside the frame. */
export function useWorkshop(): OpenWorkshop {
  const open = useContext(WorkshopContext)
  if (open === undefined) throw new Error('useWorkshop outside the workshop frame')
  return open
}

/** The open workshop without its view, for what is drawn many times over and need not be drawn again at every change. */
export function useSteadyWorkshop(): SteadyWorkshop {
  const open = useContext(SteadyWorkshopContext)
  if (open === undefined) throw new Error('useSteadyWorkshop outside the workshop frame')
  return open
}

/**
 * The replica of a board of this workshop, opened now if it was not. It stays open while this is on the page and a
 * little longer: do not dispose of it. `undefined` for a moment while it opens, and for a board that is not there.
 */
export function useBoard(boardId: string): BoardReplica | undefined {
  const { session, view } = useWorkshop()
  const info = view.boards[boardId]
  const doc = info?.gone === undefined ? info?.doc : undefined
  const role = view.me.role
  useEffect(() => {
    if (doc !== undefined) session.board(boardId, doc, role)
  }, [session, boardId, doc, role])
  useEffect(() => session.hold(boardId), [session, boardId])
  return useSyncExternalStore(
    (onChange) => session.subscribe(onChange),
    () => (doc === undefined ? undefined : session.openBoard(boardId)),
  )
}
