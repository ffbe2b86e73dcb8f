import type { ReactNode } from 'react'
import { classes } from './Button.tsx'
import styles from './Notice.module.css'

/**
 * What happened, in the page where it happened, until it is no longer so. `danger` interrupts a screen reader, the
 * others wait their turn.
 */
export function Notice({
  tone = 'plain',
  title,
  children,
  actions,
}: {
  readonly tone?: 'plain' | 'accent' | 'attention' | 'danger'
  readonly title?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={classes(styles['notice'], styles[tone])}>
      {title === undefined ? null : <p className={styles['title']}>{title}</p>}
      {children === undefined ? null : <div className={styles['body']}>{children}</div>}
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
