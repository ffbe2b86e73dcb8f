/**
 * Other people's cursors, drawn by hand: elements inside the board's own layer, so that moving the camera moves them
 * without any work, and a cursor's step re-renders nothing (C-5). CSS glides each from step to step.
 */
import type { Box, Point } from '@moot/board'
import type { OtherPerson } from './props.ts'

/** Longest name on a flag, in UTF-16 units. */
const NAME_MAX = 40

interface Drawn {
  readonly element: HTMLElement
  readonly name: HTMLElement
  at: string
  color: string
  shown: boolean
}

/** What the layer needs to know of the board. */
export interface CursorGround {
  readonly others: () => ReadonlyMap<number, OtherPerson>
  /** Part of the board in view, in canvas px. */
  readonly view: () => Box
  /** Where a note or figure is drawn. */
  readonly boxOf: (id: string) => Box | null
}

/** Ink that can be read on a colour given as `#rrggbb`; anything else gets white, as ink itself does. */
export function inkOn(color: string): string {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  if (hex === null) return '#ffffff'
  const [red, green, blue] = hex.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const light = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
  return light > 0.3 ? '#1b2430' : '#ffffff'
}

/** Where somebody is: their cursor, their laser pointer (a finger has no cursor), or what is in their hand. */
function placeOf(other: OtherPerson, boxOf: CursorGround['boxOf']): Point | null {
  const { drag, laser } = other
  const cursor = other.cursor ?? laser?.at(-1)
  if (cursor !== undefined && Number.isFinite(cursor.x) && Number.isFinite(cursor.y)) return cursor
  const [first] = drag?.ids ?? []
  const card = first === undefined ? null : boxOf(first)
  return card === null ? null : { x: card.x + card.w - 20, y: card.y + card.h - 16 }
}

const SVG = 'http://www.w3.org/2000/svg'

function arrow(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 18 20')
  svg.setAttribute('class', 'moot-cursor-arrow')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', 'M1.5 1.5 16 8.4 9.6 10.6 6.6 17.5Z')
  svg.append(path)
  return svg
}

/** The cursors in one layer. */
export class CursorLayer {
  readonly #host: HTMLElement
  readonly #ground: CursorGround
  readonly #drawn = new Map<number, Drawn>()

  constructor(host: HTMLElement, ground: CursorGround) {
    this.#host = host
    this.#ground = ground
  }

  /** Draws everybody where they are now; those out of view are not on the page's surface. */
  draw(): void {
    const others = this.#ground.others()
    const view = this.#ground.view()
    for (const [id, drawn] of this.#drawn) {
      if (others.has(id)) continue
      drawn.element.remove()
      this.#drawn.delete(id)
    }
    for (const [id, other] of others) {
      const at = placeOf(other, this.#ground.boxOf)
      const inView =
        at !== null && at.x >= view.x && at.x <= view.x + view.w && at.y >= view.y && at.y <= view.y + view.h
      const known = this.#drawn.get(id)
      if (!inView) {
        if (known?.shown === true) this.#show(known, false)
        continue
      }
      const drawn = known ?? this.#make(id)
      this.#dress(drawn, other)
      const transform = `translate(${Math.round(at.x * 10) / 10}px, ${Math.round(at.y * 10) / 10}px)`
      if (transform !== drawn.at) {
        drawn.at = transform
        drawn.element.style.transform = transform
      }
      if (!drawn.shown) this.#show(drawn, true)
    }
  }

  #make(id: number): Drawn {
    const element = document.createElement('div')
    element.className = 'moot-cursor'
    element.hidden = true
    const body = document.createElement('div')
    body.className = 'moot-cursor-body'
    const name = document.createElement('div')
    name.className = 'moot-cursor-name'
    body.append(arrow(), name)
    element.append(body)
    this.#host.append(element)
    const drawn: Drawn = { element, name, at: '', color: '', shown: false }
    this.#drawn.set(id, drawn)
    return drawn
  }

  #dress(drawn: Drawn, other: OtherPerson): void {
    const name = other.name.slice(0, NAME_MAX)
    if (drawn.name.textContent !== name) drawn.name.textContent = name
    const color = other.color ?? ''
    if (color === drawn.color) return
    drawn.color = color
    drawn.element.style.setProperty('--cursor', color)
    drawn.element.style.setProperty('--cursor-ink', color === '' ? '' : inkOn(color))
  }

  #show(drawn: Drawn, shown: boolean): void {
    drawn.shown = shown
    drawn.element.hidden = !shown
  }
}
