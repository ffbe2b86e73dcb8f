/** One person's undo on one board: their own steps only, whatever others did meanwhile (design §5). */
import * as Y from 'yjs'
import type { Writer } from './operations.ts'

/** Undo and redo of one writer's own steps. */
export interface Undo {
  readonly canUndo: boolean
  readonly canRedo: boolean
  undo(): void
  redo(): void
  /** Ends the current step: what is written next is a step of its own. */
  checkpoint(): void
  /** Calls `listener` whenever `canUndo` or `canRedo` may have changed. Returns the way to stop. */
  onChange(listener: () => void): () => void
  dispose(): void
}

/** Typing within this time of the last letter belongs to the same step, in ms. */
const TYPING_PAUSE_MS = 600

/**
 * Whether taking this value away would leave its group without any: somebody else's value stands between it and the one
 * that would come back, so undo leaves it. Only `gone` is taken away without another in its place.
 */
function isSoleValue({ parent, parentSub, id }: Y.Item): boolean {
  if (parentSub === null || parentSub === 'gone' || !(parent instanceof Y.Map)) return false
  const current = parent._map.get(parentSub)
  return current !== undefined && Y.compareIDs(current.id, id)
}

/** Watches a writer's transactions, recognised by their origin. Sections and template furniture are not undone. */
export function makeUndo(writer: Pick<Writer, 'board' | 'origin'>): Undo {
  const { doc } = writer.board
  const manager = new Y.UndoManager(
    [doc.getMap('notes'), doc.getMap('themes'), doc.getMap('links'), doc.getMap('drawings')],
    {
      trackedOrigins: new Set([writer.origin]),
      captureTimeout: TYPING_PAUSE_MS,
      deleteFilter: (item) => !isSoleValue(item),
    },
  )
  return {
    get canUndo() {
      return manager.canUndo()
    },
    get canRedo() {
      return manager.canRedo()
    },
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
    checkpoint: () => manager.stopCapturing(),
    onChange(listener) {
      manager.on('stack-item-added', listener)
      manager.on('stack-item-popped', listener)
      manager.on('stack-cleared', listener)
      return () => {
        manager.off('stack-item-added', listener)
        manager.off('stack-item-popped', listener)
        manager.off('stack-cleared', listener)
      }
    },
    dispose: () => manager.destroy(),
  }
}
