/**
 * Outlines of the letters of one TrueType file. The drawing library opens the file anew for every letter it draws: for
 * a few hundred words nobody notices, for a thousand notes it is most of the time. Small words are drawn from here
 * instead, without kerning, which nobody could see at that size.
 */

/** One letter: where its outline begins and how it goes on from there, in our units, y downwards. */
interface Letter {
  readonly advance: number
  readonly start: readonly [number, number]
  /** Relative path data; '' for a space. */
  readonly rest: string
}

interface Point {
  readonly x: number
  readonly y: number
  readonly isOn: boolean
}

/** Flags of a point and of a part, as the OpenType specification numbers them. */
const POINT = { on: 0x01, xShort: 0x02, yShort: 0x04, repeat: 0x08, xSame: 0x10, ySame: 0x20 } as const
const PART = {
  words: 0x01,
  areOffsets: 0x02,
  scale: 0x08,
  more: 0x20,
  twoScales: 0x40,
  matrix: 0x80,
} as const
/** Parts within parts; deeper is no letter. */
const DEPTH_MAX = 4

/** The outlines of one font file, read letter by letter. */
export class Typeface {
  /** Units of the outlines for each em: fine enough for small words, and short to write down. */
  readonly unitsPerEm = 250
  /** Those of the file for each of ours. */
  readonly #step: number
  readonly #view: DataView
  readonly #tables: ReadonlyMap<string, number>
  readonly #glyphs: ReadonlyMap<number, number>
  readonly #letters = new Map<string, Letter | null>()
  readonly #isLong: boolean
  readonly #metrics: number

  /** @param bytes - a whole TrueType file */
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const tables = new Map<string, number>()
    for (let index = 0; index < this.#view.getUint16(4); index += 1) {
      const at = 12 + index * 16
      const name = String.fromCodePoint(...bytes.subarray(at, at + 4))
      tables.set(name, this.#view.getUint32(at + 8))
    }
    this.#tables = tables
    this.#step = this.#view.getUint16(this.#table('head') + 18) / this.unitsPerEm
    this.#isLong = this.#view.getInt16(this.#table('head') + 50) === 1
    this.#metrics = this.#view.getUint16(this.#table('hhea') + 34)
    this.#glyphs = this.#readCmap()
  }

  /** Whether it has this letter. */
  has(char: string): boolean {
    return this.#glyphs.has(char.codePointAt(0) ?? 0)
  }

  /** A line of words as path data from its baseline's beginning, in our units; `null` where it lacks a letter. */
  line(words: string): string | null {
    let path = ''
    let pen = 0
    for (const char of words) {
      const letter = this.#letter(char)
      if (letter === null) return null
      const [x, y] = letter.start
      if (letter.rest !== '') path += `M${Math.round(pen) + x} ${y}${letter.rest}`
      pen += letter.advance
    }
    return path
  }

