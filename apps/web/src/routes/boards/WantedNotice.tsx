import { useEffect, useRef } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoards.ts'
import styles from './WantedNotice.module.css'
import { forgetMissing, useWantedState } from './wanted.ts'

/** Says that what a link leads to is not on this board any more. */
export function WantedNotice({
  boardId,
  onBin,
}: {
  readonly boardId: string
  /** Opens the Bin; left out for those who may not write. */
  readonly onBin?: () => void
}) {
  const frame = useRef<HTMLDivElement>(null)
  const missing = useWantedState((state) => (state.missing?.board === boardId ? state.missing : undefined))
  // The list may stand somewhere further down.
  useEffect(() => {
    if (missing !== undefined) frame.current?.scrollIntoView({ block: 'center' })
  }, [missing])
  if (missing === undefined) return null
  const { kind, isInBin } = missing
  return (
    <div ref={frame} className={styles['wanted']}>
      <Notice
        tone="attention"
        actions={
          <>
            {isInBin && onBin !== undefined ? (
              <Button
                onClick={() => {
                  forgetMissing()
                  onBin()
                }}
              >
                {t('boards.openBin')}
              </Button>
            ) : null}
            <Button look="quiet" onClick={forgetMissing}>
              {t('boards.dismiss')}
            </Button>
          </>
        }
      >
        <p>
          {t(`boards.wantedGone_${kind}`)} {isInBin ? t('boards.wantedInBin') : null}
        </p>
      </Notice>
    </div>
  )
}
