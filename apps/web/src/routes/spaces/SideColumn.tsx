import type { BoardDigest } from '@moot/protocol'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Page.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { goToSpace, pathWithin } from '../workshop/goTo.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { spaceById, spaceLabel, spaceName, spacesInOrder } from '../workshop/places.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { MoveMenu } from './MoveMenu.tsx'
import type { Attending } from './roster.ts'
import { isMeeting, nameOf, notChosen, notYet } from './roster.ts'
import { Facts, Latest } from './SpaceItem.tsx'
import { VideoRoomOf } from './SpaceMenu.tsx'
import styles from './spaces.module.css'

/** Names shown before *Show all*. */
const SHOWN = 8

/** Beside the spaces: who is still on the way, the hallway and the help desk, and what is folded away. */
export function SideColumn({ digests }: { readonly digests: Readonly<Record<string, BoardDigest>> }) {
  const { view } = useWorkshop()
  const isFacilitator = view.me.role === 'facilitator'
  const others = spacesInOrder(view.spaces).filter(({ kind, isHidden }) => kind !== 'breakout' && !isHidden)
  const spares = spacesInOrder(view.spaces).filter(({ kind, isHidden }) => kind === 'breakout' && isHidden)
  return (
    <div className={styles['side']}>
      {isFacilitator ? <OnTheWay /> : null}
      {others.map((space) => (
        <Other
          key={space.id}
          space={space}
          digest={space.board === null ? undefined : digests[space.board]}
        />
      ))}
      {isFacilitator ? spares.map((space) => <Spare key={space.id} space={space} />) : null}
      {isFacilitator && spares.length === 0 ? <AddSpace /> : null}
    </div>
  )
}

function OnTheWay() {
  const { view } = useWorkshop()
  if (!isMeeting(view)) return null
  const missing = notYet(view)
  const choosing = notChosen(view)
  return (
    <>
      {missing.length === 0 && choosing.length > 0 ? null : (
        <Card className={styles['sideCard']}>
          <h2 className={styles['sideTitle']}>{t('spaces.notYet')}</h2>
          <p className={styles['sideHint']}>
            {t(missing.length === 0 ? 'spaces.notYetNone' : 'spaces.notYetHint')}
          </p>
          <Names people={missing} />
        </Card>
      )}
      {choosing.length === 0 ? null : (
        <Card className={styles['sideCard']}>
          {view.now.fill === 'choose' ? (
            <>
              <h2 className={styles['sideTitle']}>{t('spaces.notChosen')}</h2>
              <p className={styles['sideHint']}>{t('spaces.notChosenHint')}</p>
            </>
          ) : (
            <h2 className={styles['sideTitle']}>{t('spaces.notSent')}</h2>
          )}
          <Names people={choosing} />
        </Card>
      )}
    </>
  )
}

function Names({ people }: { readonly people: readonly Attending[] }) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? people : people.slice(0, SHOWN)
  if (people.length === 0) return null
  return (
    <>
      <ul className={styles['names']}>
        {shown.map((person) => (
          <OneName key={person.id} person={person} />
        ))}
      </ul>
      {shown.length === people.length ? null : (
        <Button look="quiet" onClick={() => setIsWhole(true)}>
          {t('spaces.showAll', { count: people.length })}
        </Button>
      )}
    </>
  )
}

function OneName({ person }: { readonly person: Attending }) {
  const { view } = useWorkshop()
  const give = useGive()
  const sent = spaceById(view.spaces, person.place.sent)
  const name = nameOf(person)
  return (
    <li className={styles['name']}>
      <span className={styles['who']}>
        <bdi>{name}</bdi>
        {sent === undefined ? null : (
          <span className={styles['sideHint']}>
            <bdi>{t('spaces.sentTo', { space: spaceLabel(view, { ...sent, title: '' }) })}</bdi>
          </span>
        )}
      </span>
      <span className={styles['nameWays']}>
        {sent === undefined ? null : (
          <Button
            look="quiet"
            size="small"
            aria-label={t('spaces.inCallPerson', { name })}
            onClick={() => void give({ type: 'person.inCall', person: person.id, isInCall: true })}
          >
            {t('spaces.inCall')}
          </Button>
        )}
        <MoveMenu person={person.id} name={name} />
      </span>
    </li>
  )
}

/** Hallway and help desk. */
function Other({ space, digest }: { readonly space: ListedSpace; readonly digest: BoardDigest | undefined }) {
  const open = useWorkshop()
  const { board } = space
  const isHere = open.view.me.space === space.id
  const name = spaceName(space)
  return (
    <Card className={styles['sideCard']}>
      <h2 className={styles['sideTitle']}>{name}</h2>
      <p className={styles['sideFacts']}>
        <Facts people={space.people} notes={digest?.notes} />
      </p>
      <Latest digest={digest} />
      <p className={styles['aside']}>
        <VideoRoomOf space={space} />
      </p>
      <p className={styles['sideWays']}>
        {board === null || isHere ? null : (
          <Button
            look="quiet"
            size="small"
            aria-label={t('spaces.lookInAt', { space: name })}
            onClick={() => navigate(pathWithin(open.workshopId, { board }))}
          >
            {t('spaces.lookIn')}
          </Button>
        )}
        {isHere && board === null ? (
          t('spaces.youAreHere')
        ) : (
          <Button
            look="quiet"
            size="small"
            aria-label={t(isHere ? 'spaces.openBoardOf' : 'spaces.goThereTo', { space: name })}
            onClick={() => goToSpace(open, space.id)}
          >
            {t(isHere ? 'spaces.openBoard' : 'spaces.goThere')}
          </Button>
        )}
      </p>
    </Card>
  )
}

function Spare({ space }: { readonly space: ListedSpace }) {
  const give = useGive()
  const { number } = space
  return (
    <Card className={styles['sideCard']}>
      <h2 className={styles['sideTitle']}>{t('spaces.spare', { number })}</h2>
      <p className={styles['sideFacts']}>{t('spaces.folded')}</p>
      <Button
        aria-label={t('spaces.unfoldAt', { number })}
        onClick={() => void give({ type: 'space.change', space: space.id, isHidden: false })}
      >
        {t('spaces.unfold')}
      </Button>
    </Card>
  )
}

function AddSpace() {
  const give = useGive()
  return <Button onClick={() => void give({ type: 'space.add' })}>{t('spaces.addSpace')}</Button>
}
