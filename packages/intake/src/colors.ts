/** Names of note colours in tables. */
import type { NoteColor } from '@moot/board'
import { NOTE_COLORS } from '@moot/board'

/** What other programs and people call our colours. */
const COLOR_NAMES: Readonly<Record<string, NoteColor>> = {
  yellow: 'lemon',
  green: 'mint',
  blue: 'sky',
  cyan: 'sky',
  orange: 'peach',
  red: 'rose',
  pink: 'rose',
  purple: 'lilac',
  violet: 'lilac',
}

/** The colour that a name means, or `undefined`. */
export function colorOf(name: string): NoteColor | undefined {
  const plain = name.trim().toLowerCase()
  return NOTE_COLORS.find((color) => color === plain) ?? COLOR_NAMES[plain]
}
