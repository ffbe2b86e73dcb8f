import type { TopicView } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { t } from '../../text/index.ts'
import { courseOf, standingOf } from '../offer/deeds.ts'
import { useDeed } from '../offer/useDeed.ts'
import { useGive } from '../workshop/useGive.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './topic.module.css'
import { useClock } from './useClock.ts'

/** What its conveners, and facilitators for them, do about the course of a topic: starting, ending, more time, going on. */
export function CourseActions({ topic }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  const act = useDeed()
  return (
    <>
      {courseOf(topic, standingOf(view, topic)).map((deed) => (
        <Button key={deed} onClick={() => act(deed, topic.id)}>
          {t(`offer.do_${deed}`)}
        </Button>
      ))}
    </>
  )
}

/** *Take over as convener*, for whoever is in the space once no convener has been there for a while. */
export function TakeOver({ topic }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  const { replica } = useSteadyWorkshop()
  const give = useGive()
  const { takeOver } = view.me.topics
  const mine = takeOver?.topic === topic.id ? takeOver : null
  const now = useClock(replica, mine?.from ?? null)
  if (mine === null || mine.from > now) return null
  const take = async (): Promise<void> => {
    if (await give({ type: 'topic.takeOver', topic: topic.id }, t('topic.takenOver'))) focusIfLost()
  }
  return (
    <div className={styles['takeOver']}>
      <p>{t('topic.takeOverHint')}</p>
      <Button onClick={() => void take()}>{t('topic.takeOver')}</Button>
    </div>
  )
}
