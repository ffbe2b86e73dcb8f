import { forgetDevice } from '@moot/client'
import type { RefObject } from 'react'
import { workshopPath } from '../../links.ts'
import { afterMenu } from '../../parts/afterMenu.ts'
import { later } from '../../parts/later.tsx'
import { MenuChoice, MenuItem, MenuSeparator, MenuSwitch } from '../../parts/Menu.tsx'
import type { useConfirm } from '../../parts/useConfirm.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoards.ts'
import '../../text/withFrame.ts'
import type { Appearance } from '../../uiStore.ts'
import { useUi } from '../../uiStore.ts'
import { boardsInSight } from '../boards/boardList.ts'
import { openBoards } from '../boards/boardsDialog.ts'
import { openBarDialog } from './barDialog.ts'
import styles from './FrameMenuItems.module.css'
import { useSavedKind } from './SavedState.tsx'
import { hasNow } from './sight.ts'
import { useWorkshop } from './useWorkshop.ts'

const PictureItems = later(
  async () => (await import('../board/picture/PictureItems.tsx')).PictureItems,
  'withOverlays',
)

/** What is in the frame's menu; it comes with the first thing somebody does. */
export function FrameMenuItems({
  boardId,
  hereCount,
  confirm,
  returnFocusTo,
  onLeft,
}: {
  readonly boardId: string | undefined
  readonly hereCount: number
  readonly confirm: ReturnType<typeof useConfirm>['confirm']
  readonly returnFocusTo: RefObject<HTMLElement | null>
  readonly onLeft: () => void
}) {
  const { session, view, workshopId, visit } = useWorkshop()
  const { appearance, shortcuts, hasSound, setAppearance, setShortcuts, setHasSound } = useUi()
  const saved = useSavedKind(session)
  const isFacilitator = view.me.role === 'facilitator'
  const go = (place: 'run' | 'order' | 'people') => () => navigate(workshopPath(workshopId, place))

  const handleLeave = async () => {
    const isUnsaved =
      saved === 'saving' || saved === 'offline' || saved === 'reconnecting' || saved === 'waiting'
    const isSure = await confirm({
      title: t('frame.leaveTitle'),
      body: (
        <>
          <p>{t('frame.leaveBody')}</p>
          {isUnsaved ? <p className={styles['warning']}>{t('frame.leaveUnsaved')}</p> : null}
          {isFacilitator ? <p className={styles['warning']}>{t('frame.leaveFacilitator')}</p> : null}
        </>
      ),
      action: t('frame.leaveDo'),
      isDangerous: true,
      returnFocusTo,
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
      <div className={styles['onPhone']}>
        <MenuItem onSelect={() => openBarDialog('share')}>{t('workshop.share')}</MenuItem>
        <MenuItem onSelect={() => openBarDialog('people')}>
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
          <MenuItem onSelect={go('run')}>{t('workshop.run')}</MenuItem>
          {hasNow(view) ? <MenuItem onSelect={go('order')}>{t('workshop.order')}</MenuItem> : null}
          <MenuItem onSelect={go('people')}>{t('frame.roster')}</MenuItem>
          <MenuItem onSelect={() => window.open(workshopPath(workshopId, 'screen'), '_blank', 'noopener')}>
            {t('workshop.bigScreen')}
          </MenuItem>
          <MenuSeparator />
          {boardId === undefined ? null : (
            <MenuItem onSelect={() => openBarDialog('undoPerson')}>{t('frame.undoPerson')}…</MenuItem>
          )}
          <MenuItem onSelect={() => openBarDialog('keepLink')}>{t('frame.keepLink')}…</MenuItem>
          <MenuItem onSelect={() => openBarDialog('addFacilitator')}>{t('frame.addFacilitator')}…</MenuItem>
          <MenuSeparator />
        </>
      ) : null}
      {view.me.role === 'observer' && boardId !== undefined ? (
        <>
          <PictureItems boardId={boardId} />
          <MenuSeparator />
        </>
      ) : null}
      <MenuItem onSelect={() => openBarDialog('aboutYou')}>{t('frame.aboutYou')}…</MenuItem>
      {view.me.role === 'observer' ? null : (
        <MenuItem onSelect={() => openBarDialog('writingFor')}>{t('frame.writingFor')}…</MenuItem>
      )}
      <MenuItem onSelect={() => openBarDialog('otherDevice')}>{t('frame.otherDevice')}…</MenuItem>
      <MenuItem onSelect={() => navigate('/check')}>{t('frame.checkConnection')}</MenuItem>
      <MenuSwitch checked={hasSound} onChange={setHasSound}>
        {t('frame.sound')}
      </MenuSwitch>
      <MenuSwitch checked={shortcuts} onChange={setShortcuts}>
        {t('frame.shortcuts')}
      </MenuSwitch>
      <MenuSeparator />
      <MenuChoice
        label={t('frame.appearance')}
        value={appearance}
        options={[
          { value: 'system', label: t('frame.appearanceSystem') },
          { value: 'light', label: t('frame.appearanceLight') },
          { value: 'dark', label: t('frame.appearanceDark') },
        ]}
        onChange={(value) => setAppearance(asAppearance(value))}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => navigate('/about')}>{t('frame.about')}</MenuItem>
      {/* In a trial's window it would take the facilitator's own place with it; the ribbon ends the trial. */}
      {visit.isTrial ? null : (
        <MenuItem isDangerous onSelect={() => void handleLeave()}>
          {t('frame.leave')}…
        </MenuItem>
      )}
    </>
  )
}

function asAppearance(value: string): Appearance {
  return value === 'light' || value === 'dark' ? value : 'system'
}
