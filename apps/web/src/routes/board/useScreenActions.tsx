/** The actions of the board screen with the questions they ask. */
import type { BoardReplica } from '@moot/client'
import type { ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import type { Question } from '../../parts/useConfirm.tsx'
import { useConfirm } from '../../parts/useConfirm.tsx'
import type { BasicActions } from './basicActions.ts'
import { makeBasicActions } from './basicActions.ts'

/** Puts actions together with a confirmation dialog; show `confirmDialog` somewhere. */
export function useScreenActions(replica: BoardReplica): {
  readonly actions: BasicActions
  readonly confirm: (question: Question) => Promise<boolean>
  readonly confirmDialog: ReactNode
} {
  const { confirm, confirmDialog } = useConfirm()
  const actions = useMemo(() => makeBasicActions(replica), [replica])
  return { actions, confirm, confirmDialog }
}

/** Where keys are somebody else's: fields, menus, dialogs. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="alertdialog"]'

/** Ctrl+Z and Ctrl+Y anywhere on the board, except in fields with an undo of their own. */
export function useUndoKeys(actions: BasicActions, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const handle = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
      if (event.target instanceof Element && event.target.closest(OWN_KEYS) !== null) {
        // A tick box has no undo of its own.
        if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'checkbox') return
      }
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'z' && !event.shiftKey) actions.undo()
      else actions.redo()
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [actions, isOn])
}
