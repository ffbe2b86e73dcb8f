import { isOpen } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { Link } from '../../router.tsx'
import { apart } from '../../text/apart.ts'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useSeen } from '../workshop/seen.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { standingOf } from './deeds.ts'
import { Merges } from './Merges.tsx'
import styles from './panel.module.css'
import { openTopicDialog } from './topicDialogs.ts'

/** Marks a pair of topics of which somebody said on this device that they differ. */
const differ = (one: string, other: string): string => `differ ${[one, other].toSorted().join(' ')}`

/** What concerns those alone who offered a topic: what it looks close to, who is asked, taking a joining back. */
export function TopicHints({ topicId }: { readonly topicId: string }) {
  const { view, workshopId } = useWorkshop()
  const { isSeen, see } = useSeen(workshopId)
  const give = useGive()
  const topic = view.topics[topicId]
  if (topic === undefined) return null
  const { merges, close } = view.me.topics
  const isAsked = (other: string): boolean =>
    merges.some(
      (ask) =>
        (ask.topic === topicId && ask.other === other) || (ask.topic === other && ask.other === topicId),
    )
  const alike = close.filter(
    ({ mine, other }) => mine === topicId && !isSeen(differ(mine, other)) && !isAsked(other),
  )
  const standing = standingOf(view, topic)
  const mayUndo = isOpen(topic) && (standing === 'convener' || standing === 'standIn')
  const joined = mayUndo ? topic.joined : []
  const unmerge = async (from: string) => {
    if (await give({ type: 'topic.unmerge', topic: from }, t('offer.apartAgain'))) focusIfLost()
  }
  return (
    <>
      <Merges topicId={topicId} />
      {alike.map(({ other }) => {
        const words = mainQuestion(view.topics[other])
        if (words === '') return null
        return (
          <div key={other} className={styles['hint']}>
            <p dir="auto">{t('offer.looksClose', { other: apart(words) })}</p>
            <span className={styles['buttons']}>
              <Link
                to={pathWithin(workshopId, { topic: other })}
                aria-label={t('offer.lookAt', { other: words })}
              >
                {t('offer.look')}
              </Link>
              <Button size="small" onClick={() => openTopicDialog({ kind: 'join', topic: topicId, other })}>
                {t('offer.do_join')}
              </Button>
              <Button
                size="small"
                look="quiet"
                onClick={() => {
                  see(differ(topicId, other))
                  focusIfLost()
                }}
              >
                {t('offer.theyDiffer')}
              </Button>
            </span>
          </div>
        )
      })}
      {joined.map((from) => {
        const words = t('offer.takeOut', { other: apart(mainQuestion(view.topics[from])) })
        return (
          <Button
            key={from}
            size="small"
            className={styles['undo'] ?? ''}
            // What stands on it is part of its name, for who speaks to the screen.
            aria-label={joined.length === 1 ? `${t('offer.undoJoining')}: ${words}` : words}
            onClick={() => void unmerge(from)}
          >
            {joined.length === 1 ? (
              t('offer.undoJoining')
            ) : (
              <span className={styles['undoWords']} dir="auto">
                {words}
              </span>
            )}
          </Button>
        )
      })}
    </>
  )
}
