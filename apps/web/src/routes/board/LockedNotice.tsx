import type { BoardLock } from '@moot/workshop'
import { lockOf } from '@moot/workshop'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { copyText } from '../../parts/copyText.ts'
import { t } from '../../text/index.ts'
import '../../text/withLock.ts'
import { draftsOn } from '../list/drafts.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { setLocked } from './locking.ts'
import styles from './LockedNotice.module.css'
import { useScene } from './scene.ts'

/** One calm line on a board that is locked, by the facilitators or for an activity, and what became of half-typed words. */
export function LockedNotice({ lock }: { readonly lock: BoardLock }) {
  const { boardId, role, replica } = useScene()
  const { replica: workshop } = useWorkshop()
  const { unsaved } = useStore(replica.store)
  const isFacilitator = role === 'facilitator'
  const words = t(isFacilitator ? `lock.${lock}Facilitator` : `lock.${lock}`)

  useEffect(() => {
    if (isFacilitator) return
    announce(words)
    return () => {
      // Taken away because the board is open again, and not because somebody went elsewhere.
      const { view } = workshop.store.getState()
      if (view?.boards[boardId] !== undefined && lockOf(view, boardId) === undefined)
        announce(t('lock.saidOpen'))
    }
  }, [workshop, boardId, isFacilitator, words])

  return (
    <div className={styles['locked']} data-locked={lock}>
      <p>{words}</p>
      {isFacilitator ? (
        lock === 'locked' ? (
          <Button size="small" onClick={() => void setLocked(workshop, boardId, false)}>
            {t('lock.unlockShort')}
          </Button>
        ) : null
      ) : (
        <Kept boardId={boardId} isUnsent={unsaved > 0} />
      )}
    </div>
  )
}

/** Words that had not become a note yet: they wait in this browser, and can be copied meanwhile. */
function Kept({ boardId, isUnsent }: { readonly boardId: string; readonly isUnsent: boolean }) {
  const [drafts] = useState(() => draftsOn(boardId))
  const [said, setSaid] = useState('')
  if (drafts.length === 0) return isUnsent ? <p>{t('lock.unsent')}</p> : null
  const handleCopy = async () => {
    const isCopied = await copyText(drafts.join('\n'))
    setSaid(t(isCopied ? 'lock.copied' : 'lock.copyYourself'))
  }
  return (
    <>
      <p>{t('lock.draft')}</p>
      {isUnsent ? <p>{t('lock.unsent')}</p> : null}
      <Button size="small" onClick={() => void handleCopy()}>
        {t('lock.copyDraft')}
      </Button>
      <span role="status">{said}</span>
    </>
  )
}
