import { Popover as Base } from 'radix-ui'
import type { ReactNode } from 'react'
import { t } from '../text/index.ts'
import { Button } from './Button.tsx'
import styles from './Popover.module.css'

/** A small panel beside the button that opens it; the page stays usable. */
export function Popover({
  trigger,
  title,
  open,
  onOpenChange,
  align = 'end',
  children,
}: {
  readonly trigger: ReactNode
  readonly title: string
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly align?: 'start' | 'center' | 'end'
  readonly children: ReactNode
}) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Base.Trigger asChild>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          className={styles['popover']}
          align={align}
          sideOffset={8}
          collisionPadding={8}
          aria-label={title}
        >
          <div className={styles['head']}>
            <h2 className={styles['title']}>{title}</h2>
            <Base.Close asChild>
              <Button look="quiet" size="small">
                {t('parts.close')}
              </Button>
            </Base.Close>
          </div>
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}
