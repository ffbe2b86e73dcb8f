import type { Visit } from '@moot/client'
import { forgetVisit, keepVisit, visitOf } from '@moot/client'
import { CLOSE } from '@moot/protocol'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { WorkshopPlace } from '../../place.ts'
import { Button, ButtonLink } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Opening } from '../../parts/Opening.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { t } from '../../text/index.ts'
import '../../text/inside.ts'
import { Frame } from './Frame.tsx'
import { Session } from './Session.ts'
import styles from './Workshop.module.css'
import { SteadyWorkshopContext, WorkshopContext } from './useWorkshop.ts'

const BigScreen = lazy(() =>
  import('../screen/BigScreen.tsx').then(({ BigScreen: screen }) => ({ default: screen })),
)

/** A workshop that this browser has joined: opens it and keeps it open while its screens are on the page. */
export function Workshop({
  visit,
  at,
  onLeft,
}: {
  readonly visit: Visit
  readonly at: WorkshopPlace
  /** The visit is forgotten: show what a stranger sees. */
  readonly onLeft: () => void
}) {
  const [session, setSession] = useState<Session>()
  const { workshopId, secret } = visit
  useEffect(() => {
    const known = visitOf(workshopId)
    if (known === undefined) return
    const opened = new Session(known)
    // Sockets are opened here and not while rendering, and must be closed again; rendering follows what was opened.
    // oxlint-disable-next-line react/set-state-in-effect
    setSession(opened)
    return () => opened.dispose()
    // A new secret is a new person: everything opens anew.
  }, [workshopId, secret])
  if (session === undefined) return <Opening />
  return <OpenSession session={session} at={at} onLeft={onLeft} />
}

function OpenSession({
  session,
  at,
  onLeft,
}: {
  readonly session: Session
  readonly at: WorkshopPlace
  readonly onLeft: () => void
}) {
  const { connection, view } = useStore(session.workshop.store)
  const { workshopId } = session.visit
  const steady = useMemo(
    () => ({ workshopId, visit: session.visit, session, replica: session.workshop }),
    [workshopId, session],
  )
  const title = view?.workshop.title
  const role = view?.me.role
  const name = view?.people[view.me.person]?.name

  // The list on the start page says what the workshop is called now, and who one is there now.
  useEffect(() => {
    const kept = visitOf(workshopId)
    if (kept === undefined || title === undefined || role === undefined || name === undefined) return
    if (kept.title === title && kept.role === role && kept.name === name) return
    keepVisit({ ...kept, title, role, name })
  }, [workshopId, title, role, name])

  if (connection.state === 'refused')
    return <Refused code={connection.code} visit={session.visit} onLeft={onLeft} />
  if (view === undefined) {
    return <Opening words={connection.state === 'lost' ? t('workshop.openingSlow') : t('workshop.opening')} />
  }
  return (
    <SteadyWorkshopContext value={steady}>
      <WorkshopContext value={{ ...steady, view }}>
        {at.kind === 'screen' ? (
          <Suspense fallback={<Opening />}>
            <BigScreen />
          </Suspense>
        ) : (
          <Frame at={at} onLeft={onLeft} />
        )}
      </WorkshopContext>
    </SteadyWorkshopContext>
  )
}

/** The server closed the workshop to this browser for good. */
function Refused({
  code,
  visit: { workshopId, isTrial },
  onLeft,
}: {
  readonly code: number
  readonly visit: Visit
  readonly onLeft: () => void
}) {
  const away = isTrial ? 'trialOver' : 'refused'
  const kind = code === CLOSE.unknownPerson ? away : code === CLOSE.notFound ? 'gone' : 'notUnderstood'
  return (
    <Page narrow>
      <Card>
        <Heading page={t(`workshop.${kind}Title`)}>{t(`workshop.${kind}Title`)}</Heading>
        <p>{t(`workshop.${kind}Body`)}</p>
        <div className={styles['actions']}>
          {kind === 'notUnderstood' ? (
            <Button look="primary" size="large" onClick={() => location.reload()}>
              {t('parts.reload')}
            </Button>
          ) : (
            <Button look="primary" size="large" onClick={() => void forgetVisit(workshopId).then(onLeft)}>
              {t(`workshop.${kind}Go`)}
            </Button>
          )}
          <ButtonLink size="large" href="/">
            {t('join.toHome')}
          </ButtonLink>
        </div>
      </Card>
    </Page>
  )
}
