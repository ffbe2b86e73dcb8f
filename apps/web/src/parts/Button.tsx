import type { ComponentProps } from 'react'
import styles from './Button.module.css'

/** How a button looks: one `primary` a screen; `quiet` among text; `danger` for what cannot be missed. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

/** A button's own properties; everything else goes to the element. */
export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly look?: ButtonLook
  /** `large` for the one action of a page; `small` (32 px drawn, 44 px to hit) inside a line of text. */
  readonly size?: 'small' | 'normal' | 'large'
  /** Sends the form it stands in. */
  readonly submits?: boolean
  /** Something is under way: presses are ignored, the focus stays. */
  readonly busy?: boolean
}

/** A button with words on it. */
export function Button({
  look = 'secondary',
  size = 'normal',
  submits = false,
  busy = false,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={submits ? 'submit' : 'button'}
      aria-disabled={busy || rest['aria-disabled'] ? true : undefined}
      aria-busy={busy || undefined}
      className={classes(styles['button'], styles[look], styles[size], className)}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

/** A link that looks like a button: for going somewhere, or for downloading. */
export function ButtonLink({
  look = 'secondary',
  size = 'normal',
  className,
  children,
  ...rest
}: ComponentProps<'a'> & Pick<ButtonProps, 'look' | 'size'>) {
  return (
    <a {...rest} className={classes(styles['button'], styles[look], styles[size], className)}>
      {children}
    </a>
  )
}

/** Class names that are there, as one attribute. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
