import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'
import '../../text/withTopics.ts'

/** The marketplace: every topic, offered, placed in rounds and spaces, or waiting for a place. */
export function Topics() {
  return <Heading page={t('topics.title')}>{t('topics.title')}</Heading>
}
