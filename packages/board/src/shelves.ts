/** Laying out notes in rows and themes in blocks, round whatever is in the way: the geometry of *Tidy up*. */
import type { Box, Point } from './layout.ts'
import { THEME_HEAD, THEME_PAD } from './layout.ts'
import { NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH } from './schema.ts'

/** A part of the board to lay out in, in canvas px; the last one of several has no bottom (`Infinity`). */
export interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Notes that stay together: a theme's, which get a block with room for its outline and title, or notes in no theme. */
export interface Group {
  readonly isTheme: boolean
  readonly ids: readonly string[]
}

/** Space between blocks, in canvas px. */
export const BLOCK_GAP = 16
/** Columns that a block of a theme has room for before it becomes as wide as it is high. */
const BLOCK_COLUMNS = 3
/** Side of the squares that what is in the way is found by, in canvas px. */
const SQUARE = 256
/** What covers more squares than this is looked at every time. */
const SQUARES_MAX = 400

const stepX = NOTE_WIDTH + NOTE_GAP
const stepY = NOTE_HEIGHT + NOTE_GAP

/** What is in the way, found by squares, so that thousands of things cost little. */
class Taken {
  readonly #squares = new Map<string, Box[]>()
  readonly #large: Box[] = []

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.add(box)
  }

  add(box: Box): void {
    const squares = squaresOf(box)
    if (squares === undefined) this.#large.push(box)
    for (const square of squares ?? []) {
      const there = this.#squares.get(square)
      if (there) there.push(box)
      else this.#squares.set(square, [box])
    }
  }

  /** How far right or down one must go from here to be clear of what is in the way; `undefined` where nothing is. */
  clearOf(box: Box): { readonly right: number; readonly bottom: number } | undefined {
    let right = -Infinity
    let bottom = -Infinity
    const look = (other: Box): void => {
      if (!areClose(box, other)) return
      right = Math.max(right, other.x + other.w)
      bottom = Math.max(bottom, other.y + other.h)
    }
    for (const other of this.#large) look(other)
    for (const square of squaresOf(grown(box)) ?? this.#squares.keys())
      for (const other of this.#squares.get(square) ?? []) look(other)
    return right === -Infinity ? undefined : { right, bottom }
  }
}

const grown = ({ x, y, w, h }: Box): Box => ({
  x: x - NOTE_GAP,
  y: y - NOTE_GAP,
  w: w + 2 * NOTE_GAP,
  h: h + 2 * NOTE_GAP,
})

/** Whether two boxes are nearer to each other than notes in a row. */
function areClose(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.w + NOTE_GAP &&
    b.x < a.x + a.w + NOTE_GAP &&
    a.y < b.y + b.h + NOTE_GAP &&
    b.y < a.y + a.h + NOTE_GAP
  )
}

function squaresOf({ x, y, w, h }: Box): string[] | undefined {
  const [left, top, right, bottom] = [x, y, x + w, y + h].map((side) => Math.floor(side / SQUARE))
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined
  if (!((right - left + 1) * (bottom - top + 1) <= SQUARES_MAX)) return undefined
  const squares: string[] = []
  for (let column = left; column <= right; column += 1)
    for (let row = top; row <= bottom; row += 1) squares.push(`${column} ${row}`)
  return squares
}

/** Columns of notes in an area, and where the first one is, so that they stand in the middle. */
function columnsOf({ left, right }: Area): { readonly count: number; readonly from: number } {
  const count = Math.max(1, Math.floor((right - left + NOTE_GAP) / stepX))
  const from = left + Math.max(0, (right - left - (count * stepX - NOTE_GAP)) / 2)
  return { count, from: Math.round(from) }
}

/** A theme's block: its columns, and its size with outline and title, in canvas px. */
export function blockOf(
  count: number,
  width: number,
): { readonly columns: number; readonly w: number; readonly h: number } {
  const most = Math.max(1, Math.floor((width - 2 * THEME_PAD + NOTE_GAP) / stepX))
  const wide = Math.max(1, Math.min(most, count, Math.max(BLOCK_COLUMNS, Math.ceil(Math.sqrt(count)))))
  const rows = Math.max(1, Math.ceil(count / wide))
  // As few columns as give the same rows: four notes are two and two, not three and one.
  const columns = Math.max(1, Math.ceil(count / rows))
  return {
    columns,
    w: columns * stepX - NOTE_GAP + 2 * THEME_PAD,
    h: THEME_HEAD + rows * stepY - NOTE_GAP + THEME_PAD,
  }
}

/**
 * Places for notes, group after group in reading order: themes as blocks side by side, then notes in no theme in rows.
 * Where an area is full the next one goes on; the last one never is. Nothing comes nearer to anything than notes in a
 * row are to each other.
 *
 * @param taken - boxes of what stays where it is
 * @returns top left of every note, in whole canvas px, by id
 */
export function shelve(
  groups: readonly Group[],
  areas: readonly [Area, ...Area[]],
  taken: readonly Box[],
): Map<string, Point> {
  const shelves = new Shelves(areas, taken)
  for (const { isTheme, ids } of groups) {
    if (isTheme) shelves.addBlock(ids)
    else shelves.addRows(ids)
  }
  return shelves.places
}

class Shelves {
  readonly places = new Map<string, Point>()
  readonly #taken: Taken
  readonly #further: Area[]
  #area: Area
  /** Top of the row or shelf that is being filled. */
  #y: number
  /** Where the next block on this shelf begins, and the height of the highest on it; 0 where it is empty. */
  #x = 0
  #tall = 0

  constructor([first, ...further]: readonly [Area, ...Area[]], taken: readonly Box[]) {
    this.#taken = new Taken(taken)
    this.#area = first
    this.#further = further
    this.#y = Math.ceil(first.top)
  }

  addBlock(ids: readonly string[]): void {
    if (ids.length === 0) return
    for (;;) {
      this.#leaveFull(THEME_HEAD + NOTE_HEIGHT + THEME_PAD)
      const area = this.#area
      const { columns, w, h } = blockOf(ids.length, area.right - area.left)
      const start = Math.round(Math.max(area.left, columnsOf(area).from - THEME_PAD))
      let x = this.#tall === 0 ? start : this.#x
      let lower = Infinity
      while (x === start || x + w <= area.right) {
        const block = { x, y: this.#y, w, h }
        const clear = this.#taken.clearOf(block)
        if (clear === undefined) {
          this.#taken.add(block)
          this.#x = x + w + BLOCK_GAP
          this.#tall = Math.max(this.#tall, h)
          this.#fill(ids, columns, x + THEME_PAD, this.#y + THEME_HEAD)
          return
        }
        lower = Math.min(lower, clear.bottom)
        x = Math.ceil(clear.right + BLOCK_GAP)
      }
      if (this.#tall > 0) this.#endShelf()
      else this.#y = Math.ceil(lower + BLOCK_GAP)
    }
  }

  addRows(ids: readonly string[]): void {
    this.#endShelf()
    let done = 0
    while (done < ids.length) {
      this.#leaveFull(NOTE_HEIGHT)
      const columns = columnsOf(this.#area)
      const before = done
      let lower = Infinity
      for (let column = 0; column < columns.count; column += 1) {
        const id = ids[done]
        if (id === undefined) break
        const box = { x: columns.from + column * stepX, y: this.#y, w: NOTE_WIDTH, h: NOTE_HEIGHT }
        const clear = this.#taken.clearOf(box)
        if (clear !== undefined) {
          lower = Math.min(lower, clear.bottom)
          continue
        }
        this.#taken.add(box)
        this.places.set(id, { x: box.x, y: box.y })
        done += 1
      }
      this.#y = done > before ? this.#y + stepY : Math.ceil(lower + NOTE_GAP)
    }
  }

  #fill(ids: readonly string[], columns: number, left: number, top: number): void {
    ids.forEach((id, index) => {
      const row = Math.floor(index / columns)
      this.places.set(id, { x: left + (index % columns) * stepX, y: top + row * stepY })
    })
  }

  #endShelf(): void {
    if (this.#tall === 0) return
    this.#y += this.#tall + BLOCK_GAP
    this.#tall = 0
  }

  /** Goes on in the next area where not even one row of notes fits under here any more. */
  #leaveFull(height: number): void {
    while (this.#y + height > this.#area.bottom) {
      const next = this.#further.shift()
      if (next === undefined) return
      this.#area = next
      this.#y = Math.ceil(next.top)
      this.#tall = 0
    }
  }
}
