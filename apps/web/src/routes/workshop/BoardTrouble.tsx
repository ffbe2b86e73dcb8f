import type { BoardReplica } from '@moot/client'
import { CLOSE } from '@moot/protocol'
import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../parts/Button.tsx'
import { CopyField } from '../../parts/CopyField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import styles from './BoardTrouble.module.css'
import { useWorkshop } from './useWorkshop.ts'

/** Above the screen when a board was closed to this browser for good: what happened, and the words that did not get there. */
export function BoardTrouble() {
  const { session } = useWorkshop()
  const boards = useSyncExternalStore(
    (onChange) => session.subscribe(onChange),
    () => session.boards,
  )
  return boards.map((board) => <Trouble key={board.doc.guid} board={board} />)
}

function Trouble({ board }: { readonly board: BoardReplica }) {
  const { connection, rescued } = useStore(board.store)
  if (connection.state !== 'refused') return null
  const isSuperseded = connection.code === CLOSE.superseded
  return (
    <div className={styles['trouble']}>
      <Notice
        tone={isSuperseded && rescued.length === 0 ? 'attention' : 'danger'}
        title={t(rescued.length > 0 ? 'workshop.rescuedTitle' : 'workshop.stoppedTitle')}
        actions={<Button onClick={() => location.reload()}>{t('parts.reload')}</Button>}
      >
        <p>{t(isSuperseded ? 'workshop.supersededBody' : 'workshop.stoppedBody')}</p>
        {rescued.length === 0 ? null : (
          <CopyField label={t('workshop.rescuedBody')} value={rescued.join('\n')} isLong />
        )}
      </Notice>
    </div>
  )
}
