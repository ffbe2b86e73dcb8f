import type { MergeAsk } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { apart } from '../../text/apart.ts'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { isAmong, mainQuestion, namesOf } from '../workshop/topicsHere.ts'
import styles from './panel.module.css'
import { openTopicDialog } from './topicDialogs.ts'

/**
 * On a topic: what one has asked and waits for. Without one: what facilitators may answer for those who are away. What one
 * is asked oneself stands under the bar of every screen, and is not said again.
 */
export function Merges({ topicId }: { readonly topicId?: string }) {
  const { view } = useWorkshop()
  const isMine = (topic: string): boolean => isAmong(view, view.topics[topic]?.conveners ?? [])
  const asks = view.me.topics.merges.filter(({ topic, other }) =>
    topicId === undefined
      ? !isMine(topic) && !isMine(other)
      : isMine(topic) && (topic === topicId || other === topicId),
  )
  if (asks.length === 0) return null
  return (
    <ul className={styles['merges']} aria-label={t('offer.asks')}>
      {asks.map((ask) => (
        <li key={ask.id} className={styles['merge']}>
          <Ask ask={ask} topicId={topicId} />
        </li>
      ))}
    </ul>
  )
}

function Ask({ ask, topicId }: { readonly ask: MergeAsk; readonly topicId: string | undefined }) {
  const { view } = useWorkshop()
  const give = useGive()
  const topic = view.topics[ask.topic]
  const other = view.topics[ask.other]
  if (topic === undefined || other === undefined) return null
  const words = { topic: apart(mainQuestion(topic)), other: apart(mainQuestion(other)) }
  if (isAmong(view, topic.conveners)) {
    const takeBack = async () => {
      if (await give({ type: 'merge.cancel', ask: ask.id }, t('offer.takenBack'))) focusIfLost()
    }
    return (
      <>
        <span className={styles['words']} dir="auto">
          <strong>{t('offer.waitingFor', { names: namesOf(view, other.conveners) })}</strong>{' '}
          {ask.topic === topicId ? t('offer.waitingWith', words) : t('offer.waitingWhat', words)}
        </span>
        <Button size="small" onClick={() => void takeBack()}>
          {t('offer.takeBack')}
        </Button>
      </>
    )
  }
  return (
    <>
      <span className={styles['words']} dir="auto">
        {t('offer.asksToJoin', { ...words, name: view.people[ask.by]?.name ?? '' })}
      </span>
      <Button size="small" onClick={() => openTopicDialog({ kind: 'answer', ask: ask.id })}>
        {t('offer.answer')}
      </Button>
    </>
  )
}
