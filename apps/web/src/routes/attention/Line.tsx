import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { t } from '../../text/index.ts'
import styles from './Attention.module.css'

/** One notice: words of two lines at most until all of them are asked for, what can be done, and a way to put it away. */
export function Line({
  tone,
  words,
  aside = '',
  closeWith = 'notNow',
  onClose,
  isAlwaysShown = false,
  children,
}: {
  readonly tone: 'plain' | 'accent' | 'hurry'
  readonly words: ReactNode
  /** Who says so and when, or what else is to know. */
  readonly aside?: string
  readonly closeWith?: 'ok' | 'notNow'
  /** Left out where it stays as long as it holds. */
  readonly onClose?: () => void
  /** On a phone too, where of several lines only the first is in sight. */
  readonly isAlwaysShown?: boolean
  /** Buttons. */
  readonly children?: ReactNode
}) {
  const text = useRef<HTMLParagraphElement>(null)
  const [isCut, setIsCut] = useState(false)
  const [isWhole, setIsWhole] = useState(false)
  useEffect(() => {
    const element = text.current
    if (element === null) return
    // Once cut it stays so: with its button the row may break in another place, where the words have room, and without
    // the button they have none again, and so on.
    const watch = new ResizeObserver(() =>
      setIsCut((was) => was || element.scrollHeight > element.clientHeight + 2),
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <div className={classes(styles['line'], styles[tone], isAlwaysShown && styles['always'])} data-notice>
      <div className={styles['said']}>
        <p ref={text} className={classes(styles['words'], !isWhole && styles['cut'])} dir="auto">
          {words}
        </p>
        {aside === '' ? null : (
          <p className={styles['aside']}>
            <bdi>{aside}</bdi>
          </p>
        )}
      </div>
      <div className={styles['actions']}>
        {isCut && !isWhole ? (
          <Button size="small" look="quiet" onClick={() => setIsWhole(true)}>
            {t('attention.all')}
          </Button>
        ) : null}
        {children}
        {onClose === undefined ? null : (
          <Button
            size="small"
            look={closeWith === 'ok' ? 'secondary' : 'quiet'}
            onClick={() => {
              onClose()
              focusIfLost()
            }}
          >
            {t(`attention.${closeWith}`)}
          </Button>
        )}
      </div>
    </div>
  )
}
