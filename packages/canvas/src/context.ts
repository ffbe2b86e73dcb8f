/** Hands the session of this canvas to the parts that tldraw mounts for us. */
import { createContext, useContext } from 'react'
import type { CanvasSession } from './CanvasSession.ts'

/** The session that the parts below belong to. */
export const CanvasContext = createContext<CanvasSession | null>(null)

/** The session of this canvas. */
export function useCanvas(): CanvasSession {
  const session = useContext(CanvasContext)
  if (session === null) throw new Error('A part of the canvas stands outside it.')
  return session
}
