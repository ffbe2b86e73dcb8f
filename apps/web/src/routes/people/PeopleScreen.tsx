import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'

/** The roster, for facilitators. */
export function PeopleScreen() {
  return <Heading page={t('workshop.people')}>{t('workshop.people')}</Heading>
}
