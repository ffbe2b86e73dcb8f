import type { MergeAsk } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { isAmong, mainQuestion, namesOf } from '../workshop/topicsHere.ts'
import styles from './panel.module.css'
import { openTopicDialog } from './topicDialogs.ts'

/** Topics that one asks, or is asked, to join: all of them, or those of one topic. Nothing where there are none. */
export function Merges({ topicId }: { readonly topicId?: string }) {
  const { view } = useWorkshop()
  const asks = view.me.topics.merges.filter(
    ({ topic, other }) => topicId === undefined || topic === topicId || other === topicId,
  )
  if (asks.length === 0) return null
  return (
    <ul className={styles['merges']} aria-label={t('offer.asks')}>
      {asks.map((ask) => (
        <li key={ask.id} className={styles['merge']}>
          <Ask ask={ask} />
        </li>
      ))}
    </ul>
  )
}

function Ask({ ask }: { readonly ask: MergeAsk }) {
  const { view } = useWorkshop()
  const give = useGive()
  const topic = view.topics[ask.topic]
  const other = view.topics[ask.other]
  if (topic === undefined || other === undefined) return null
  const words = { topic: mainQuestion(topic), other: mainQuestion(other) }
  if (isAmong(view, topic.conveners)) {
    const takeBack = async () => {
      if (await give({ type: 'merge.cancel', ask: ask.id }, t('offer.takenBack'))) focusIfLost()
    }
    return (
      <>
        <span className={styles['words']} dir="auto">
          <strong>{t('offer.waitingFor', { names: namesOf(view, other.conveners) })}</strong>{' '}
          {t('offer.waitingWhat', words)}
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
