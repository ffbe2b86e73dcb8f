import { forgetDevice } from '@moot/client'
import type { RefObject } from 'react'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { later } from '../../parts/later.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator, MenuSwitch } from '../../parts/Menu.tsx'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import type { Appearance } from '../../uiStore.ts'
import { useUi } from '../../uiStore.ts'
import { boardsInSight } from '../boards/boardList.ts'
import { openBoards } from '../boards/boardsDialog.ts'
import type { DialogName } from './dialogs/Dialogs.tsx'
import styles from './FrameMenu.module.css'
import { useSavedKind } from './SavedState.tsx'
import { useWorkshop } from './useWorkshop.ts'

const PictureItems = later(
  async () => (await import('../board/picture/PictureItems.tsx')).PictureItems,
  'withOverlays',
)

/** Everything that is not needed often, with words. On a phone *Share* and *People* are here too. */
export function FrameMenu({
  ref,
  boardId,
  hereCount,
  onOpen,
  onLeft,
}: {
  readonly ref: RefObject<HTMLButtonElement | null>
  readonly boardId: string | undefined
  readonly hereCount: number
  readonly onOpen: (dialog: DialogName) => void
  readonly onLeft: () => void
}) {
  const { session, view } = useWorkshop()
  const { appearance, shortcuts, setAppearance, setShortcuts } = useUi()
  const { confirm, confirmDialog } = useConfirm()
  const saved = useSavedKind(session)
  const isFacilitator = view.me.role === 'facilitator'

  const handleLeave = async () => {
    const isUnsaved = saved === 'saving' || saved === 'offline' || saved === 'reconnecting'
    const isSure = await confirm({
      title: t('workshop.leaveTitle'),
      body: (
        <>
          <p>{t('workshop.leaveBody')}</p>
          {isUnsaved ? <p className={styles['warning']}>{t('workshop.leaveUnsaved')}</p> : null}
          {isFacilitator ? <p className={styles['warning']}>{t('workshop.leaveFacilitator')}</p> : null}
        </>
      ),
      action: t('workshop.leaveDo'),
      isDangerous: true,
      returnFocusTo: ref,
    })
    if (!isSure) return
    // Closed first: a replica that is let go writes down unsent words, and these are to be forgotten.
    session.dispose()
    await forgetDevice()
    navigate('/')
    onLeft()
  }

  return (
    <>
      <Menu
        trigger={
          <Button
            ref={ref}
            data-frame-menu
            look="quiet"
            className={styles['trigger'] ?? ''}
            aria-label={t('workshop.menu')}
          >
            <span className={styles['word']}>{t('workshop.menu')}</span>
            <span aria-hidden="true" className={styles['dots']}>
              ⋯
            </span>
          </Button>
        }
      >
        <div className={styles['onPhone']}>
          <MenuItem onSelect={() => onOpen('share')}>{t('workshop.share')}</MenuItem>
          <MenuItem onSelect={() => onOpen('people')}>
            {t('workshop.peopleButton', { count: hereCount })}
          </MenuItem>
          <MenuSeparator />
        </div>
        {boardsInSight(view.boards).length > 1 ? (
          <MenuItem onSelect={() => afterMenu(() => openBoards('all'))}>{t('boards.title')}…</MenuItem>
        ) : null}
        {isFacilitator ? (
          <>
            <MenuItem onSelect={() => afterMenu(() => openBoards('add'))}>{t('boards.menuAdd')}…</MenuItem>
            {boardId === undefined ? null : (
              <MenuItem onSelect={() => onOpen('undoPerson')}>{t('workshop.undoPerson')}…</MenuItem>
            )}
            <MenuItem onSelect={() => onOpen('keepLink')}>{t('workshop.keepLink')}…</MenuItem>
            <MenuItem onSelect={() => onOpen('addFacilitator')}>{t('workshop.addFacilitator')}…</MenuItem>
            <MenuSeparator />
          </>
        ) : null}
        {view.me.role === 'observer' && boardId !== undefined ? (
          <>
            <PictureItems boardId={boardId} />
            <MenuSeparator />
          </>
        ) : null}
        <MenuItem onSelect={() => onOpen('otherDevice')}>{t('workshop.otherDevice')}…</MenuItem>
        <MenuItem onSelect={() => navigate('/check')}>{t('workshop.checkConnection')}</MenuItem>
        <MenuSwitch checked={shortcuts} onChange={setShortcuts}>
          {t('workshop.shortcuts')}
        </MenuSwitch>
        <MenuSeparator />
        <MenuChoice
          label={t('workshop.appearance')}
          value={appearance}
          options={[
            { value: 'system', label: t('workshop.appearanceSystem') },
            { value: 'light', label: t('workshop.appearanceLight') },
            { value: 'dark', label: t('workshop.appearanceDark') },
          ]}
          onChange={(value) => setAppearance(asAppearance(value))}
        />
        <MenuSeparator />
        <MenuItem onSelect={() => navigate('/about')}>{t('workshop.about')}</MenuItem>
        <MenuItem isDangerous onSelect={() => void handleLeave()}>
          {t('workshop.leave')}…
        </MenuItem>
      </Menu>
      {confirmDialog}
    </>
  )
}

function asAppearance(value: string): Appearance {
  return value === 'light' || value === 'dark' ? value : 'system'
}
