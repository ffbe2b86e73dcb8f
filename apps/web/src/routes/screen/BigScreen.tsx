import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'

/** A read-only window for a projector. */
export function BigScreen() {
  return <Heading page={t('workshop.bigScreen')}>{t('workshop.bigScreen')}</Heading>
}
