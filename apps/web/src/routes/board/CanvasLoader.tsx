import type { ComponentType, Ref, RefObject } from 'react'
import { useEffect, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import type { Question } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import type { BoardDialog } from './Board.tsx'
import styles from './board.module.css'

/** What the screen around the canvas needs of it. */
export interface CanvasApi {
  /** Goes to a note by its id, or to a drawing by its `figureKey`. */
  readonly focusItem: (key: string) => void
}

/** What the canvas view is given. */
export interface CanvasViewProps {
  readonly ref: Ref<CanvasApi>
  readonly confirm: (question: Question) => Promise<boolean>
  readonly onOpen: (dialog: BoardDialog) => void
  /** The *More* button, for the focus to come back to. */
  readonly moreRef: RefObject<HTMLButtonElement | null>
}

type Load =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly View: ComponentType<CanvasViewProps> }
  | { readonly state: 'failed' }

/** Loads the canvas when it is looked at for the first time: it weighs several times as much as everything else. */
export function CanvasLoader({ onList, ...props }: CanvasViewProps & { readonly onList: () => void }) {
  const [load, setLoad] = useState<Load>({ state: 'loading' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isHere = true
    import('./CanvasView.tsx').then(
      ({ CanvasView }) => isHere && setLoad({ state: 'ready', View: CanvasView }),
      () => isHere && setLoad({ state: 'failed' }),
    )
    return () => {
      isHere = false
    }
  }, [tries])

  switch (load.state) {
    case 'loading':
      return (
        <p role="status" className={styles['appearing']}>
          {t('board.canvasOpening')}
        </p>
      )
    case 'ready':
      return <load.View {...props} />
    case 'failed':
      return (
        <div className={styles['waiting']}>
          <Notice
            tone="attention"
            title={t('board.canvasFailedTitle')}
            actions={
              <>
                <Button onClick={onList}>{t('board.canvasToList')}</Button>
                <Button
                  onClick={() => {
                    setLoad({ state: 'loading' })
                    setTries(tries + 1)
                  }}
                >
                  {t('board.canvasRetry')}
                </Button>
              </>
            }
          >
            {t('board.canvasFailedBody')}
          </Notice>
        </div>
      )
    default:
      return load satisfies never
  }
}
