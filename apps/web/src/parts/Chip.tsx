import type { ComponentProps } from 'react'
import { classes } from './Button.tsx'
import styles from './Chip.module.css'

/** A short fact in a round frame. Says something, does nothing. */
export function Chip({
  tone = 'plain',
  dot,
  className,
  children,
  ...rest
}: ComponentProps<'span'> & {
  readonly tone?: 'plain' | 'accent' | 'attention' | 'danger'
  /** A coloured dot before the words, which say the same. */
  readonly dot?: 'good' | 'waiting' | 'bad'
}) {
  return (
    <span {...rest} className={classes(styles['chip'], styles[tone], className)}>
      {dot === undefined ? null : <span aria-hidden="true" className={classes(styles['dot'], styles[dot])} />}
      {children}
    </span>
  )
}
