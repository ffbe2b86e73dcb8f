/** Whether there is a step of this person's to take back, or to do again. */
import type { Undo } from '@moot/board'
import { useSyncExternalStore } from 'react'

/** Re-renders when either changes. */
export function useUndoable(undo: Undo): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const canUndo = useSyncExternalStore(undo.onChange, () => undo.canUndo)
  const canRedo = useSyncExternalStore(undo.onChange, () => undo.canRedo)
  return { canUndo, canRedo }
}
