import type { WorkshopView } from '@moot/workshop'
import { useRef, useState } from 'react'
import { afterMenu } from '../../parts/afterMenu.ts'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { later } from '../../parts/later.tsx'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import { toast } from '../boards/toast.tsx'
import { roundsOf, topicsOfRound } from '../workshop/topicsHere.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { openPlacing, openRoomList, openSpaces, openVideoRooms } from './openSpaces.ts'
import { isBetweenRounds } from './roster.ts'
import styles from './spaces.module.css'

const AnnounceDialog = later(async () => (await import('../run/AnnounceDialog.tsx')).AnnounceDialog)

/** What a facilitator can do for all spaces. Before a round the one action is to open it, in it to tell people something. */
export function SpaceActions() {
  const { view } = useWorkshop()
  const give = useGive()
  const announceButton = useRef<HTMLButtonElement>(null)
  const [isAnnouncing, setIsAnnouncing] = useState(false)
  const isOn = view.now.round > 0 && !isBetweenRounds(view)
  const isMeeting = isOn && view.now.focus === 'spaces'
  const next = nextOfTopics(view)
  const handleBack = async () => {
    if (!(await give({ type: 'spaces.back' }))) return
    toast({ words: t('spaces.invitedBack') })
    focusIfLost()
  }
  return (
    <div role="group" aria-label={t('spaces.actions')} className={styles['actions']}>
      {isOn ? <Button onClick={openRoomList}>{t('spaces.copyList')}</Button> : null}
      {isMeeting ? <Button onClick={() => void handleBack()}>{t('spaces.inviteBack')}</Button> : null}
      {isMeeting ? null : next === undefined ? (
        <Button look="primary" onClick={() => openSpaces()}>
          {t(view.now.round > 0 ? 'spaces.openNext' : 'spaces.open')}
        </Button>
      ) : (
        <Button
          look="primary"
          onClick={() => void give({ type: 'stage.go', stage: next.id, from: view.now.stage })}
        >
          {t('spaces.startRound', { round: next.title })}
        </Button>
      )}
      <Button
        ref={announceButton}
        look={isMeeting ? 'primary' : 'secondary'}
        onClick={() => setIsAnnouncing(true)}
      >
        {t('spaces.announce')}
      </Button>
      <Menu trigger={<Button>{t('spaces.more')} ▾</Button>}>
        {isOn ? <MenuItem onSelect={() => afterMenu(openPlacing)}>{t('spaces.placePeople')}</MenuItem> : null}
        {isMeeting ? (
          <>
            <MenuItem onSelect={() => void give({ type: 'spaces.mix' }, t('spaces.mixed'))}>
              {t('spaces.mix')}
            </MenuItem>
            <MenuItem onSelect={() => afterMenu(() => openSpaces())}>{t('spaces.openNext')}</MenuItem>
          </>
        ) : null}
        {!isMeeting && next !== undefined ? (
          <MenuItem onSelect={() => afterMenu(() => openSpaces())}>{t('spaces.open')}</MenuItem>
        ) : null}
        <MenuItem onSelect={() => afterMenu(openVideoRooms)}>{t('spaces.videoRooms')}</MenuItem>
        <MenuItem onSelect={() => void give({ type: 'space.add' })}>{t('spaces.addSpace')}</MenuItem>
      </Menu>
      {isAnnouncing ? (
        <AnnounceDialog onClose={() => setIsAnnouncing(false)} returnFocusTo={announceButton} />
      ) : null}
    </div>
  )
}

/** The round that people have put topics in and that has not begun: opened by hand, their questions would have no spaces. */
const nextOfTopics = (view: WorkshopView) =>
  roundsOf(view).find(({ id, started }) => started === null && topicsOfRound(view, id).length > 0)
