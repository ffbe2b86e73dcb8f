import { slotAt, slotLabel, slotsOf } from '@moot/workshop'

const NAMES = { hallway: 'Hallway', help: 'Help desk' } as const

/**
 * What write-ups call the boards of spaces: *R1·3 Leadership*, and those of topics that were in none: *Leadership*; '' for
 * other boards. Earlier rounds and removed spaces included; a board that went on is called by the round in which something
 * was said on it (ms since 1970).
 */
export function originsOf(workshop: Parameters<typeof slotsOf>[0]): (board: string, said: number) => string {
  const slots = new Map(Object.entries(slotsOf(workshop)))
  return (board, said) => {
    const slot = slots.get(board)
    if (slot === undefined) return ''
    if (slot.kind === 'topic') return slot.title
    if (slot.kind !== 'breakout') return NAMES[slot.kind]
    const { round, number, title } = slotAt(slot, said)
    return slotLabel(round, number, title)
  }
}
