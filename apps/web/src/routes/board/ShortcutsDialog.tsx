import type { RefObject } from 'react'
import { Dialog } from '../../parts/Dialog.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withBoards.ts'
import '../../text/withCanvas.ts'
import { boardsInSight } from '../boards/boardList.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './board.module.css'

/** Which keys do what. */
export function ShortcutsDialog({
  onClose,
  returnFocusTo,
}: {
  readonly onClose: () => void
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}) {
  const { view } = useWorkshop()
  const hasBoards = boardsInSight(view.boards).length > 1
  const groups = [
    {
      title: t('board.keyAnywhere'),
      keys: [
        [['Ctrl+Z'], t('board.keyUndo')],
        [['Ctrl+Y', 'Ctrl+Shift+Z'], t('board.keyRedo')],
        [['Ctrl+V'], t('board.keyPaste')],
        ...(hasBoards ? ([[['Alt+PageDown', 'Alt+PageUp'], t('boards.keysNext')]] as const) : []),
      ],
    },
    {
      title: t('board.keyNote'),
      keys: [
        [['Enter'], t('board.keyDone')],
        [['Shift+Enter'], t('board.keyLine')],
        [['Esc'], t('board.keyLeave')],
      ],
    },
    {
      title: t('board.keyCanvas'),
      keys: [
        [['N'], t('board.keyNew')],
        [['Tab', 'Shift+Tab'], t('board.keyNext')],
        [['Enter'], t('board.keyEdit')],
        [['← ↑ → ↓'], t('board.keyArrow')],
        [['Delete'], t('board.keyDelete')],
        [['Ctrl+A'], t('board.keySelectAll')],
        [['Ctrl+D'], t('board.keyDuplicate')],
        [['Esc'], t('board.keyEscape')],
        [['+', '-', '0', '1'], t('board.keyZoom')],
      ],
    },
    {
      title: t('drawing.keysTitle'),
      keys: [
        [['P', 'H', 'E'], t('drawing.keyTools')],
        [['T', 'A', 'R', 'O'], t('drawing.keyMake')],
        [['Enter'], t('drawing.keyPut')],
        [['L'], t('drawing.keyLaser')],
        [['V', 'Esc'], t('drawing.keyBack')],
        [['Shift'], t('drawing.keyEven')],
        [['Ctrl'], t('drawing.keyFree')],
      ],
    },
  ] as const
  return (
    <Dialog
      open
      returnFocusTo={returnFocusTo}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('board.shortcutsTitle')}
      description={t('board.shortcutsLead')}
    >
      {groups.map(({ title, keys }) => (
        <section key={title} className={styles['keys']}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([names, meaning]) => (
              <div key={meaning} className={styles['key']}>
                <dt>
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
