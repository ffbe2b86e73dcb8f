import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'

/** A facilitator’s panel as a screen of its own, for phones. */
export function Run() {
  return <Heading page={t('workshop.run')}>{t('workshop.run')}</Heading>
}
