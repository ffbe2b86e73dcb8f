import type { ReactNode, RefObject } from 'react'
import { useCallback, useRef, useState } from 'react'
import { t } from '../text/index.ts'
import { Button, classes } from './Button.tsx'
import styles from './Dialog.module.css'
import { NotLoaded } from './NotLoaded.tsx'
import { loadOverlays, overlays, useOverlays } from './overlays.ts'

/** A question before something that is hard to take back. */
export interface Question {
  readonly title: string
  /** What will happen, and what will not. */
  readonly body?: ReactNode
  /** The words on the button that does it: a verb, never “OK”. */
  readonly action: string
  /** Words on the other button; *Cancel* without it. */
  readonly cancel?: string
  /** Draws the button in the colour of danger. */
  readonly isDangerous?: boolean
  /** What gets the focus afterwards, where the question came from a menu that has gone by then. */
  readonly returnFocusTo?: RefObject<HTMLElement | null>
}

/**
 * Asks before acting: `if (await confirm({…})) …`. Put `confirmDialog` anywhere into what the component shows. Closing
 * the dialog in any way but the action answers `false`.
 */
export function useConfirm(): {
  readonly confirm: (question: Question) => Promise<boolean>
  readonly confirmDialog: ReactNode
} {
  const [asked, setAsked] = useState<{ question: Question; answer: (yes: boolean) => void }>()

  const parts = useOverlays()

  const confirm = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => {
        loadOverlays()
        setAsked((earlier) => {
          earlier?.answer(false)
          return { question, answer: resolve }
        })
      }),
    [],
  )
  const settle = (yes: boolean) => {
    asked?.answer(yes)
    setAsked(undefined)
  }

  const confirmDialog =
    parts === undefined ? asked && <NotLoaded /> : <Asking question={asked?.question} onAnswer={settle} />
  return { confirm, confirmDialog }
}

function Asking({
  question,
  onAnswer,
}: {
  readonly question: Question | undefined
  readonly onAnswer: (yes: boolean) => void
}) {
  const { AlertDialog: Base } = overlays()
  // The question is gone when the focus goes back.
  const returnFocusTo = useRef<Question['returnFocusTo']>(undefined)
  return (
    <Base.Root open={question !== undefined} onOpenChange={(open) => (open ? undefined : onAnswer(false))}>
      <Base.Portal>
        <Base.Overlay className={styles['veil']}>
          <Base.Content
            className={classes(styles['dialog'])}
            {...(question?.body === undefined ? { 'aria-describedby': undefined } : {})}
            onOpenAutoFocus={() => {
              returnFocusTo.current = question?.returnFocusTo
            }}
            onCloseAutoFocus={(event) => {
              const target = returnFocusTo.current?.current
              if (!target) return
              event.preventDefault()
              target.focus()
            }}
          >
            <Base.Title className={styles['title']}>{question?.title}</Base.Title>
            {question?.body === undefined ? null : (
              <Base.Description asChild>
                <div className={styles['description']}>{question.body}</div>
              </Base.Description>
            )}
            <div className={styles['actions']}>
              <Base.Action asChild>
                <Button look={question?.isDangerous ? 'danger' : 'primary'} onClick={() => onAnswer(true)}>
                  {question?.action}
                </Button>
              </Base.Action>
              <Base.Cancel asChild>
                <Button>{question?.cancel ?? t('parts.cancel')}</Button>
              </Base.Cancel>
            </div>
          </Base.Content>
        </Base.Overlay>
      </Base.Portal>
    </Base.Root>
  )
}
