/** Which screen an address shows. Each screen is a script of its own, loaded when it is needed. */
import { visitOf } from '@moot/client'
import { lazy, Suspense, useEffect, useReducer } from 'react'
import { readFragment } from './links.ts'
import type { WorkshopPlace } from './place.ts'
import { placeOf } from './place.ts'
import { Opening } from './parts/Opening.tsx'
import { useFragment, usePath } from './router.tsx'

const loadWorkshop = () => import('./routes/workshop/Workshop.tsx')

const Home = lazy(() => import('./routes/home/Home.tsx').then(({ Home: screen }) => ({ default: screen })))
const Plan = lazy(() => import('./routes/plan/Plan.tsx').then(({ Plan: screen }) => ({ default: screen })))
const EnterCode = lazy(() =>
  import('./routes/code/EnterCode.tsx').then(({ EnterCode: screen }) => ({ default: screen })),
)
const Join = lazy(() => import('./routes/join/Join.tsx').then(({ Join: screen }) => ({ default: screen })))
const Workshop = lazy(() => loadWorkshop().then(({ Workshop: screen }) => ({ default: screen })))
const CheckConnection = lazy(() =>
  import('./routes/check/CheckConnection.tsx').then(({ CheckConnection: screen }) => ({ default: screen })),
)
const About = lazy(() =>
  import('./routes/about/About.tsx').then(({ About: screen }) => ({ default: screen })),
)
const NotFound = lazy(() =>
  import('./routes/about/NotFound.tsx').then(({ NotFound: screen }) => ({ default: screen })),
)

/** The screen for the address. */
export function Routes() {
  const place = placeOf(usePath())
  return <Suspense fallback={<Opening />}>{screenFor(place)}</Suspense>
}

function screenFor(place: ReturnType<typeof placeOf>) {
  switch (place.screen) {
    case 'home':
      return <Home />
    case 'plan':
      return <Plan />
    case 'code':
      return <EnterCode />
    case 'check':
      return <CheckConnection />
    case 'about':
      return <About />
    case 'unknown':
      return <NotFound />
    case 'workshop':
      return <WorkshopDoor key={place.workshopId} workshopId={place.workshopId} at={place.at} />
    default:
      return place satisfies never
  }
}

/** In front of a workshop: who has joined goes straight in, unless their link gives more than they have. */
function WorkshopDoor({ workshopId, at }: { readonly workshopId: string; readonly at: WorkshopPlace }) {
  const fragment = useFragment()
  const [, lookAgain] = useReducer((count: number) => count + 1, 0)
  const visit = visitOf(workshopId)
  const link = readFragment(fragment)
  const isRising = link?.kind === 'facilitator' && visit?.role !== 'facilitator'
  const isWaiting =
    visit === undefined ||
    isRising ||
    link?.kind === 'rejoin' ||
    link?.kind === 'trial' ||
    (link?.kind === 'join' && visit.role === 'observer')

  // A link to something on a board holds no key: it is kept until they have come in by another one.
  useEffect(() => {
    if (visit !== undefined || link !== undefined || !/^#[nsd]\./.test(fragment)) return
    try {
      sessionStorage.setItem(`moot.wanted.${workshopId}`, location.pathname + fragment)
    } catch {
      // Without storage they come to the first board.
    }
  }, [visit, link, fragment, workshopId])

  // While a name is being typed, the screens behind the door arrive.
  useEffect(() => {
    if (isWaiting) loadWorkshop().catch(() => undefined)
  }, [isWaiting])

  if (isWaiting) return <Join workshopId={workshopId} link={link} visit={visit} onJoined={lookAgain} />
  return <Workshop visit={visit} at={at} onLeft={lookAgain} />
}
