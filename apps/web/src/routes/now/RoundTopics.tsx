import type { BoardDigest } from '@moot/protocol'
import type { TopicView } from '@moot/workshop'
import { memo, useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Link, navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOpenSpace.ts'
import { useServerNow } from '../run/countdown.ts'
import { goToSpace, pathWithin } from '../workshop/goTo.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { openSpaces, spaceById } from '../workshop/places.ts'
import {
  convenes,
  isMine,
  mainQuestion,
  namesOf,
  otherQuestions,
  signedUp,
  topicsOfRound,
} from '../workshop/topicsHere.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './Now.module.css'
import { spaceWords } from './whereWords.ts'

const MINUTE_MS = 60_000

/**
 * The topics of the round that is on, with what was written last and one way in each: for whoever is free to choose, in
 * time or late. What one signed up for comes first; nobody is held to it.
 */
export function RoundTopics({ round }: { readonly round: string }) {
  const { view, replica } = useWorkshop()
  const digests = useStore(replica.digests)
  useEffect(() => replica.watch('lines'), [replica])
  const topics = topicsOfRound(view, round)
  const own = topics.filter((topic) => topic.state === 'running' && isMine(view, topic))
  const others = topics.filter((topic) => !own.includes(topic))
  const item = (topic: TopicView) => {
    const space = spaceById(view.spaces, topic.place?.space)
    return (
      <TopicItem
        key={topic.id}
        topic={topic}
        space={space}
        where={spaceWords(view, topic)}
        conveners={namesOf(view, topic.conveners)}
        mine={mineWords(view, topic)}
        digest={topic.board === null ? undefined : digests[topic.board]}
      />
    )
  }
  return (
    <section className={styles['choose']} aria-labelledby="now-topics">
      <div>
        <h2 id="now-topics" className={styles['sub']}>
          {t('openSpace.roundTopics', { count: topics.length })}
          <MinutesLeft />
        </h2>
        <p className={styles['aside']}>{t('openSpace.goIntro')}</p>
      </div>
      {own.length === 0 ? null : (
        <>
          <h3 className={styles['small']}>
            {t(own.length === 1 ? 'openSpace.yoursOne' : 'openSpace.yours')}
          </h3>
          <ul className={styles['choices']}>{own.map(item)}</ul>
        </>
      )}
      {own.length === 0 || others.length === 0 ? null : (
        <h3 className={styles['small']}>{t('openSpace.others')}</h3>
      )}
      <ul className={styles['choices']}>
        {others.map(item)}
        <Beside />
      </ul>
    </section>
  )
}

function MinutesLeft() {
  const { view } = useWorkshop()
  const now = useServerNow(5_000)
  const { timer } = view.now
  if (timer === null) return null
  const count = Math.max(0, Math.ceil((timer.ends - now) / MINUTE_MS))
  return <span className={styles['subAside']}>{t('openSpace.minutesLeft', { count })}</span>
}

/** *You offered this*, *You signed up for this*, *Bea signed up for this*; ''. */
function mineWords(view: ReturnType<typeof useWorkshop>['view'], topic: TopicView): string {
  if (view.me.role === 'observer') return ''
  if (topic.conveners.includes(view.me.person)) return t('openSpace.youConvene')
  const who = signedUp(view, topic)
  // What one signed up for stands under words that say so.
  if (who.includes(view.me.person)) return ''
  const helped = convenes(view, topic) ? topic.conveners.filter((id) => view.me.assists.includes(id)) : who
  if (helped.length === 0) return ''
  return t(convenes(view, topic) ? 'openSpace.offeredBy' : 'openSpace.signedUpFor', {
    names: namesOf(view, helped),
  })
}

interface TopicItemProps {
  readonly topic: TopicView
  readonly space: ListedSpace | undefined
  /** *Space 3*, or a place in words of its own. */
  readonly where: string
  readonly conveners: string
  readonly mine: string
  readonly digest: BoardDigest | undefined
}

const sameItem = (a: TopicItemProps, b: TopicItemProps): boolean =>
  a.topic === b.topic &&
  a.where === b.where &&
  a.conveners === b.conveners &&
  a.mine === b.mine &&
  a.digest === b.digest &&
  a.space?.people === b.space?.people &&
  a.space?.board === b.space?.board &&
  a.space?.title === b.space?.title

/** Drawn anew where it changes, not with everything that changes elsewhere. */
const TopicItem = memo(function TopicItem({ topic, space, where, conveners, mine, digest }: TopicItemProps) {
  const open = useSteadyWorkshop()
  const question = mainQuestion(topic)
  const joined = otherQuestions(topic)
  const isOn = topic.state === 'running'
  const last = digest?.last?.text ?? ''
  return (
    <li className={styles['choice']} data-topic={topic.id}>
      <span className={styles['choiceName']}>
        <span>
          <strong className={styles['topicPlace']}>
            <bdi>{where}</bdi>
          </strong>{' '}
          <Link to={pathWithin(open.workshopId, { topic: topic.id })} className={styles['topicLink']}>
            <bdi>{question}</bdi>
          </Link>{' '}
          {mine === '' ? null : (
            <Chip tone="accent" className={styles['mineChip'] ?? ''}>
              <bdi>{mine}</bdi>
            </Chip>
          )}
        </span>
        {joined.length === 0 ? null : (
          <span className={styles['aside']}>
            <bdi>{t('openSpace.joinedWith', { questions: joined.join(' · ') })}</bdi>
          </span>
        )}
        <span className={styles['aside']}>
          <bdi>{t('openSpace.offeredBy', { names: conveners })}</bdi>
          {space === undefined ? null : ` · ${t('now.people', { count: space.people })}`}
          {isOn && last === '' && space !== undefined && space.people > 0
            ? ` · ${t('openSpace.noNotes')}`
            : null}
        </span>
        {isOn && last !== '' ? (
          <span className={styles['quoteOf']}>
            “<bdi>{last}</bdi>”
          </span>
        ) : isOn ? null : (
          <span className={styles['aside']}>{t('openSpace.isOver')}</span>
        )}
      </span>
      <Way topic={topic} space={space} question={question} where={where} />
    </li>
  )
}, sameItem)

function Way({
  topic: { board, state },
  space,
  question,
  where,
}: Pick<TopicItemProps, 'topic' | 'space' | 'where'> & { readonly question: string }) {
  const open = useSteadyWorkshop()
  if (state === 'running' && space !== undefined) {
    return (
      <Button
        aria-label={t('openSpace.goThereTo', { place: where, question })}
        onClick={() => goToSpace(open, space.id)}
      >
        {t('openSpace.goThere')}
      </Button>
    )
  }
  // A place in words of one's own is no space of Moot, and what is over is read where it was written.
  return board === null ? null : (
    <Button
      aria-label={t('openSpace.openBoardOf', { question })}
      onClick={() => navigate(pathWithin(open.workshopId, { board }))}
    >
      {t('openSpace.openBoard')}
    </Button>
  )
}

/** Beside the topics: the hallway, which is a place like any other, and where somebody helps. */
function Beside() {
  const open = useWorkshop()
  return openSpaces(open.view.spaces).map(({ id, kind, people }) => {
    if (kind === 'breakout') return null
    const place = t(`places.${kind}`)
    return (
      <li key={id} className={styles['choice']}>
        <span className={styles['choiceName']}>
          <strong>{place}</strong>
          <span className={styles['aside']}>
            {t(kind === 'hallway' ? 'openSpace.hallway' : 'now.helpFor')}
          </span>
          {people === 0 ? null : (
            <span className={styles['aside']}>{t('now.people', { count: people })}</span>
          )}
        </span>
        <Button aria-label={t('openSpace.goThereToPlace', { place })} onClick={() => goToSpace(open, id)}>
          {t('openSpace.goThere')}
        </Button>
      </li>
    )
  })
}
