import { classes } from './Button.tsx'
import styles from './Avatar.module.css'

const TONES = ['sky', 'lemon', 'mint', 'peach', 'rose', 'lilac'] as const

/** The first letter of somebody's name on a colour of their own; for the eye only, the name is said beside it. */
export function Avatar({
  person,
  name,
  isFaint = false,
}: {
  readonly person: string
  readonly name: string
  readonly isFaint?: boolean
}) {
  return (
    <span
      aria-hidden="true"
      className={classes(styles['avatar'], styles[toneOf(person)], isFaint && styles['faint'])}
    >
      {initialOf(name)}
    </span>
  )
}

/** The first letter as people see it: an emoji or an accented letter is several code units. */
function initialOf(name: string): string {
  const first =
    'Segmenter' in Intl
      ? new Intl.Segmenter().segment(name)[Symbol.iterator]().next().value?.segment
      : Array.from(name)[0]
  return (first ?? '?').toLocaleUpperCase()
}

/** The same colour for the same person everywhere, out of the note colours. */
export function toneOf(person: string): (typeof TONES)[number] {
  let sum = 0
  for (const letter of person) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973
  return TONES[sum % TONES.length] ?? 'sky'
}
