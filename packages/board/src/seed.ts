/** Setting a new board out from a template's data. The server alone does this, once, before anybody opens the board. */
import * as Y from 'yjs'
import type { BezierSegment, Groups } from './schema.ts'
import { BOARD_SCHEMA, entities } from './schema.ts'
import { ordersBetween } from './order.ts'

/** A section as a template describes it; `x … h` in canvas px. */
export interface SeedRegion {
  readonly tag: string
  readonly title: string
  readonly prompt: string
  readonly hue?: string | undefined
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Something drawn behind the notes that nobody picks up. */
export type SeedFurniture =
  | { readonly kind: 'frame'; readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  | {
      readonly kind: 'label'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly align: 'start' | 'end'
    }
  | {
      readonly kind: 'curve'
      readonly segments: readonly BezierSegment[]
      readonly dash: 'solid' | 'dashed' | 'dotted'
      readonly hue: string
      readonly label: string
      readonly labelAt: readonly [number, number]
    }

/** All that a template puts on a board. */
export interface BoardSeed {
  readonly template: string
  readonly regions: readonly SeedRegion[]
  readonly furniture: readonly SeedFurniture[]
}

/** Writes a template into an empty document, in one transaction. Ids follow the order: `r1` …, `f1` …. */
export function seedBoard(doc: Y.Doc, seed: BoardSeed, origin: unknown): void {
  doc.transact(() => {
    const meta = doc.getMap<unknown>('meta')
    meta.set('schema', BOARD_SCHEMA)
    meta.set('template', seed.template)
    const orders = ordersBetween(null, null, seed.regions.length)
    seed.regions.forEach((region, index) => {
      const groups: Groups = new Y.Map<unknown>()
      groups.set('base', { kind: 'region', tag: region.tag, order: orders[index], hue: region.hue ?? '' })
      groups.set('box', [region.x, region.y, region.w, region.h].map(Math.round))
      groups.set('label', { title: region.title, prompt: region.prompt })
      entities(doc, 'regions').set(`r${index + 1}`, groups)
    })
    seed.furniture.forEach((piece, index) => {
      const groups: Groups = new Y.Map<unknown>()
      groups.set('base', { kind: piece.kind, by: null, furniture: true })
      groups.set('shape', shapeOf(piece))
      entities(doc, 'drawings').set(`f${index + 1}`, groups)
    })
  }, origin)
}

function shapeOf(piece: SeedFurniture): unknown {
  switch (piece.kind) {
    case 'frame':
      return { box: [piece.x, piece.y, piece.w, piece.h].map(Math.round) }
    case 'label':
      return { at: [Math.round(piece.x), Math.round(piece.y)], text: piece.text, align: piece.align }
    case 'curve':
      return {
        segments: piece.segments.map((segment) => segment.map(Math.round)),
        dash: piece.dash,
        hue: piece.hue,
        label: piece.label,
        labelAt: piece.labelAt.map(Math.round),
      }
    default:
      return piece satisfies never
  }
}
