/** Everybody's laser pointers on one canvas: the own one, which is also shown to others, and theirs. */
import type { Point } from '@moot/board'
import type { OtherPerson } from '../props.ts'
import { LaserTrail } from './LaserTrail.ts'

const OWN = 'own'

/** Trails of light by whose they are. */
export class Lasers {
  readonly #send: (points: readonly Point[] | null) => void
  readonly #trails = new Map<number | typeof OWN, LaserTrail>()
  /** The last bundle of each: presence repeats it whenever anything else changes. */
  readonly #heard = new Map<number, string>()
  readonly #listeners = new Set<() => void>()
  #isOn = false

  constructor(send: (points: readonly Point[] | null) => void) {
    this.#send = send
  }

  /** The own light goes here. */
  shine(at: Point): void {
    this.#isOn = true
    this.#trail(OWN).shine([at], performance.now())
    this.#send([at])
    this.#say()
  }

  /** The own light is off. */
  off(): void {
    if (!this.#isOn) return
    this.#isOn = false
    this.#trails.get(OWN)?.off()
    this.#send(null)
    this.#say()
  }

  /** Hears where others point. */
  hear(others: ReadonlyMap<number, OtherPerson>, now: number): void {
    let isChanged = false
    for (const [id, { laser }] of others) {
      const bundle = laser == null || laser.length === 0 ? '' : JSON.stringify(laser)
      if ((this.#heard.get(id) ?? '') === bundle) continue
      isChanged = true
      if (laser == null || bundle === '') {
        this.#heard.delete(id)
        this.#trails.get(id)?.off()
      } else {
        this.#heard.set(id, bundle)
        this.#trail(id).shine(
          laser.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)),
          now,
          true,
        )
      }
    }
    for (const id of this.#heard.keys()) {
      if (others.has(id)) continue
      this.#heard.delete(id)
      this.#trails.get(id)?.off()
      isChanged = true
    }
    if (isChanged) this.#say()
  }

  /** Trails with something to draw; those burnt out are forgotten. */
  *alight(now: number): Generator<readonly [string, LaserTrail]> {
    for (const [id, trail] of this.#trails) {
      trail.look(now)
      if (trail.isAlight) yield [String(id), trail]
      else this.#trails.delete(id)
    }
  }

  /** Calls `listener` when there may be something new to draw. Returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  dispose(): void {
    this.off()
    this.#trails.clear()
    this.#listeners.clear()
  }

  #trail(id: number | typeof OWN): LaserTrail {
    const known = this.#trails.get(id)
    if (known !== undefined) return known
    const made = new LaserTrail()
    this.#trails.set(id, made)
    return made
  }

  #say(): void {
    for (const listener of this.#listeners) listener()
  }
}
