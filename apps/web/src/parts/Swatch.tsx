import type { NoteColor } from '@moot/board'
import { classes } from './Button.tsx'
import styles from './Swatch.module.css'

/** A small square of a note colour; for the eye only, the colour's name stands beside it. */
export function Swatch({
  color,
  className,
}: {
  readonly color: NoteColor
  readonly className?: string | undefined
}) {
  return <span aria-hidden="true" className={classes(styles['swatch'], className)} data-color={color} />
}
