import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { WorkshopPlace } from '../../place.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withAttention.ts'
import { formatTime } from '../../text/format.ts'
import { activityOf, spaceOf } from '../now/activity.ts'
import { ownTimer } from '../timer/ownTimer.ts'
import { hasTwoMinutes } from '../timer/timeLeft.ts'
import { useTimerStands } from '../timer/useTimer.ts'
import { goToSpace, pathWithin } from '../workshop/goTo.ts'
import type { Belonging, ListedSpace } from '../workshop/places.ts'
import { belonging, spacesInOrder } from '../workshop/places.ts'
import { sentMark, useSeen } from '../workshop/seen.ts'
import { SpaceLabel } from '../workshop/SpaceLabel.tsx'
import type { OpenWorkshop } from '../workshop/useWorkshop.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './Attention.module.css'
import { Line } from './Line.tsx'
import { helpMark, newsToSay } from './newsToSay.ts'
import { unread } from './unread.ts'
import { useInvitedHere } from './useInvitedHere.tsx'
import { useNudge } from './useNudge.tsx'
import { useTopicLine } from './useTopicLine.tsx'

/**
 * Lines that are in sight at once, on a phone only the first and what was announced; what waits comes when one is put
 * away.
 */
const LINES_MAX = 2

/**
 * Under the bar of every screen: where one is asked to go, what everybody was told, the last two minutes. Nobody is
 * moved and no focus is taken; what is put away stays away on this device, and *Now* keeps it.
 */
