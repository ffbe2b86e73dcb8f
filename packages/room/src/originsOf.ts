import type { Workshop } from '@moot/workshop'
import { slotLabel, slotsOf } from '@moot/workshop'

const NAMES = { hallway: 'Hallway', help: 'Help desk' } as const

/** What write-ups call the boards of spaces, by board: *R1·3 Leadership*. Earlier rounds and removed spaces included. */
export function originsOf(workshop: Pick<Workshop, 'rounds' | 'spaces'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(slotsOf(workshop)).map(([board, { kind, round, number, title }]) => [
      board,
      kind === 'breakout' ? slotLabel(round, number, title) : NAMES[kind],
    ]),
  )
}
