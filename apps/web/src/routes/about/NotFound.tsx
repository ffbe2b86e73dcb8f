import { ButtonLink } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { t } from '../../text/index.ts'

/** For an address that is none of ours. */
export function NotFound() {
  return (
    <Page narrow>
      <Card>
        <Heading page={t('service.notFoundTitle')}>{t('service.notFoundTitle')}</Heading>
        <p>{t('service.notFoundBody')}</p>
        <div>
          <ButtonLink look="primary" size="large" href="/">
            {t('join.toHome')}
          </ButtonLink>
        </div>
      </Card>
    </Page>
  )
}
