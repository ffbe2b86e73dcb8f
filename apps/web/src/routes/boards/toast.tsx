import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { usePath } from '../../router.tsx'
import { t } from '../../text/index.ts'
import styles from './toast.module.css'

/** A sentence about what was just done, with one thing that can follow from it. */
export interface Toast {
  readonly words: string
  readonly action?: {
    readonly label: string
    readonly run: () => void
    /** Whether there is still something to press it for: looked at once a second, and the sentence goes when not. */
    readonly holds?: () => boolean
  }
}

const useToasts = create<{ readonly shown: (Toast & { readonly id: number }) | undefined }>()(() => ({
  shown: undefined,
}))
let count = 0

/** Says what was done, at the foot of the screen and to screen readers; it takes no focus. */
export function toast(said: Toast): void {
  count += 1
  useToasts.setState({ shown: { ...said, id: count } })
  announce(said.words)
}

/** Takes away what was said: what could follow from it has been done. */
export const clearToast = (): void => useToasts.setState({ shown: undefined })

/** How long a sentence stays, in ms; one with a button stays until it is answered, closed or left behind. */
const STAYS_MS = 6_000

/** How often it is looked whether a button still has a point, in ms. */
const LOOK_MS = 1_000

/** Where they are shown; once on the page. */
export function Toasts(): ReactNode {
  const shown = useToasts(({ shown: latest }) => latest)
  const frame = useRef<HTMLDivElement>(null)
  const id = shown?.id
  useLeaving(shown)
  const isPassing = shown !== undefined && shown.action === undefined
  useEffect(() => {
    if (!isPassing) return
    const timer = setTimeout(() => close(id), STAYS_MS)
    return () => clearTimeout(timer)
  }, [id, isPassing])
  const holds = shown?.action?.holds
  useEffect(() => {
    if (holds === undefined) return
    const timer = setInterval(() => (holds() ? undefined : close(id)), LOOK_MS)
    return () => clearInterval(timer)
  }, [id, holds])
  if (shown === undefined) return null
  const { action } = shown
  return (
    <div ref={frame} className={styles['toast']}>
      <p>{shown.words}</p>
      {action === undefined ? null : (
        <>
          <Button
            size="small"
            onClick={() => {
              close(id)
              action.run()
            }}
          >
            {action.label}
          </Button>
          <Button size="small" look="quiet" onClick={() => close(id)}>
            {t('boards.dismiss')}
          </Button>
        </>
      )}
    </div>
  )
}

/** What can follow belongs to the page where it was said: on another one nobody knows any more what it is about. */
function useLeaving(shown: (Toast & { readonly id: number }) | undefined): void {
  const path = usePath()
  const saidAt = useRef({ id: shown?.id, path })
  const id = shown?.id
  const hasButton = shown?.action !== undefined
  useEffect(() => {
    if (saidAt.current.id !== id) saidAt.current = { id, path }
    else if (hasButton && saidAt.current.path !== path) close(id)
  }, [id, hasButton, path])
}

function close(id: number | undefined): void {
  if (useToasts.getState().shown?.id === id) useToasts.setState({ shown: undefined })
}
