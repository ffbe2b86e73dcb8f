/** What others did on a board, summed up: for the live region and for *What changed*. Pure; the clock is elsewhere. */
import type { Figure, Note } from '@moot/board'

/** What happened to one note or figure, as a reader needs it. */
export type ChangeKind = 'added' | 'changed' | 'moved' | 'removed'
/** One note's change and the section it is in now (for `removed`: was in). */
export interface NoteChange {
  readonly id: string
  readonly kind: ChangeKind
  readonly region: string | null
  /** The kind of figure it is, where it is none of a note. */
  readonly figure?: Figure['kind']
}

/** A note without words is somebody about to write: there is nothing to tell yet. */
const isReadable = (note: Note | undefined): note is Note =>
  note !== undefined && note.gone === null && note.text.trim() !== ''

/**
 * What happened to a note between two readings; `undefined` where a reader would notice nothing. Where it lies on the
 * canvas and above which others does not count: the list does not show it.
 */
export function changeOf(before: Note | undefined, after: Note | undefined): NoteChange | undefined {
  const wasThere = isReadable(before)
  if (!isReadable(after)) {
    return wasThere ? { id: before.id, kind: 'removed', region: before.region } : undefined
  }
  const change = (kind: ChangeKind): NoteChange => ({ id: after.id, kind, region: after.region })
  if (!wasThere) return change('added')
  if (before.text !== after.text || before.color !== after.color) return change('changed')
  if (before.region !== after.region || before.theme !== after.theme) return change('moved')
  return undefined
}

/** A text box without words is somebody about to write; anything else drawn is there from its first point. */
const isSeen = (figure: Figure | undefined): figure is Figure =>
  figure !== undefined && figure.gone === null && (figure.kind !== 'text' || figure.text.trim() !== '')

/**
 * What happened to a figure between two readings; `undefined` where a reader would notice nothing. A stroke that grows
 * is still the one that was begun.
 *
 * @param key - what the list knows it by
 */
export function figureChangeOf(
  key: string,
  before: Figure | undefined,
  after: Figure | undefined,
): NoteChange | undefined {
  const wasThere = isSeen(before)
  if (!isSeen(after)) {
    return wasThere ? { id: key, kind: 'removed', region: before.region, figure: before.kind } : undefined
  }
  const change = (kind: ChangeKind): NoteChange => ({
    id: key,
    kind,
    region: after.region,
    figure: after.kind,
  })
  if (!wasThere) return change('added')
  if (looksOf(before) !== looksOf(after)) return change('changed')
  return before.region === after.region ? undefined : change('moved')
}

/** What a reader of the list is told of a figure, without its section. */
function looksOf(figure: Figure): string {
  const { color, size } = figure
  switch (figure.kind) {
    case 'ink':
      return `${color} ${size}`
    case 'arrow':
      return JSON.stringify([color, size, figure.text, figure.start.on, figure.end.on])
    case 'shape':
      return JSON.stringify([color, size, figure.text, figure.form, figure.fill])
    case 'text':
      return JSON.stringify([color, size, figure.text])
    case 'picture':
      return JSON.stringify([figure.text, figure.upload])
    default:
      return figure satisfies never
  }
}

/** Two changes of the same note as one; `undefined` where the second took the first back. */
export function merged(first: NoteChange | undefined, second: NoteChange): NoteChange | undefined {
  if (first === undefined) return second
  switch (second.kind) {
    case 'removed':
      return first.kind === 'added' ? undefined : second
    case 'added':
      return first.kind === 'removed' ? { ...second, kind: 'changed' } : second
    case 'changed':
      return first.kind === 'added' ? { ...second, kind: 'added' } : second
    case 'moved':
      return first.kind === 'added' || first.kind === 'changed' ? { ...second, kind: first.kind } : second
    default:
      return second.kind satisfies never
  }
}

/** Figures of one summary. */
export interface Summary {
  /** New notes by section, in the order in which they came. */
  readonly added: readonly { readonly region: string | null; readonly count: number }[]
  readonly changed: number
  readonly moved: number
  readonly removed: number
  /** Kinds of the figures that were added, changed, moved, removed; left out without any. */
  readonly figures?: Readonly<Record<ChangeKind, readonly Figure['kind'][]>>
}

/** Counts changes, one per note or figure. */
export function summaryOf(changes: Iterable<NoteChange>): Summary {
  const added = new Map<string | null, number>()
  const counts = { changed: 0, moved: 0, removed: 0 }
  const figures: Record<ChangeKind, Figure['kind'][]> = { added: [], changed: [], moved: [], removed: [] }
  let hasFigures = false
  for (const { kind, region, figure } of changes) {
    if (figure !== undefined) {
      figures[kind].push(figure)
      hasFigures = true
    } else if (kind === 'added') added.set(region, (added.get(region) ?? 0) + 1)
    else counts[kind] += 1
  }
  return {
    added: [...added].map(([region, count]) => ({ region, count })),
    ...counts,
    ...(hasFigures && { figures }),
  }
}

/** Whether a note or figure is new to this person or only different. */
export type UnseenKind = 'new' | 'changed'

/** What *What changed* still has to show, after one more change by somebody else. The same map where nothing differs. */
export function unseenAfter(
  unseen: ReadonlyMap<string, UnseenKind>,
  { id, kind, figure }: NoteChange,
): ReadonlyMap<string, UnseenKind> {
  // Forty strokes are one drawing: they are told of, and not gone through one by one.
  if (figure === 'ink') return unseen
  const known = unseen.get(id)
  const next = kind === 'removed' ? undefined : kind === 'added' || known === 'new' ? 'new' : 'changed'
  if (next === known) return unseen
  const map = new Map(unseen)
  if (next === undefined) map.delete(id)
  else map.set(id, next)
  return map
}
