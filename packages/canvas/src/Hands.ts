/**
 * Everything that is in a hand just now, one's own or another's: how far it is from where the document has it, and what
 * it looks like while it is being changed. Nothing here is ever written (C-2).
 */
import type { Anchors, ArrowEnd, BoardReading, Drawing, Figure, Note, Point } from '@moot/board'
import { byStack, isFigure, ordersBetween } from '@moot/board'
import { figureKey, itemOf, noteKey } from './items.ts'
import { OtherDrags } from './OtherDrags.ts'
import type { OtherPerson } from './props.ts'

/** Where something held is drawn, from where the document has it; `z` is its stacking meanwhile, `null` for its own. */
export interface Held {
  readonly dx: number
  readonly dy: number
  readonly z: string | null
}

interface OwnDrag {
  readonly stacks: ReadonlyMap<string, string>
  readonly dx: number
  readonly dy: number
}

/** Where something is let go. */
export interface Dropped {
  readonly key: string
  readonly to: Point
  readonly z: string
}

const STILL: Held = { dx: 0, dy: 0, z: null }

/** What all hands hold on one board. */
export class Hands {
  readonly #board: BoardReading
  readonly #others: OtherDrags
  #own: OwnDrag | null = null
  #instead: Figure | null = null

  constructor(board: BoardReading) {
    this.#board = board
    this.#others = new OtherDrags(board)
  }

  /** Whether one's own hand drags something. */
  get isDragging(): boolean {
    return this.#own !== null
  }
  /** The figure one's own hand is changing, as it is drawn. */
  get reshaped(): Figure | null {
    return this.#instead
  }
  /** Whether things in others' hands are still on their way. */
  get isGliding(): boolean {
    return this.#others.busy
  }

  /** Holds these away from where they are. */
  drag(keys: readonly string[], dx: number, dy: number): { readonly dx: number; readonly dy: number } {
    const stacks = this.#own?.stacks ?? this.#stacksAbove(keys)
    this.#own = { stacks, dx: Math.round(dx), dy: Math.round(dy) }
    return this.#own
  }

  /** Lets go. Returns what was held, and where each was let go if it was moved at all. */
  letGo(): { readonly keys: readonly string[]; readonly drops: readonly Dropped[] } {
    const own = this.#own
    this.#own = null
    if (own === null) return { keys: [], drops: [] }
    const keys = [...own.stacks.keys()]
    if (own.dx === 0 && own.dy === 0) return { keys, drops: [] }
    const drops = [...own.stacks].flatMap(([key, z]) => {
      const there = this.#inSight(key)
      return there === null ? [] : [{ key, to: { x: there.x + own.dx, y: there.y + own.dy }, z }]
    })
    return { keys, drops }
  }

  /** Draws this in place of the figure of the same id; `null` ends it. */
  reshape(figure: Figure | null): void {
    this.#instead = figure
  }

  /** Takes in what others show now; returns the keys concerned. */
  hear(others: ReadonlyMap<number, OtherPerson>, now: number, gliding: boolean): string[] {
    return this.#others.hear(others, now, gliding)
  }
  /** The document changed these. */
  landed(keys: Iterable<string>): void {
    this.#others.landed(keys)
  }
  /** One frame of gliding; returns what moved. */
  step(now: number): string[] {
    return this.#others.step(now)
  }

  /** How something is held. */
  held(key: string): Held {
    const z = this.#own?.stacks.get(key)
    if (this.#own !== null && z !== undefined) return { dx: this.#own.dx, dy: this.#own.dy, z }
    const offset = this.#others.offset(key)
    return offset === null ? STILL : { ...offset, z: null }
  }

  /** A figure as it is drawn: as one's own hand is changing it, or itself. */
  instead(figure: Figure): Figure {
    return this.#instead?.id === figure.id ? this.#instead : figure
  }

  /** What an arrow sticks to, where it is drawn now. */
  anchors(figure: Figure): Anchors {
    if (figure.kind !== 'arrow') return this.#board
    if (this.#own === null && this.#instead === null && !this.#others.busy) return this.#board
    const notes = new Map<string, Note>()
    const drawings = new Map<string, Drawing>()
    const take = ({ on }: ArrowEnd): void => {
      if (on === null) return
      if (on.root === 'notes') {
        const note = this.#board.notes.get(on.id)
        if (note !== undefined) notes.set(on.id, this.#moved(noteKey(on.id), note))
        return
      }
      const drawing = this.#board.drawings.get(on.id)
      if (drawing !== undefined && isFigure(drawing))
        drawings.set(on.id, this.#moved(figureKey(on.id), this.instead(drawing)))
    }
    take(figure.start)
    take(figure.end)
    return { notes, drawings }
  }

  #moved<T extends Point>(key: string, value: T): T {
    const { dx, dy } = this.held(key)
    return dx === 0 && dy === 0 ? value : { ...value, x: value.x + dx, y: value.y + dy }
  }

  #inSight(key: string): Note | Figure | null {
    const { root, id } = itemOf(key)
    const found = root === 'notes' ? this.#board.notes.get(id) : this.#board.drawings.get(id)
    if (found === undefined || ('kind' in found && !isFigure(found))) return null
    return found.gone === null ? found : null
  }

  /** Stacking orders over everything that is not held; their own where they are on top already. */
  #stacksAbove(keys: readonly string[]): Map<string, string> {
    const held = keys
      .flatMap((key) => {
        const found = this.#inSight(key)
        return found === null ? [] : [{ key, id: found.id, z: found.z }]
      })
      .toSorted(byStack)
    const own = new Set(keys)
    let top: string | null = null
    const lift = (z: string): void => {
      if (top === null || z > top) top = z
    }
    for (const note of this.#board.notes.values()) if (!own.has(noteKey(note.id))) lift(note.z)
    for (const drawing of this.#board.drawings.values())
      if (isFigure(drawing) && !own.has(figureKey(drawing.id))) lift(drawing.z)
    const isOnTop = held.every(
      ({ z }, index) => (top === null || z > top) && (index === 0 || z > (held[index - 1]?.z ?? '')),
    )
    const stacks = isOnTop ? held.map(({ z }) => z) : ordersBetween(top, null, held.length)
    return new Map(held.map(({ key, z }, index) => [key, stacks[index] ?? z]))
  }
}
