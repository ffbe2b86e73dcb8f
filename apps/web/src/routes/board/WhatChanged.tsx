import { isFigure, outline } from '@moot/board'
import { Button } from '../../parts/Button.tsx'
import { announce } from '../../parts/announce.ts'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import styles from './board.module.css'
import type { UnseenKind } from './changeLog.ts'
import type { ChangeWatch } from './ChangeWatch.ts'
import { goToItem } from '../list/goToItem.ts'
import { figureIdOf, figureKey } from './chosen.ts'
import { whatText } from './figureWords.ts'
import { useScene } from './scene.ts'

/** How much others wrote, drew or changed since this person looked; goes from one to the next in reading order. */
export function WhatChanged({
  watch,
  unseen,
  onJump,
}: {
  readonly watch: ChangeWatch
  readonly unseen: ReadonlyMap<string, UnseenKind>
  /** Called with a note's id or a drawing's `figureKey`. */
  readonly onJump: (key: string, kind: UnseenKind) => void
}) {
  const { replica } = useScene()
  const count = unseen.size
  const handleJump = () => {
    const order = outline(replica.reading).flatMap(({ themes, others, figures }) => [
      ...themes.flatMap(({ notes }) => notes.map(({ id }) => id)),
      ...others.map(({ id }) => id),
      ...figures.map(({ id }) => figureKey(id)),
    ])
    const next = order.find((key) => unseen.has(key))
    if (next === undefined) {
      watch.lookAtAll()
      return
    }
    onJump(next, unseen.get(next) ?? 'changed')
    watch.look(next)
    requestAnimationFrame(() => goToItem(next))
  }
  const figures = [...unseen.keys()].flatMap((key) => {
    const drawing = replica.reading.drawings.get(figureIdOf(key) ?? '')
    return drawing !== undefined && isFigure(drawing) ? [drawing] : []
  })
  const spoken =
    figures.length === 0
      ? t('board.whatChangedSpoken', { count })
      : t('figures.whatChangedSpoken', { what: whatText(count - figures.length, figures) })
  return (
    <div className={styles['changed']}>
      <Button size="small" className={styles['changedJump'] ?? ''} aria-label={spoken} onClick={handleJump}>
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
