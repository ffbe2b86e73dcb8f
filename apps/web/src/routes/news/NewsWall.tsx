import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'
import '../../text/withNews.ts'

/** Every report that has its first line, live. */
export function NewsWall() {
  return <Heading page={t('news.title')}>{t('news.title')}</Heading>
}
