import type { WorkshopView } from '@moot/workshop'
import { useMemo } from 'react'
import { t } from '../../text/index.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './screen.module.css'
import { offersOf, wallCards } from './openSpace.ts'
import type { BigCard } from './openSpace.ts'
import { usePages } from './usePages.ts'

/** Least width and height of a topic, in px: where, and two lines of its question. */
const TOPIC = { w: 400, h: 132 }
/** The same of a report, with two lines of its headline. */
const REPORT = { w: 560, h: 206 }

/** The marketplace: every topic that is offered, by round and space, those without a place last. */
export function TopicsWall() {
  const { view } = useWorkshop()
  const cards = useOf(view, offersOf)
  const { drafting, turn } = view.market
  const writing =
    turn !== null
      ? t('screen.turns', { count: turn.after + 1 })
      : drafting === 0
        ? ''
        : t('screen.drafting', { count: drafting })
  if (cards.length === 0)
    return <p className={styles['quiet']}>{writing === '' ? t('screen.noTopics') : writing}</p>
  return <Wall cards={cards} size={TOPIC} title={t('screen.topicsTitle')} aside={writing} />
}

/** The news wall: every report that has its first line, a page of them at a time. */
export function ReportsWall() {
  const { view } = useWorkshop()
  const cards = useOf(view, wallCards)
  return cards.length === 0 ? (
    <p className={styles['quiet']}>{t('screen.noReports')}</p>
  ) : (
    <Wall cards={cards} size={REPORT} title={t('screen.newsTitle')} aside="" />
  )
}

/** Made anew only when something of an open space changed. */
function useOf(view: WorkshopView, make: (view: WorkshopView) => BigCard[]): BigCard[] {
  const { topics, reports, stages, spaces, slots } = view
  // eslint-disable-next-line react/exhaustive-deps
  return useMemo(() => make(view), [make, topics, reports, stages, spaces, slots])
}

function Wall({
  cards,
  size,
  title,
  aside,
}: {
  readonly cards: readonly BigCard[]
  readonly size: { readonly w: number; readonly h: number }
  readonly title: string
  readonly aside: string
}) {
  const { wall, columns, shown, from } = usePages(cards, size, cards[0]?.id)
  const some =
    shown.length < cards.length
      ? t('screen.some', { from: from + 1, to: from + shown.length, count: cards.length })
      : ''
  return (
    <section className={styles['part']}>
      <h2 className={styles['partTitle']}>
        {title}
        <span className={styles['aside']}>{[aside, some].filter((each) => each !== '').join(' · ')}</span>
      </h2>
      <ul
        ref={wall}
        className={styles['wall']}
        style={{ gridTemplateColumns: `repeat(${columns}, 1fr)`, gridAutoRows: `${size.h}px` }}
      >
        {shown.map(({ id, place, question, headline }) => (
          <li key={id} className={styles['topic']}>
            {place === '' ? null : <p className={styles['topicPlace']}>{place}</p>}
            <p className={styles['topicQuestion']} dir="auto">
              {question}
            </p>
            {headline === '' ? null : (
              <p className={styles['topicHeadline']} dir="auto">
                {headline}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
