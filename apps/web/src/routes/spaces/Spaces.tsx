import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'

/** Every space: who is there, what is being written, and the way in. */
export function Spaces() {
  return <Heading page={t('workshop.spaces')}>{t('workshop.spaces')}</Heading>
}
