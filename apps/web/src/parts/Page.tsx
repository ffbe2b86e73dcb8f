import type { ReactNode } from 'react'
import { Link } from '../router.tsx'
import { t } from '../text/index.ts'
import { classes } from './Button.tsx'
import { Logo } from './Logo.tsx'
import styles from './Page.module.css'

/** The frame of the screens outside a workshop: the mark, one column, a foot. */
export function Page({
  children,
  foot,
  narrow = false,
}: {
  readonly children: ReactNode
  readonly foot?: ReactNode
  /** For one form or one message. */
  readonly narrow?: boolean
}) {
  return (
    <>
      <header className={styles['bar']}>
        <Link to="/" className={styles['home']}>
          <Logo />
          {t('parts.appName')}
        </Link>
      </header>
      <main className={classes(styles['main'], narrow && styles['narrow'])}>{children}</main>
      {foot === undefined ? null : (
        <footer className={classes(styles['foot'], narrow && styles['narrow'])}>{foot}</footer>
      )}
    </>
  )
}

/** A white card on the page's ground. */
export function Card({
  children,
  className,
}: {
  readonly children: ReactNode
  readonly className?: string | undefined
}) {
  return <section className={classes(styles['card'], className)}>{children}</section>
}
