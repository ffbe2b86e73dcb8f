import type { TopicView } from '@moot/workshop'
import { formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { factWords } from './factWords.ts'
import styles from './topic.module.css'

/** What happened to a topic, folded away. */
export function TopicRecord({ topic }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  return (
    <details className={styles['card']}>
      <summary>{t('topic.record')}</summary>
      <ul className={styles['record']}>
        {topic.facts.map((fact, index) => (
          // Facts are only added at the end, or lost from the front where there are very many.
          <li key={`${fact.at} ${index}`}>
            <time dateTime={new Date(fact.at).toISOString()}>{formatTime(fact.at)}</time>
            <span dir="auto">{factWords(fact, view)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
