import { outline } from '@moot/board'
import { Button } from '../../parts/Button.tsx'
import { announce } from '../../parts/announce.ts'
import { t } from '../../text/index.ts'
import styles from './board.module.css'
import type { UnseenKind } from './changeLog.ts'
import type { ChangeWatch } from './ChangeWatch.ts'
import { useScene } from './scene.ts'

/** How many notes others wrote or changed since this person looked; goes from one to the next in reading order. */
export function WhatChanged({
  watch,
  unseen,
  onJump,
}: {
  readonly watch: ChangeWatch
  readonly unseen: ReadonlyMap<string, UnseenKind>
  readonly onJump: (id: string, kind: UnseenKind) => void
}) {
  const { replica } = useScene()
  const count = unseen.size
  const handleJump = () => {
    const order = outline(replica.reading).flatMap(({ themes, others }) => [
      ...themes.flatMap(({ notes }) => notes),
      ...others,
    ])
    const next = order.find(({ id }) => unseen.has(id))
    if (next === undefined) {
      watch.lookAtAll()
      return
    }
    onJump(next.id, unseen.get(next.id) ?? 'changed')
    watch.look(next.id)
    requestAnimationFrame(() => {
      const item = document.querySelector(`[data-note="${CSS.escape(next.id)}"]`)
      const control = item?.querySelector('[data-edit]') ?? item
      if (control instanceof HTMLElement) control.focus()
      item?.scrollIntoView({ block: 'center' })
    })
  }
  return (
    <div className={styles['changed']}>
      <Button
        size="small"
        className={styles['changedJump'] ?? ''}
        aria-label={t('board.whatChangedSpoken', { count })}
        onClick={handleJump}
      >
        {t('board.whatChanged', { count })}
      </Button>
      <Button
        size="small"
        look="quiet"
        onClick={() => {
          watch.lookAtAll()
          announce(t('board.saidAllSeen'))
        }}
      >
        {t('board.allSeen')}
      </Button>
    </div>
  )
}
