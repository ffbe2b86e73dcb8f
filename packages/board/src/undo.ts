/** One person's undo on one board: their own steps only, whatever others did meanwhile (design §5). */
import * as Y from 'yjs'
import type { Writer } from './writer.ts'
import { entities } from './schema.ts'

/** Undo and redo of one writer's own steps. */
export interface Undo {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /**
   * Takes back the last step. Where that leaves a note or a text box without words whose making is the step before, it
   * goes with it: an empty card is nothing anybody wanted back.
   *
   * @param isWriting - from within its editor: only the words, so that it stays under the hand
   */
  undo(isWriting?: boolean): void
  /** Does the last step taken back again, and the one that `undo` took back with it. */
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

/** What is nothing without words, and has none: `root` and id. */
function emptyItems({ notes, drawings }: Writer['board']): (readonly ['notes' | 'drawings', string])[] {
  const empty: (readonly ['notes' | 'drawings', string])[] = []
  for (const { id, gone, text } of notes.values())
    if (gone === null && text.trim() === '') empty.push(['notes', id])
  for (const drawing of drawings.values())
    if (drawing.kind === 'text' && drawing.gone === null && drawing.text.trim() === '')
      empty.push(['drawings', drawing.id])
  return empty
}

/** Whether a step brought this into sight: it took away the `gone` that it was made with. */
function isMadeBy(
  doc: Y.Doc,
  root: 'notes' | 'drawings',
  id: string,
  step: Y.UndoManager['undoStack'][number],
): boolean {
  const gone = entities(doc, root).get(id)?._map.get('gone')
  return gone !== undefined && gone.deleted && Y.isDeleted(step.deletions, gone.id)
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
  /** Steps on the way to redo that belong to the one above them. */
  const together = new WeakSet<object>()
  return {
    get canUndo() {
      return manager.canUndo()
    },
    get canRedo() {
      return manager.canRedo()
    },
    undo(isWriting = false) {
      const before = new Set(emptyItems(writer.board).map((each) => each.join(' ')))
      manager.undo()
      if (isWriting) return
      const step = manager.undoStack.at(-1)
      const emptied = emptyItems(writer.board).filter((each) => !before.has(each.join(' ')))
      if (step === undefined || !emptied.some(([root, id]) => isMadeBy(doc, root, id, step))) return
      const words = manager.redoStack.at(-1)
      if (words !== undefined) together.add(words)
      manager.undo()
    },
    redo() {
      manager.redo()
      const next = manager.redoStack.at(-1)
      if (next !== undefined && together.delete(next)) manager.redo()
    },
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
