import { WORKSHOP_TITLE_MAX } from '@moot/workshop'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Avatar } from '../../parts/Avatar.tsx'
import { Button } from '../../parts/Button.tsx'
import { later } from '../../parts/later.tsx'
import { NotArrived } from '../../parts/NotLoaded.tsx'
import { Logo } from '../../parts/Logo.tsx'
import { Popover } from '../../parts/Popover.tsx'
import { RenameInPlace } from '../../parts/RenameInPlace.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { onBarDialog, openBarDialog } from './barDialog.ts'
import type { DialogName, Dialogs } from './dialogs/Dialogs.tsx'
import { FrameMenu } from './FrameMenu.tsx'
import { peopleHere } from './peopleHere.ts'
import { SavedState } from './SavedState.tsx'
import styles from './TopBar.module.css'
import { useWorkshop } from './useWorkshop.ts'

const People = later(async () => (await import('./People.tsx')).People, 'withOverlays')
const BarPlace = later(async () => (await import('./BarPlace.tsx')).BarPlace)
const TimerChip = later(async () => (await import('../timer/TimerChip.tsx')).TimerChip)

type BarDialogState =
  | { readonly state: 'closed' | 'failed' }
  | {
      readonly state: 'open'
      readonly name: DialogName
      readonly Dialogs: typeof Dialogs
      /** The button that asked for it, on *Now* for example; none for what the menu or the bar itself opens. */
      readonly from: HTMLElement | undefined
    }

/** The bar: workshop, destinations, saved state, people, *Share*, menu. */
export function TopBar({
  boardId,
  onLeft,
  children,
}: {
  /** The board on the screen, if it is one. */
  readonly boardId: string | undefined
  readonly onLeft: () => void
  /** The destinations. */
  readonly children: ReactNode
}) {
  const { session, replica, view } = useWorkshop()
  const [dialog, setDialog] = useState<BarDialogState>({ state: 'closed' })
  const share = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLButtonElement>(null)
  const title = view.workshop.title || t('workshop.untitled')
  const here = peopleHere(view)
  useEffect(
    () =>
      onBarDialog((name) => {
        const from = askedFrom()
        void (async () => {
          // A script of its own, because most people open none. Without a connection it may not arrive: then the bar
          // stays as it is, and the next press tries again. (`await`, because Vite wraps a chain of `then` together with
          // the import, and a style sheet that does not arrive would go past the chain's own handler.)
          try {
            const parts = await import('./dialogs/Dialogs.tsx')
            setDialog({ state: 'open', name, Dialogs: parts.Dialogs, from })
          } catch {
            setDialog({ state: 'failed' })
          }
        })()
      }),
    [],
  )

  return (
    <header className={styles['bar']}>
      <Link to="/" className={styles['home']} aria-label={t('workshop.home')}>
        <Logo />
      </Link>
      {view.me.role === 'facilitator' ? (
        <RenameInPlace
          label={t('workshop.renameWorkshop')}
          value={view.workshop.title}
          shown={title}
          maxLength={WORKSHOP_TITLE_MAX}
          className={styles['title'] ?? ''}
          onRename={async (name) => {
            const answer = await replica.command({ type: 'workshop.rename', title: name })
            return answer.ok ? undefined : refusalText(answer)
          }}
        />
      ) : (
        <p className={styles['title']} dir="auto">
          {title}
        </p>
      )}
      {boardId !== undefined && Object.hasOwn(view.slots, boardId) ? (
        <BarPlace boardId={boardId} className={styles['place'] ?? ''} />
      ) : null}
      <div className={styles['destinations']}>{children}</div>
      <div className={styles['state']}>
        {view.now.timer === null ? null : <TimerChip />}
        <SavedState session={session} />
        <Popover
          title={t('workshop.people')}
          trigger={
            <button type="button" className={styles['people']}>
              <VisuallyHidden>{t('workshop.peopleButton', { count: here.length })}</VisuallyHidden>
              {here.slice(0, 3).map((person) => (
                <Avatar key={person.id} person={person.id} name={person.name} />
              ))}
              <span aria-hidden="true" className={styles['count']}>
                {here.length}
              </span>
            </button>
          }
        >
          <People />
        </Popover>
        <Button ref={share} className={styles['share'] ?? ''} onClick={() => openBarDialog('share')}>
          {t('workshop.share')}
        </Button>
        <FrameMenu ref={menu} boardId={boardId} hereCount={here.length} onLeft={onLeft} />
      </div>
      {dialog.state === 'open' ? (
        <dialog.Dialogs
          name={dialog.name}
          boardId={boardId}
          onClose={() => setDialog({ state: 'closed' })}
          returnFocusTo={
            dialog.from === undefined
              ? dialog.name === 'share'
                ? [share, menu]
                : [menu]
              : [{ current: dialog.from }, menu]
          }
        />
      ) : null}
      {dialog.state === 'failed' ? <NotArrived /> : null}
    </header>
  )
}

/** What has the focus, if it is a button outside the bar and its menu: it is to have it again. */
function askedFrom(): HTMLElement | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement && activeElement.closest('main') !== null
    ? activeElement
    : undefined
}
