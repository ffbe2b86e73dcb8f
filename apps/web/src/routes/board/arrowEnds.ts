/** What an arrow's ends stick to, as a reader may know it: words of what is hidden or deleted stay where they are. */
import type { ArrowEnd, Figure, Note, ReadableBoard } from '@moot/board'
import { isFigure } from '@moot/board'

/** What one end of an arrow comes to. Only what is in sight has a name and can be gone to. */
export type EndSeen =
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'free' | 'deleted' | 'hidden' | 'unknown' }

/** Looks up one end. */
export function endSeen(board: ReadableBoard, { on }: ArrowEnd): EndSeen {
  if (on === null) return { kind: 'free' }
  if (on.root === 'notes') {
    const note = board.notes.get(on.id)
    if (note === undefined) return { kind: 'unknown' }
    return note.gone === null ? { kind: 'note', note } : { kind: lost(note.gone.how) }
  }
  const figure = board.drawings.get(on.id)
  if (figure === undefined || !isFigure(figure)) return { kind: 'unknown' }
  return figure.gone === null ? { kind: 'figure', figure } : { kind: lost(figure.gone.how) }
}

function lost(how: NonNullable<Note['gone']>['how']): 'deleted' | 'hidden' | 'unknown' {
  switch (how) {
    case 'deleted':
    case 'cleared':
    case 'merged':
      return 'deleted'
    case 'hidden':
      return 'hidden'
    case 'undone':
    case 'empty':
      return 'unknown'
    default:
      return how satisfies never
  }
}
