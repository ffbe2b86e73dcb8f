import type { WorkshopView } from '@moot/workshop'
import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { Button, classes } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'
import '../../text/withSpaces.ts'
import { useNarrow } from '../board/useNarrow.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { currentRoundNumber } from '../workshop/places.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { EarlierRounds } from './EarlierRounds.tsx'
import { openSpaces } from './openSpaces.ts'
import { countSpaces, isBetweenRounds } from './roster.ts'
import { useTopicsOf } from './useTopicsOf.ts'
import { SideColumn } from './SideColumn.tsx'
import { SpaceActions } from './SpaceActions.tsx'
import type { Standing } from './SpaceItem.tsx'
import { SpaceItem } from './SpaceItem.tsx'
import styles from './spaces.module.css'
import { useListed } from './useListed.ts'
import { useTakingAway } from './useTakingAway.ts'

/** More spaces than this are a list. */
const CARDS_MAX = 12

/** Every space: who is there, what is being written, and the way in. */
export function Spaces() {
  const { replica, view } = useWorkshop()
  const isNarrow = useNarrow()
  const spaces = useListed(view)
  const isRows = isNarrow || spaces.length > CARDS_MAX
  const digests = useStore(replica.digests)
  const serverNow = useCallback(() => replica.serverNow(), [replica])
  const topics = useTopicsOf(view, serverNow)
  const { takeAway, question } = useTakingAway()
  useEffect(() => replica.watch(isRows ? 'lines' : 'minis'), [replica, isRows])

  const { me, now } = view
  const isFacilitator = me.role === 'facilitator'
  if (Object.keys(view.spaces).length === 0) return <Empty isFacilitator={isFacilitator} />
  const isReady = now.round === 0 || isBetweenRounds(view)
  const called = isReady ? 0 : currentRoundNumber(view)
  const shared = sharedQuestion(spaces)
  const standings = standingOf(view, spaces)
  const { timer } = now
  const isHalfTime = timer === null || replica.serverNow() > (timer.started + timer.ends) / 2
  return (
    <div className={styles['screen']}>
      <div className={styles['head']}>
        <Heading page={t('spaces.title')} className={styles['title'] ?? ''}>
          {isReady
            ? t('spaces.headingReady')
            : t(called === 0 ? 'spaces.headingTalk' : 'spaces.heading', {
                round: called,
                spaces: countSpaces(spaces.length),
                people: t('spaces.people', { count: now.here }),
              })}
        </Heading>
        {isFacilitator ? <SpaceActions /> : null}
      </div>
      <Situation />
      {shared === '' ? null : (
        <p className={styles['shared']} dir="auto">
          {t('spaces.allDiscuss', { question: shared })}
        </p>
      )}
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <ul className={classes(styles['spaces'], isRows && styles['rows'])} aria-label={t('spaces.list')}>
            {spaces.map((space) => (
              <SpaceItem
                key={space.id}
                space={space}
                round={called}
                digest={space.board === null ? undefined : digests[space.board]}
                standing={standings(space.id)}
                isFacilitator={isFacilitator}
                noteTaker={space.noteTaker === null ? '' : (view.people[space.noteTaker]?.name ?? '')}
                noteTakerIsMe={space.noteTaker === me.person}
                isHalfTime={isHalfTime}
                hasSharedQuestion={shared !== ''}
                topic={isReady ? undefined : topics(space)}
                mayWrite={me.role !== 'observer'}
                look={isRows ? 'row' : 'card'}
                onTakeAway={takeAway}
              />
            ))}
          </ul>
          <EarlierRounds />
        </div>
        <SideColumn digests={digests} />
      </div>
      {question}
    </div>
  )
}

/** How things stand, where nobody is to be in a space just now. */
function Situation() {
  const { view } = useWorkshop()
  const { me, now } = view
  if (now.round === 0 || isBetweenRounds(view))
    return (
      <p className={styles['lead']}>{t(me.role === 'facilitator' ? 'spaces.ready' : 'spaces.readyForAll')}</p>
    )
  return now.focus === 'main' ? <p className={styles['lead']}>{t('spaces.backInvited')}</p> : null
}

function Empty({ isFacilitator }: { readonly isFacilitator: boolean }) {
  return (
    <div className={classes(styles['screen'], styles['empty'])}>
      <Heading page={t('spaces.title')} className={styles['title'] ?? ''}>
        {t(isFacilitator ? 'spaces.emptyTitle' : 'spaces.title')}
      </Heading>
      <p className={styles['lead']}>{t(isFacilitator ? 'spaces.emptyBody' : 'spaces.emptyForAll')}</p>
      {isFacilitator ? (
        <div>
          <Button look="primary" size="large" onClick={() => openSpaces()}>
            {t('spaces.open')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** The one question of all spaces; '' where they have several, or none. */
function sharedQuestion(spaces: readonly ListedSpace[]): string {
  const [first, ...rest] = spaces
  if (first === undefined || rest.length === 0) return ''
  return rest.every(({ question }) => question === first.question) ? first.question : ''
}

/** How this person stands to each space; whoever has none yet is shown the smallest group. */
function standingOf({ me, now }: WorkshopView, spaces: readonly ListedSpace[]): (space: string) => Standing {
  const isFree = me.role === 'participant' && now.focus === 'spaces' && me.space === null && me.sent === null
  const sizes = spaces.map(({ people }) => people)
  const least = Math.min(...sizes)
  const hint =
    isFree && least < Math.max(...sizes) ? spaces.find(({ people }) => people === least)?.id : undefined
  return (id) =>
    id === me.space ? 'here' : id === me.sent?.space ? 'sent' : id === hint ? 'smallest' : 'other'
}
