import type { ReactNode, RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import { t } from '../text/index.ts'
import { Button, classes } from './Button.tsx'
import styles from './Dialog.module.css'
import { focusIfLost } from './focusIfLost.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { Opener } from './Opener.tsx'
import { loadOverlays, overlays, useOverlays } from './overlays.ts'

/** What a dialog is made of. */
interface DialogProps {
  /** Whether it is open, where the parent knows; else the trigger opens it. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** The button that opens it; leave it out where something else does. */
  readonly trigger?: ReactNode
  readonly title: string
  readonly description?: ReactNode
  readonly wide?: boolean
  /**
   * What gets the focus afterwards, where the dialog was not opened by a button of its own (a menu has gone by then):
   * the first of these that can be seen.
   */
  readonly returnFocusTo?: readonly RefObject<HTMLElement | null>[]
  readonly children: ReactNode
}

/**
 * A dialog over the page: takes the focus, gives it back, closes with Escape, and with a press beside it as long as
 * nothing was typed in it: a finger that slips takes nobody's words. On a phone it is a sheet from below.
 */
export function Dialog(props: DialogProps) {
  const [wasPressed, setWasPressed] = useState(false)
  const parts = useOverlays()
  const isWanted = wasPressed || props.open === true
  useEffect(() => {
    if (isWanted) loadOverlays()
  }, [isWanted])
  if (isWanted && parts !== undefined) return <MadeDialog {...props} />
  return (
    <>
      {props.trigger === undefined ? null : (
        <Opener
          kind="dialog"
          onOpen={() => {
            setWasPressed(true)
            props.onOpenChange?.(true)
          }}
        >
          {props.trigger}
        </Opener>
      )}
      {isWanted ? <NotLoaded /> : null}
    </>
  )
}

/** The dialog itself, made when it is first wanted. */
function MadeDialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  wide = false,
  returnFocusTo,
  children,
}: DialogProps) {
  const { Dialog: Base } = overlays()
  const hasWords = useRef(false)
  return (
    <Base.Root
      {...(open === undefined ? { defaultOpen: true } : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {trigger === undefined ? null : <Base.Trigger asChild>{trigger}</Base.Trigger>}
      <Base.Portal>
        <Base.Overlay className={styles['veil']}>
          <Base.Content
            className={classes(styles['dialog'], wide && styles['wide'])}
            {...(description === undefined ? { 'aria-describedby': undefined } : {})}
            onOpenAutoFocus={() => {
              hasWords.current = false
            }}
            onInput={({ target }) => {
              if (isWritten(target)) hasWords.current = true
            }}
            onPointerDownOutside={(event) => {
              if (hasWords.current) event.preventDefault()
            }}
            onCloseAutoFocus={(event) => {
              const target = returnFocusTo?.find((each) => each.current?.offsetParent != null)?.current
              if (target) {
                event.preventDefault()
                target.focus()
              }
              // What was just done may take away what opened it, a moment later.
              if (target || trigger === undefined) focusIfLost()
            }}
          >
            <div className={styles['head']}>
              <Base.Title className={styles['title']}>{title}</Base.Title>
              <Base.Close asChild>
                <Button look="quiet">{t('parts.close')}</Button>
              </Base.Close>
            </div>
            {description === undefined ? null : (
              <Base.Description className={styles['description']}>{description}</Base.Description>
            )}
            {children}
          </Base.Content>
        </Base.Overlay>
      </Base.Portal>
    </Base.Root>
  )
}

/** Whether a field holds words that somebody would have to write again; what is searched for is none of them. */
function isWritten(field: EventTarget): boolean {
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
}

/** The row of buttons at the end of a dialog; the one that acts comes first. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>
}
