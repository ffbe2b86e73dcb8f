import type { WorkshopView } from '@moot/workshop'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../parts/Button.tsx'
import { later } from '../../parts/later.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { Link, navigate } from '../../router.tsx'
import { formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import { pathWithin } from '../workshop/goTo.ts'
import type { Belonging, ListedSpace } from '../workshop/places.ts'
import { isRoundOpen, openSpaces, spaceName } from '../workshop/places.ts'
import { SpaceLabel } from '../workshop/SpaceLabel.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { Phase } from './activity.ts'
import { spaceOf } from './activity.ts'
import { NewTopics } from './NewTopics.tsx'
import styles from './Now.module.css'

const HowItWorks = later(async () => (await import('../offer/HowItWorks.tsx')).HowItWorks)

/** Breakouts shown beside the question; all of them are a press away. */
const BREAKOUTS_SHOWN = 3

/** Beside the question: the other spaces, that one may move, what everybody was told. */
export function Side({ where, phase }: { readonly where: Belonging; readonly phase: Phase }) {
  const { view } = useWorkshop()
  const isRound = phase === 'during' && view.now.focus === 'spaces' && isRoundOpen(view)
  // Whoever chooses has them all before them.
  const hasTopics = Object.values(view.topics).some(
    ({ place }) => place !== null && place.round === view.now.stage,
  )
  const isChoosing = where.kind === 'choose' && (hasTopics || view.me.role === 'participant')
  return (
    <>
      {isRound && !isChoosing ? <OtherSpaces own={spaceOf(where)} /> : null}
      {isRound ? (
        <section className={styles['free']} aria-labelledby="now-free">
          <h2 id="now-free" className={styles['freeTitle']}>
            {t('now.freeTitle')}
          </h2>
          <p>{t('now.freeBody')}</p>
          {hasTopics ? <HowItWorks /> : null}
        </section>
      ) : null}
      {phase === 'during' && isBeforeMarket(view) ? <HowItWorks /> : null}
      {phase === 'during' ? <NewTopics /> : null}
      <Told />
    </>
  )
}

/** Until topics are chosen, where there are going to be any: who is welcomed can read how that works. */
function isBeforeMarket({ stages, now }: WorkshopView): boolean {
  const current = now.stage === null ? undefined : stages[now.stage]
  if (current === undefined) return false
  return Object.values(stages).some(({ kind, order }) => kind === 'marketplace' && order > current.order)
}

function OtherSpaces({ own }: { readonly own: ListedSpace | undefined }) {
  const { view, replica, workshopId } = useWorkshop()
  const digests = useStore(replica.digests)
  useEffect(() => replica.watch('lines'), [replica])
  const others = openSpaces(view.spaces).filter(({ id }) => id !== own?.id)
  if (others.length === 0) return null
  // Breakouts come first; hallway and help desk are always among them.
  const shown = others.filter(({ kind }, at) => kind !== 'breakout' || at < BREAKOUTS_SHOWN)
  return (
    <section className={styles['panel']} aria-labelledby="now-spaces">
      <div className={styles['panelHead']}>
        <h2 id="now-spaces" className={styles['sub']}>
          {t(own === undefined ? 'now.spaces' : 'now.otherSpaces')}
        </h2>
        <span className={styles['aside']}>{t('now.here', { count: view.now.here })}</span>
      </div>
      <ul className={styles['spaces']}>
        {shown.map((space) => (
          <OtherSpace
            key={space.id}
            space={space}
            line={space.board === null ? undefined : digests[space.board]?.last?.text}
          />
        ))}
      </ul>
      <Button onClick={() => navigate(pathWithin(workshopId, 'spaces'))}>{t('now.seeAll')}</Button>
    </section>
  )
}

function OtherSpace({ space, line }: { readonly space: ListedSpace; readonly line: string | undefined }) {
  const { view, workshopId } = useWorkshop()
  const about =
    space.kind === 'breakout' ? space.title : t(space.kind === 'hallway' ? 'now.hallwayFor' : 'now.helpFor')
  const name =
    view.me.role === 'facilitator' && space.kind === 'breakout' ? (
      <SpaceLabel space={space} />
    ) : (
      <>
        <strong>{spaceName(space)}</strong>{' '}
        <span>
          <bdi>{about}</bdi>
        </span>
      </>
    )
  return (
    <li className={styles['space']}>
      <span className={styles['spaceName']}>
        {space.board === null ? (
          name
        ) : (
          <Link to={pathWithin(workshopId, { board: space.board })} className={styles['look']}>
            <VisuallyHidden>{t('now.lookIn')} </VisuallyHidden>
            {name}
          </Link>
        )}
      </span>
      <span className={styles['count']}>{t('now.people', { count: space.people })}</span>
      {line === undefined || line === '' ? null : (
        <span className={styles['quote']}>
          “<bdi>{line}</bdi>”
        </span>
      )}
    </li>
  )
}

/** What everybody was told, the latest first. */
function Told() {
  const { view } = useWorkshop()
  const { announcements } = view.me
  if (announcements.length === 0) return null
  return (
    <section className={styles['panel']} aria-labelledby="now-told">
      <h2 id="now-told" className={styles['sub']}>
        {t('now.toldTitle')}
      </h2>
      <ul className={styles['told']}>
        {announcements.map(({ id, text, kind, at }) => (
          <li key={id}>
            <time dateTime={new Date(at).toISOString()} className={styles['aside']}>
              {formatTime(at)}
            </time>
            <bdi className={styles['toldWords']}>{kind === 'nudge' ? t('now.nudge') : text}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