  #table(name: string): number {
    const at = this.#tables.get(name)
    if (at === undefined) throw new Error(`the typeface has no ${name}`)
    return at
  }

  /** The letters of the file's Unicode table of format 4: those of the first plane. */
  #readCmap(): Map<number, number> {
    const view = this.#view
    const cmap = this.#table('cmap')
    const found = new Map<number, number>()
    for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
      const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4)
      const format = view.getUint16(at)
      if (format === 4) this.#readSegments(at, found)
      else if (format === 12) this.#readGroups(at, found)
    }
    return found
  }

  #readSegments(at: number, found: Map<number, number>): void {
    const view = this.#view
    const twice = view.getUint16(at + 6)
    for (let offset = 0; offset < twice; offset += 2) {
      const end = view.getUint16(at + 14 + offset)
      const start = view.getUint16(at + 16 + twice + offset)
      const delta = view.getInt16(at + 16 + 2 * twice + offset)
      const rangeAt = at + 16 + 3 * twice + offset
      const range = view.getUint16(rangeAt)
      for (let code = start; code <= end && code !== 0xffff; code += 1) {
        const glyph = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start))
        if (glyph !== 0) found.set(code, (glyph + delta) & 0xffff)
      }
    }
  }

  #readGroups(at: number, found: Map<number, number>): void {
    const view = this.#view
    for (let index = 0; index < view.getUint32(at + 12); index += 1) {
      const group = at + 16 + index * 12
      const start = view.getUint32(group)
      const glyph = view.getUint32(group + 8)
      for (let code = start; code <= view.getUint32(group + 4); code += 1)
        found.set(code, glyph + code - start)
    }
  }

  #letter(char: string): Letter | null {
    const known = this.#letters.get(char)
    if (known !== undefined) return known
    const glyph = this.#glyphs.get(char.codePointAt(0) ?? 0)
    const letter = glyph === undefined ? null : this.#draw(glyph)
    this.#letters.set(char, letter)
    return letter
  }

  #draw(glyph: number): Letter {
    const at = this.#table('hmtx') + 4 * Math.min(glyph, this.#metrics - 1)
    const advance = this.#view.getUint16(at) / this.#step
    let start: readonly [number, number] | undefined
    let [atX, atY] = [0, 0]
    let rest = ''
    for (const contour of this.#contours(glyph, 0)) {
      const [first, ...steps] = quadratics(contour).map((step) =>
        step.map((value) => Math.round(value / this.#step)),
      )
      if (first === undefined) continue
      const [x = 0, y = 0] = first
      if (start === undefined) start = [x, y]
      else rest += `m${pair(x - atX, y - atY)}`
      // A closed contour ends where it began, and the next counts from there.
      ;[atX, atY] = [x, y]
      let [fromX, fromY] = [x, y]
      for (const step of steps) {
        const toX = step.at(-2) ?? fromX
        const toY = step.at(-1) ?? fromY
        if (step.length === 4) rest += `q${pair((step[0] ?? 0) - fromX, (step[1] ?? 0) - fromY)}`
        if (step.length === 4) rest += ` ${pair(toX - fromX, toY - fromY)}`
        else if (toY === fromY) rest += toX === fromX ? '' : `h${toX - fromX}`
        else if (toX === fromX) rest += `v${toY - fromY}`
        else rest += `l${pair(toX - fromX, toY - fromY)}`
        fromX = toX
        fromY = toY
      }
      rest += 'z'
    }
    return { advance, start: start ?? [0, 0], rest }
  }

  #contours(glyph: number, depth: number): Point[][] {
    const view = this.#view
    const loca = this.#table('loca')
    const offset = (index: number): number =>
      this.#isLong ? view.getUint32(loca + 4 * index) : 2 * view.getUint16(loca + 2 * index)
    if (offset(glyph) === offset(glyph + 1)) return []
    const at = this.#table('glyf') + offset(glyph)
    const count = view.getInt16(at)
    return count >= 0 ? this.#simple(at, count) : this.#composed(at, depth)
  }

  #simple(at: number, count: number): Point[][] {
    const view = this.#view
    const ends = Array.from({ length: count }, (_, index) => view.getUint16(at + 10 + 2 * index))
    const total = (ends.at(-1) ?? -1) + 1
    let next = at + 10 + 2 * count
    next += 2 + view.getUint16(next)
    const flags: number[] = []
    while (flags.length < total) {
      const flag = view.getUint8(next)
      next += 1
      let times = 1
      if ((flag & POINT.repeat) !== 0) {
        times += view.getUint8(next)
        next += 1
      }
      for (; times > 0; times -= 1) flags.push(flag)
    }
    const along = (short: number, same: number): number[] => {
      let value = 0
      return flags.map((flag) => {
        if ((flag & short) !== 0) {
          const step = view.getUint8(next)
          next += 1
          value += (flag & same) === 0 ? -step : step
        } else if ((flag & same) === 0) {
          value += view.getInt16(next)
          next += 2
        }
        return value
      })
    }
    const xs = along(POINT.xShort, POINT.xSame)
    const ys = along(POINT.yShort, POINT.ySame)
    let from = 0
    return ends.map((end) => {
      const contour: Point[] = []
      for (let index = from; index <= end; index += 1)
        contour.push({
          x: xs[index] ?? 0,
          y: -(ys[index] ?? 0),
          isOn: ((flags[index] ?? 0) & POINT.on) !== 0,
        })
      from = end + 1
      return contour
    })
  }

  /** A letter made of others, such as one with an accent. Parts that are turned or scaled are scaled only. */
  #composed(at: number, depth: number): Point[][] {
    if (depth > DEPTH_MAX) return []
    const view = this.#view
    const contours: Point[][] = []
    let next = at + 10
    let flags: number = PART.more
    while ((flags & PART.more) !== 0) {
      flags = view.getUint16(next)
      const glyph = view.getUint16(next + 2)
      next += 4
      const isWide = (flags & PART.words) !== 0
      const dx = isWide ? view.getInt16(next) : view.getInt8(next)
      const dy = isWide ? view.getInt16(next + 2) : view.getInt8(next + 1)
      next += isWide ? 4 : 2
      let [scaleX, scaleY] = [1, 1]
      const part = (index: number): number => view.getInt16(next + 2 * index) / 16_384
      if ((flags & PART.scale) !== 0) {
        scaleX = scaleY = part(0)
        next += 2
      } else if ((flags & PART.twoScales) !== 0) {
        ;[scaleX, scaleY] = [part(0), part(1)]
        next += 4
      } else if ((flags & PART.matrix) !== 0) {
        ;[scaleX, scaleY] = [part(0), part(3)]
        next += 8
      }
      const [moveX, moveY] = (flags & PART.areOffsets) === 0 ? [0, 0] : [dx, -dy]
      for (const contour of this.#contours(glyph, depth + 1))
        contours.push(
          contour.map(({ x, y, isOn }) => ({
            x: Math.round(x * scaleX) + moveX,
            y: Math.round(y * scaleY) + moveY,
            isOn,
          })),
        )
    }
    return contours
  }
}

/** Two numbers as a path writes them: a minus parts them as well as a space does. */
const pair = (x: number, y: number): string => `${x}${y < 0 ? '' : ' '}${y}`

/** A contour as its first point, then lines (x, y) and curves (control x, y, end x, y), in whole units. */
function quadratics(contour: readonly Point[]): number[][] {
  const [first] = contour
  if (first === undefined || contour.length < 2) return []
  const middle = (a: Point, b: Point): Point => ({
    x: Math.round((a.x + b.x) / 2),
    y: Math.round((a.y + b.y) / 2),
    isOn: true,
  })
  const begin = contour.findIndex(({ isOn }) => isOn)
  // Without any point on it, a contour begins half way between its last control and its first.
  const start = contour[begin] ?? middle(contour.at(-1) ?? first, first)
  const rest = begin < 0 ? contour : [...contour.slice(begin + 1), ...contour.slice(0, begin)]
  const out: number[][] = [[start.x, start.y]]
  let control: Point | null = null
  for (const point of [...rest, start]) {
    if (control === null) {
      if (point.isOn) out.push([point.x, point.y])
      else control = point
      continue
    }
    const to: Point = point.isOn ? point : middle(control, point)
    out.push([control.x, control.y, to.x, to.y])
    control = point.isOn ? null : point
  }
  return out
}