export function Attention({
  boardId,
  screen,
}: {
  /** The board on the screen, if it is one. */
  readonly boardId: string | undefined
  /** Which screen it is: *Now* says itself where to go, and others show what is on. */
  readonly screen: WorkshopPlace['kind']
}) {
  const isNow = screen === 'now'
  const open = useWorkshop()
  const { view, replica, workshopId } = open
  const seen = useSeen(workshopId)
  const where = belonging(view, seen.isSeen(sentMark(view.me.sent)))
  const stands = useTimerStands(view.now.timer, replica)
  useSaid(open, where)
  const invited = useInvitedHere(boardId)
  const course = useTopicLine(open, boardId, seen)
  const nudge = useNudge(open, seen)

  // Who has been where they were sent may go elsewhere without being asked again.
  const { sent, space } = view.me
  const { see } = seen
  const arrived = sent !== null && sent.space === space ? sentMark(sent) : ''
  useEffect(() => {
    if (arrived !== '') see(arrived)
    // `see` is another function at every render and does the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [arrived])

  // *Now* shows all topics of a round, *Topics* the marketplace: whoever has been there is not led back from elsewhere.
  const { roundStage, stage } = view.now
  const isShown =
    stage !== null &&
    ((isNow && roundStage === stage && isOfTopics(view, stage)) || isOnScreen(view.stages[stage], screen))
  const hasRead = stage !== null && isShown ? stageMark(view, stage) : ''
  useEffect(() => {
    if (hasRead !== '') see(hasRead)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [hasRead])

  const lines = [
    invited,
    isNow ? null : placeLine(open, { where, boardId, screen, seen, isFinishing: course.isGrace }),
    helpLine(open, seen),
    // Before the time, which the bar shows as well: what facilitators say reaches everybody, wherever they are.
    toldLine(open, seen),
    course.line ?? (stands === 'nearlyUp' && ownTimer(view) === null ? twoMinutesLine(open, seen) : null),
    // Last: it can wait, the time cannot.
    nudge,
  ].filter((line) => line !== null)
  if (lines.length === 0) return null
  return (
    <section className={styles['attention']} aria-label={t('attention.region')}>
      {lines.slice(0, LINES_MAX)}
    </section>
  )
}

const isOfTopics = ({ topics }: OpenWorkshop['view'], stage: string): boolean =>
  Object.values(topics).some(({ place }) => place?.round === stage)

/** Whether this screen is what the activity is about: who is there needs no way to it. */
function isOnScreen(stage: { readonly kind: string } | undefined, screen: WorkshopPlace['kind']): boolean {
  if (stage?.kind === 'marketplace') return screen === 'topics' || screen === 'topic'
  return (stage?.kind === 'news' || stage?.kind === 'harvest') && screen === 'news'
}

const stageMark = ({ stages }: OpenWorkshop['view'], stage: string): string =>
  `stage ${stage} ${stages[stage]?.started ?? 0}`

type Seen = ReturnType<typeof useSeen>
interface At {
  readonly where: Belonging
  /** Whether one has two minutes to finish a sentence: what is on elsewhere waits for that long. */
  readonly isFinishing: boolean
  readonly boardId: string | undefined
  readonly screen: WorkshopPlace['kind']
  readonly seen: Seen
}

/** Where somebody is asked to go: one thing at a time, what matters most first. */
function placeLine(open: OpenWorkshop, at: At): ReactNode {
  const { view, workshopId } = open
  const { now, me } = view
  const { where, boardId, seen } = at
  if (now.ended !== null) {
    return lineUnlessSeen(seen, `ended ${now.ended}`, (mark) => (
      <Line key={mark} tone="accent" onClose={() => seen.see(mark)} words={t('attention.ended')}>
        <Button size="small" onClick={() => navigate(pathWithin(workshopId, 'now'))}>
          {t('attention.toNow')}
        </Button>
      </Line>
    ))
  }
  if (where.kind === 'lost') return lostLine(open, seen)
  const { invitation } = now
  // Also for those who only look in somewhere.
  const isElsewhere = me.space !== null || (boardId !== undefined && Object.hasOwn(view.slots, boardId))
  if (invitation?.kind === 'back' && isElsewhere) {
    return lineUnlessSeen(seen, `back ${invitation.at}`, (mark) => (
      <Line key={mark} tone="accent" onClose={() => seen.see(mark)} words={t('attention.back')}>
        <Button size="small" onClick={() => goToSpace(open, null)}>
          {t('attention.toMain')}
        </Button>
      </Line>
    ))
  }
  if (where.kind === 'sent') {
    return lineUnlessSeen(seen, sentMark(me.sent), (mark) => (
      <GoThere key={mark} space={where.space} onClose={() => seen.see(mark)} />
    ))
  }
  return activityLine(open, at)
}

function lineUnlessSeen(seen: Seen, mark: string, line: (mark: string) => ReactNode): ReactNode {
  return seen.isSeen(mark) ? null : line(mark)
}

function GoThere({ space, onClose }: { readonly space: ListedSpace; readonly onClose: () => void }) {
  const open = useWorkshop()
  const { videoLink, videoName } = space
  return (
    <Line
      tone="accent"
      onClose={onClose}
      words={
        <>
          {t('attention.goTo')}{' '}
          <strong>
            <SpaceLabel space={space} />
          </strong>
        </>
      }
      aside={videoLink === '' && videoName !== '' ? t('attention.videoName', { name: videoName }) : ''}
    >
      <Button size="small" onClick={() => goToSpace(open, space.id)}>
        {t('attention.goThere')}
      </Button>
      {videoLink === '' ? null : (
        <a className={styles['video']} href={videoLink} target="_blank" rel="noreferrer">
          <span>
            {t('attention.video')}
            {videoName === '' ? null : (
              <span className={styles['videoName']}> {t('attention.videoNamed', { name: videoName })}</span>
            )}
            <span className="visually-hidden"> ({t('attention.newTab')})</span>
          </span>
        </a>
      )}
    </Line>
  )
}

function lostLine(open: OpenWorkshop, seen: Seen): ReactNode {
  const { me, spaces } = open.view
  const hallway = Object.entries(spaces).find(([, { kind }]) => kind === 'hallway')?.[0]
  return lineUnlessSeen(seen, `lost ${me.space ?? ''}`, (mark) => (
    <Line key={mark} tone="accent" onClose={() => seen.see(mark)} words={t('attention.lost')}>
      {hallway === undefined ? null : (
        <Button size="small" onClick={() => goToSpace(open, hallway)}>
          {t('attention.toHallway')}
        </Button>
      )}
      <Button size="small" onClick={() => goToSpace(open, null)}>
        {t('attention.toMain')}
      </Button>
    </Line>
  ))
}

/** Another activity is on than the one that this board is for. Facilitators know: they started it. */
function activityLine(open: OpenWorkshop, { where, boardId, screen, seen, isFinishing }: At): ReactNode {
  const { view, workshopId } = open
  const { now } = view
  const { stage } = activityOf(view, spaceOf(where))
  if (stage === undefined || view.me.role === 'facilitator' || isOnScreen(stage, screen)) return null
  if (isFinishing) return null
  // In a round of topics everybody walks about as they like: who has chosen, or looks into one, is asked nothing.
  const isWalking =
    now.roundStage === stage.id &&
    isOfTopics(view, stage.id) &&
    (where.kind === 'there' ||
      Object.values(view.spaces).some(({ isOn, board }) => isOn && board !== null && board === boardId))
  if (isWalking) return null
  const own = where.kind === 'there' ? where.space.board : where.kind === 'main' ? view.now.board : null
  if (own !== null && own === boardId) return null
  return lineUnlessSeen(seen, stageMark(view, stage.id), (mark) => (
    <Line
      key={mark}
      tone="accent"
      onClose={() => seen.see(mark)}
      words={t('attention.activity', { title: stage.title })}
    >
      <Button
        size="small"
        onClick={() => {
          if (where.kind === 'there') goToSpace(open, where.space.id)
          else if (where.kind === 'main' && view.now.board !== null) goToSpace(open, null)
          else navigate(pathWithin(workshopId, 'now'))
        }}
      >
        {t('attention.takeMe')}
      </Button>
    </Line>
  ))
}

/** A space that asks for help, for facilitators, wherever they are. */
function helpLine(open: OpenWorkshop, seen: Seen): ReactNode {
  const { view } = open
  if (view.me.role !== 'facilitator' || view.now.ended !== null) return null
  const asking = spacesInOrder(view.spaces).find(
    ({ id, helpAt }) => helpAt !== null && id !== view.me.space && !seen.isSeen(helpMark(id, helpAt)),
  )
  if (asking === undefined || asking.helpAt === null) return null
  const mark = helpMark(asking.id, asking.helpAt)
  return (
    <Line
      key={mark}
      tone="hurry"
      onClose={() => seen.see(mark)}
      words={
        <>
          <strong>
            <SpaceLabel space={asking} />
          </strong>{' '}
          {t('attention.asksForHelp')}
        </>
      }
    >
      <Button size="small" onClick={() => goToSpace(open, asking.id)}>
        {t('attention.goThere')}
      </Button>
    </Line>
  )
}

/** The latest that somebody was told and has not put away. */
function toldLine({ view, replica }: OpenWorkshop, seen: Seen): ReactNode {
  const announcements = view.me.announcements.filter(({ kind }) => kind === 'words')
  const told = unread(announcements, { now: replica.serverNow(), isSeen: seen.isSeen })
  if (told === undefined) return null
  return (
    <Line
      key={told.id}
      tone="plain"
      // Those before it are put away with it: they are older, and *Now* keeps them all.
      onClose={() => seen.see(...announcements.map(({ id }) => id))}
      closeWith="ok"
      isAlwaysShown
      words={<bdi>{told.text}</bdi>}
      aside={t('attention.from', { time: formatTime(told.at) })}
    />
  )
}

function twoMinutesLine({ view }: OpenWorkshop, seen: Seen): ReactNode {
  const { timer } = view.now
  if (timer === null || !hasTwoMinutes(timer)) return null
  return lineUnlessSeen(seen, `two ${timer.ends}`, (mark) => (
    <Line
      key={mark}
      tone="hurry"
      onClose={() => seen.see(mark)}
      closeWith="ok"
      words={t('attention.twoMinutes')}
    />
  ))
}

/** Says what is new, once: all of it in one sentence, because two at a time would swallow each other. */
function useSaid({ view, replica }: OpenWorkshop, where: Belonging): void {
  useEffect(() => {
    const lines = newsToSay(view, where, replica.serverNow())
    if (lines.length > 0) announce(lines.join(' '))
  }, [view, where, replica])
}
