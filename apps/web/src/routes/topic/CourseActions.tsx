import type { TopicView } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import { useTakeOver } from '../now/useTakeOver.ts'
import { courseOf, standingOf } from '../offer/deeds.ts'
import { useDeed } from '../offer/useDeed.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './topic.module.css'

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
  const take = useTakeOver(topic.id)
  return take === undefined ? null : (
    <div className={styles['takeOver']}>
      <p>{t('openSpace.takeOverWhy')}</p>
      <Button onClick={() => void take()}>{t('openSpace.takeOver')}</Button>
    </div>
  )
}
