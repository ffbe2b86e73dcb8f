import type { ReactNode } from 'react'
import { useState } from 'react'
import { t } from '../text/index.ts'
import { Button } from './Button.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { Opener } from './Opener.tsx'
import { overlays, useOverlays } from './overlays.ts'
import styles from './Popover.module.css'

/** What a popover is made of. */
interface PopoverProps {
  readonly trigger: ReactNode
  readonly title: string
  readonly align?: 'start' | 'center' | 'end'
  readonly children: ReactNode
}

/** A small panel beside the button that opens it; the page stays usable. */
export function Popover(props: PopoverProps) {
  const [wasAsked, setWasAsked] = useState(false)
  const parts = useOverlays()
  if (wasAsked && parts !== undefined) return <MadePopover {...props} />
  return (
    <>
      <Opener kind="dialog" onOpen={() => setWasAsked(true)}>
        {props.trigger}
      </Opener>
      {wasAsked ? <NotLoaded /> : null}
    </>
  )
}

/** The panel itself, made at the first press and open then. */
function MadePopover({ trigger, title, align = 'end', children }: PopoverProps) {
  const { Popover: Base } = overlays()
  return (
    <Base.Root defaultOpen>
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
