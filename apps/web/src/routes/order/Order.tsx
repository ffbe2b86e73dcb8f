import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'

/** The running order, for editing. */
export function Order() {
  return <Heading page={t('workshop.order')}>{t('workshop.order')}</Heading>
}
