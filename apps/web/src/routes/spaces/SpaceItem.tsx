import type { BoardDigest } from '@moot/protocol'
import { FEW_NOTES, slotLabel } from '@moot/workshop'
import { memo, useCallback, useId, useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { toast } from '../boards/toast.tsx'
import { goToSpace, pathWithin } from '../workshop/goTo.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { roundLabelRead, spaceName, spaceTitle } from '../workshop/places.ts'
import { useGive } from '../workshop/useGive.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import { LastNote } from './Ago.tsx'
import { Mini } from './Mini.tsx'
import { SpaceMenu, VideoRoomOf } from './SpaceMenu.tsx'
import styles from './spaces.module.css'
import { TopicFacts } from './TopicFacts.tsx'
import type { TakenAway } from './useTakingAway.ts'
import type { SpaceTopic } from './useTopicsOf.ts'

/** How a space stands to the person who looks. */
export type Standing = 'here' | 'sent' | 'smallest' | 'other'

/** What one space shows; everything in it keeps its identity until it changes, so that little is drawn again. */
export interface SpaceItemProps {
  readonly space: ListedSpace
  /** Number of the current round, 0 before the first. */
  readonly round: number
  readonly digest: BoardDigest | undefined
  readonly standing: Standing
  readonly isFacilitator: boolean
  /** The name of the person who takes notes; '' where nobody does. */
  readonly noteTaker: string
  readonly noteTakerIsMe: boolean
  /** Whether half of the time is over, or none was set. */
  readonly isHalfTime: boolean
  /** Whether the question stands above all spaces already. */
  readonly hasSharedQuestion: boolean
  /** The topic that it has in this round, if any. The same object until something in it changes. */
  readonly topic: SpaceTopic | undefined
  readonly mayWrite: boolean
  readonly look: 'card' | 'row'
  readonly onTakeAway: (space: ListedSpace, how: TakenAway) => void
}

/** One space: what it is about, who is there, what is being written, and the ways in. */
export const SpaceItem = memo(function SpaceItem(props: SpaceItemProps) {
  const { space, round, digest, standing, isFacilitator, hasSharedQuestion, look } = props
  const give = useGive()
  const headingId = useId()
  const [wasNudged, setWasNudged] = useState(false)
  const { id } = space
  const onNudge = useCallback(() => {
    void give({ type: 'space.nudge', space: id }).then((isDone) => {
      if (!isDone) return
      setWasNudged(true)
      toast({ words: t('spaces.nudgeDone', { space: spaceName(space) }) })
    })
  }, [give, id, space])
  const isMine = standing === 'here' || standing === 'sent'
  // Whether a group asks for help is theirs and the facilitators' to know.
  const isAsking = space.helpAt !== null && (isFacilitator || isMine)
  // A topic's title is its question cut short: the whole of it says the same, and more.
  const isTopic = props.topic !== undefined
  const about = isTopic
    ? space.question || space.title
    : hasSharedQuestion
      ? space.title
      : space.title || space.question
  return (
    <li
      className={classes(styles['space'], styles[look], isAsking && styles['asking'])}
      data-space={space.number}
      aria-labelledby={headingId}
    >
      <h2 id={headingId} className={styles['about']}>
        <Label space={space} round={round} isFacilitator={isFacilitator} />
        {about === '' ? null : (
          <>
            {' '}
            <span className={styles['question']} dir="auto">
              {about}
            </span>
          </>
        )}
      </h2>
      {space.title !== '' && space.question !== '' && !hasSharedQuestion && !isTopic ? (
        <p className={styles['asked']} dir="auto">
          {space.question}
        </p>
      ) : null}
      {look === 'card' && space.board !== null ? <Mini mini={digest?.mini} /> : null}
      {round === 0 ? null : (
        <div className={styles['facts']}>
          <span>
            <Facts people={space.people} notes={digest?.notes} />
          </span>
          {isAsking ? (
            <Chip tone="attention">{t('spaces.asksForHelp')}</Chip>
          ) : (
            <Stands standing={standing} />
          )}
        </div>
      )}
      <TopicFacts {...props} />
      <Latest digest={digest} />
      <Aside {...props} />
      <div className={styles['foot']}>
        <span className={styles['last']}>
          <Last {...props} />
        </span>
        <Ways {...props} wasNudged={wasNudged} onNudge={onNudge} />
      </div>
    </li>
  )
})

/** `R1·3`, read aloud as what it means, or *Space 3*. */
function Label({ space, round, isFacilitator }: Pick<SpaceItemProps, 'space' | 'round' | 'isFacilitator'>) {
  if (!isFacilitator || round === 0 || !space.isOn)
    return <span className={styles['label']}>{spaceName(space)}</span>
  return (
    <span className={styles['label']}>
      <span aria-hidden="true">{slotLabel(round, space.number, '')}</span>
      <VisuallyHidden>{t('places.labelRead', { round, number: space.number })}</VisuallyHidden>
    </span>
  )
}

/** *9 people · 21 notes*. */
export function Facts({ people, notes }: { readonly people: number; readonly notes: number | undefined }) {
  const here = t('spaces.people', { count: people })
  return notes === undefined
    ? here
    : t('spaces.facts', { people: here, notes: t('spaces.notes', { count: notes }) })
}

function Stands({ standing }: { readonly standing: Standing }) {
  switch (standing) {
    case 'here':
      return <Chip tone="accent">{t('spaces.youAreHere')}</Chip>
    case 'sent':
      return <Chip tone="accent">{t('spaces.yourSpace')}</Chip>
    case 'smallest':
      return <Chip>{t('spaces.smallest')}</Chip>
    case 'other':
      return null
    default:
      return standing satisfies never
  }
}

/** The latest line, on one line of its own. */
export function Latest({ digest }: { readonly digest: BoardDigest | undefined }) {
  const last = digest?.last ?? null
  return last === null ? null : (
    <p className={styles['latest']} dir="auto">
      {t('spaces.quoted', { text: last.text })}
    </p>
  )
}

function Aside({ space, noteTaker, noteTakerIsMe }: SpaceItemProps) {
  const hasRoom = space.videoName !== '' || space.videoLink !== ''
  if (!hasRoom && noteTaker === '') return null
  return (
    <p className={styles['aside']}>
      <VideoRoomOf space={space} />
      {hasRoom && noteTaker !== '' ? <br /> : null}
      {noteTaker === '' ? null : noteTakerIsMe ? (
        t('spaces.notesByYou')
      ) : (
        <bdi>{t('spaces.notesBy', { name: noteTaker })}</bdi>
      )}
    </p>
  )
}

/** Few notes among several people at half time, and nobody who takes them, is worth a nudge (methods §1.7). */
const isQuiet = ({ space, digest, isFacilitator, isHalfTime, noteTaker, topic }: SpaceItemProps): boolean =>
  isFacilitator &&
  (topic === undefined || topic.state === 'running') &&
  isHalfTime &&
  space.isOn &&
  noteTaker === '' &&
  space.people > 1 &&
  digest !== undefined &&
  digest.notes < FEW_NOTES

function Last(props: SpaceItemProps) {
  const { space, round, digest } = props
  if (space.board === null) return round === 0 ? null : t('spaces.noBoard')
  if (isQuiet(props)) return t(props.topic === undefined ? 'spaces.noNoteTaker' : 'spaces.halfTime')
  if (digest === undefined) return null
  return digest.last === null ? t('spaces.noNotes') : <LastNote at={digest.last.at} />
}

/** The ways in, and what one may do from outside. */
function Ways(props: SpaceItemProps & { readonly wasNudged: boolean; readonly onNudge: () => void }) {
  const {
    space,
    round,
    standing,
    isFacilitator,
    mayWrite,
    noteTaker,
    topic,
    wasNudged,
    onNudge,
    onTakeAway,
  } = props
  const open = useSteadyWorkshop()
  const give = useGive()
  const { id, board, helpAt } = space
  const name = spaceTitle(space)
  const isHere = standing === 'here'
  const isMine = isHere || standing === 'sent'
  // Spaces that are only ready are nowhere to go yet.
  const canGo = space.isOn || isMine
  return (
    <span className={styles['ways']}>
      {isMine && !isFacilitator && mayWrite ? (
        <Button
          look="quiet"
          size="small"
          aria-label={helpAt === null ? t('spaces.callForHelpAt', { space: name }) : undefined}
          onClick={() =>
            void give(
              { type: 'space.help', space: id, isOn: helpAt === null },
              helpAt === null ? t('spaces.helpCalled') : undefined,
            )
          }
        >
          {t(helpAt === null ? 'spaces.callForHelp' : 'spaces.takeBackHelp')}
        </Button>
      ) : null}
      {isHere && !isFacilitator && mayWrite && noteTaker === '' && space.isOn ? (
        <Button
          look="quiet"
          size="small"
          onClick={() => void give({ type: 'space.noteTaker', space: id, person: open.visit.personId })}
        >
          {t('spaces.takeNotes')}
        </Button>
      ) : null}
      {isFacilitator && helpAt !== null ? (
        <Button
          size="small"
          aria-label={t('spaces.helpIsHereAt', { space: name })}
          onClick={async () => {
            if (await give({ type: 'space.help', space: id, isOn: false })) focusIfLost()
          }}
        >
          {t('spaces.helpIsHere')}
        </Button>
      ) : null}
      {isQuiet(props) && helpAt === null ? (
        <Button
          size="small"
          busy={wasNudged}
          aria-label={t('spaces.nudgeAt', { space: name })}
          onClick={onNudge}
        >
          {t(wasNudged ? 'spaces.nudged' : 'spaces.nudge')}
        </Button>
      ) : null}
      {board === null || (isHere && !isFacilitator) ? null : (
        <Button
          look="quiet"
          size="small"
          aria-label={t('spaces.lookInAt', { space: name })}
          onClick={() => navigate(pathWithin(open.workshopId, { board }))}
        >
          {t('spaces.lookIn')}
        </Button>
      )}
      {isFacilitator || !canGo || (isHere && board === null) ? null : (
        <Button
          size="small"
          look={isMine ? 'primary' : 'secondary'}
          aria-label={t(isHere ? 'spaces.openBoardOf' : 'spaces.goThereTo', { space: name })}
          onClick={() => goToSpace(open, id)}
        >
          {t(isHere ? 'spaces.openBoard' : 'spaces.goThere')}
        </Button>
      )}
      {isFacilitator && space.kind === 'breakout' ? (
        <SpaceMenu
          space={space}
          topic={topic}
          label={roundLabelRead(round, space)}
          onNudge={onNudge}
          onTakeAway={onTakeAway}
        />
      ) : null}
    </span>
  )
}
