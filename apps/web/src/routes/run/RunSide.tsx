import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { WorkshopPlace } from '../../place.ts'
import { Button } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import '../../text/withRun.ts'
import { SpacesHost } from '../spaces/SpacesHost.tsx'
import { hasPlan } from '../workshop/sight.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './run.module.css'
import { RunPanel } from './RunPanel.tsx'
import { setRunInSight } from './runInSight.ts'

const KEY = 'moot.runFolded'
/** Beside anything narrower the panel would leave too little: there *Run* is a destination, with a screen of its own. */
const wide = matchMedia('(min-width: 901px)')

/** What facilitators have on every screen: the *Run* panel beside it where there is room, and the dialogs of the spaces. */
export function RunSide(props: SideProps) {
  return (
    <>
      {props.at.kind === 'run' ? null : <Side {...props} />}
      <SpacesHost />
    </>
  )
}

interface SideProps {
  /** The board on the screen, if it is one. */
  readonly boardId: string | undefined
  readonly at: WorkshopPlace
}

function Side({ boardId, at }: SideProps) {
  const { view } = useWorkshop()
  const isWide = useSyncExternalStore(
    (listener) => {
      wide.addEventListener('change', listener)
      return () => wide.removeEventListener('change', listener)
    },
    () => wide.matches,
  )
  // What this device was told last; until then unfolded where there is a running order to run.
  const [chosen, setChosen] = useState(remembered)
  const isFolded = chosen ?? !hasPlan(view)
  const side = useRef<HTMLElement>(null)
  const wasPressed = useRef(false)
  useEffect(() => {
    if (!wasPressed.current) return
    wasPressed.current = false
    side.current?.querySelector('button')?.focus()
  }, [isFolded])
  const isInSight = isWide && !isFolded
  useEffect(() => {
    setRunInSight(isInSight)
    return () => setRunInSight(false)
  }, [isInSight])
  const fold = (to: boolean) => {
    wasPressed.current = true
    setChosen(to)
    try {
      localStorage.setItem(KEY, String(to))
    } catch {
      // Without storage it holds until the page is closed.
    }
  }
  if (!isWide) return null
  if (isFolded) {
    return (
      <aside ref={side} aria-label={t('run.title')} className={styles['folded']}>
        <Button
          className={styles['unfold'] ?? ''}
          aria-label={t('run.unfoldNamed')}
          onClick={() => fold(false)}
        >
          {t('run.title')}
        </Button>
      </aside>
    )
  }
  return (
    <aside ref={side} aria-label={t('run.title')} className={styles['side']}>
      <RunPanel
        boardId={boardId}
        hasPrimary={at.kind === 'now' || at.kind === 'order'}
        heading={<h2 className={styles['title']}>{t('run.title')}</h2>}
        fold={
          <button
            type="button"
            className={styles['fold']}
            aria-label={t('run.foldNamed')}
            onClick={() => fold(true)}
          >
            {t('run.fold')}
          </button>
        }
      />
    </aside>
  )
}

function remembered(): boolean | undefined {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === null ? undefined : kept === 'true'
  } catch {
    return undefined
  }
}
