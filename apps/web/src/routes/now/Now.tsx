import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'

/** Where the link lands once there is a plan: what is happening, and where to go. */
export function Now() {
  return <Heading page={t('workshop.now')}>{t('workshop.now')}</Heading>
}
