/** Which arrows stick to what, so that moving a note draws its arrows anew and nothing else. */
import type { BoardReading } from '@moot/board'
import { figureKey, keyOf } from './items.ts'

/** Arrows by what they stick to. */
export class ArrowIndex {
  readonly #board: Pick<BoardReading, 'drawings'>
  readonly #on = new Map<string, Set<string>>()
  readonly #ends = new Map<string, readonly string[]>()

  constructor(board: Pick<BoardReading, 'drawings'>) {
    this.#board = board
    for (const id of board.drawings.keys()) this.#read(id)
  }

  /** Takes in that these drawings changed. */
  update(ids: Iterable<string>): void {
    for (const id of ids) this.#read(id)
  }

  /** These keys, and those of the arrows that stick to them. */
  along(keys: Iterable<string>): Set<string> {
    const all = new Set(keys)
    if (this.#on.size === 0) return all
    for (const key of all) for (const arrow of this.#on.get(key) ?? []) all.add(figureKey(arrow))
    return all
  }

  #read(id: string): void {
    for (const key of this.#ends.get(id) ?? []) {
      const there = this.#on.get(key)
      there?.delete(id)
      if (there?.size === 0) this.#on.delete(key)
    }
    const drawing = this.#board.drawings.get(id)
    if (drawing?.kind !== 'arrow' || drawing.gone !== null) {
      this.#ends.delete(id)
      return
    }
    const keys = [drawing.start.on, drawing.end.on].flatMap((on) => (on === null ? [] : [keyOf(on)]))
    this.#ends.set(id, keys)
    for (const key of keys) {
      const there = this.#on.get(key)
      if (there === undefined) this.#on.set(key, new Set([id]))
      else there.add(id)
    }
  }
}
