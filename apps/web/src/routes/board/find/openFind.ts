/** Whether *Find* is open, and what was looked for last. */
import { create } from 'zustand'

interface FindState {
  readonly isOpen: boolean
  /** Kept until the page is closed: one often looks again. */
  readonly query: string
}

/** For `FindHost` and the dialog. */
export const useFind = create<FindState>()(() => ({ isOpen: false, query: '' }))

/** Opens *Find*; the board's screen shows it. */
export function openFind(): void {
  useFind.setState({ isOpen: true })
}

/** Closes it. */
export function closeFind(): void {
  useFind.setState({ isOpen: false })
}
