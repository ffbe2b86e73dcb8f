import { slotLabel, slotsOf } from '@moot/workshop'

const NAMES = { hallway: 'Hallway', help: 'Help desk' } as const

/**
 * What write-ups call the boards of spaces, by board: *R1·3 Leadership*, and those of topics that were in none: *Leadership*.
 * Earlier rounds and removed spaces included.
 */
export function originsOf(workshop: Parameters<typeof slotsOf>[0]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(slotsOf(workshop)).map(([board, { kind, round, number, title }]) => [
      board,
      kind === 'breakout' ? slotLabel(round, number, title) : kind === 'topic' ? title : NAMES[kind],
    ]),
  )
}
