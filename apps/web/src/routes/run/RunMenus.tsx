import type { RefObject } from 'react'
import { useRef, useState } from 'react'
import { workshopPath } from '../../links.ts'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { CopyField } from '../../parts/CopyField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Menu, MenuItem, MenuSeparator, MenuSwitch } from '../../parts/Menu.tsx'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { toast } from '../boards/toast.tsx'
import { openSpaces, setUpOpenSpace } from '../spaces/openSpaces.ts'
import { openBarDialog } from '../workshop/barDialog.ts'
import { hasPlan, hasTopics } from '../workshop/sight.ts'
import type { Give } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { AnnounceDialog } from './AnnounceDialog.tsx'
import { tryAsParticipant } from './rehearsal.ts'
import { MoreRounds } from './MoreRounds.tsx'
import { ResetQuestion } from './ResetQuestion.tsx'
import styles from './run.module.css'
import { endWorkshop } from './StageCard.tsx'

/** What the panel has at its foot: *Announce…*, *Add…* and what is needed seldom. */
export function RunMenus({
  boardId,
  give,
}: {
  /** The board on the screen, if it is one. */
  readonly boardId: string | undefined
  readonly give: Give
}) {
  const { view, workshopId } = useWorkshop()
  const [isAnnouncing, setIsAnnouncing] = useState<RefObject<HTMLElement | null>>()
  const add = useRef<HTMLButtonElement>(null)
  const say = useRef<HTMLButtonElement>(null)
  const withPlan = hasPlan(view)
  return (
    <div className={styles['foot']}>
      {withPlan ? (
        <Button ref={say} onClick={() => setIsAnnouncing(say)}>
          {t('run.announce')}
        </Button>
      ) : null}
      <Menu trigger={<Button ref={add}>{t('run.add')}</Button>}>
        <MenuItem onSelect={() => afterMenu(() => setIsAnnouncing(add))}>{t('run.addAnnouncement')}</MenuItem>
        <MenuItem onSelect={() => afterMenu(() => openSpaces())}>{t('run.addBreakouts')}</MenuItem>
        <MenuItem onSelect={() => afterMenu(setUpOpenSpace)}>{t('run.addOpenSpace')}</MenuItem>
        {hasTopics(view) ? <MoreRounds /> : null}
        {withPlan ? null : (
          <MenuItem onSelect={() => afterMenu(() => navigate(workshopPath(workshopId, 'order')))}>
            {t('run.addOrder')}
          </MenuItem>
        )}
        <MenuItem onSelect={() => openBarDialog('addFacilitator')}>{t('run.addFacilitator')}</MenuItem>
      </Menu>
      <MoreMenu boardId={boardId} give={give} />
      {isAnnouncing === undefined ? null : (
        <AnnounceDialog onClose={() => setIsAnnouncing(undefined)} returnFocusTo={isAnnouncing} />
      )}
    </div>
  )
}

function MoreMenu({ boardId, give }: { readonly boardId: string | undefined; readonly give: Give }) {
  const { view, replica, workshopId } = useWorkshop()
  const [link, setLink] = useState<string>()
  const { confirm, confirmDialog } = useConfirm()
  const button = useRef<HTMLButtonElement>(null)
  const board = boardId === undefined ? undefined : view.boards[boardId]

  const handleTry = async () => {
    const tried = await tryAsParticipant(replica, workshopId)
    if (tried.kind === 'link') setLink(tried.link)
    else if (tried.kind === 'refused') toast({ words: tried.words })
  }
  const handleReset = async () => {
    const isSure = await confirm({
      title: t('run.resetTitle'),
      body: <ResetQuestion />,
      action: t('run.resetDo'),
      isDangerous: true,
      returnFocusTo: button,
    })
    if (isSure && (await give({ type: 'workshop.reset' }))) toast({ words: t('run.resetDone') })
  }
  return (
    <>
      <Menu
        label={t('run.more')}
        trigger={
          <Button ref={button} aria-label={t('run.more')} className={styles['more'] ?? ''}>
            <span aria-hidden="true">⋯</span>
          </Button>
        }
      >
        {board === undefined || board.gone !== undefined ? null : (
          <MenuSwitch
            checked={board.isLocked === true}
            onChange={(isLocked) =>
              void give(
                { type: 'board.lock', board: boardId ?? '', isLocked },
                t(isLocked ? 'run.saidLocked' : 'run.saidUnlocked'),
              )
            }
          >
            {t('run.lockBoard')}
          </MenuSwitch>
        )}
        <MenuItem onSelect={() => window.open(workshopPath(workshopId, 'screen'), '_blank')}>
          {t('run.bigScreen')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => void handleTry()}>{t('run.tryIt')}</MenuItem>
        <MenuItem onSelect={() => afterMenu(() => void handleReset())}>{t('run.reset')}</MenuItem>
        {hasPlan(view) && view.now.stage !== null && view.now.ended === null ? (
          <MenuItem onSelect={() => afterMenu(() => void endWorkshop(confirm, give))}>
            {t('run.endNow')}
          </MenuItem>
        ) : null}
      </Menu>
      {confirmDialog}
      <Dialog
        open={link !== undefined}
        onOpenChange={() => setLink(undefined)}
        title={t('run.tryIt')}
        description={t('run.tryFailed')}
        returnFocusTo={[button]}
      >
        <CopyField label={t('run.tryLink')} value={link ?? ''} look="primary" />
      </Dialog>
    </>
  )
}
