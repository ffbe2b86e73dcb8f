import { WORKSHOP_TITLE_MAX } from '@moot/workshop'
import type { ReactNode } from 'react'
import { lazy, Suspense, useRef, useState } from 'react'
import { Avatar } from '../../parts/Avatar.tsx'
import { Button } from '../../parts/Button.tsx'
import { Logo } from '../../parts/Logo.tsx'
import { Popover } from '../../parts/Popover.tsx'
import { RenameInPlace } from '../../parts/RenameInPlace.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import type { DialogName } from './dialogs/Dialogs.tsx'
import { FrameMenu } from './FrameMenu.tsx'
import { People } from './People.tsx'
import { peopleHere } from './peopleHere.ts'
import { SavedState } from './SavedState.tsx'
import styles from './TopBar.module.css'
import { useWorkshop } from './useWorkshop.ts'

const Dialogs = lazy(() => import('./dialogs/Dialogs.tsx').then(({ Dialogs: part }) => ({ default: part })))

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
  const [dialog, setDialog] = useState<DialogName>()
  const share = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLButtonElement>(null)
  const title = view.workshop.title || t('workshop.untitled')
  const here = peopleHere(view)

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
      <div className={styles['destinations']}>{children}</div>
      <div className={styles['state']}>
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
        <Button ref={share} className={styles['share'] ?? ''} onClick={() => setDialog('share')}>
          {t('workshop.share')}
        </Button>
        <FrameMenu ref={menu} boardId={boardId} hereCount={here.length} onOpen={setDialog} onLeft={onLeft} />
      </div>
      {dialog === undefined ? null : (
        <Suspense>
          <Dialogs
            name={dialog}
            boardId={boardId}
            onClose={() => setDialog(undefined)}
            returnFocusTo={dialog === 'share' ? [share, menu] : [menu]}
          />
        </Suspense>
      )}
    </header>
  )
}
