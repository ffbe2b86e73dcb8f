import { isWebAddress } from '../../links.ts'
import { Heading } from '../../parts/Heading.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { t } from '../../text/index.ts'
import { useAbout } from '../../useAbout.ts'
import { contactLink } from '../join/ServiceFoot.tsx'
import styles from './About.module.css'

/** Who runs this server, what it keeps, what it is made of. */
export function About() {
  const about = useAbout()
  const operator = about?.operator
  const contact = operator === undefined ? undefined : contactLink(operator.contact)
  return (
    <Page narrow>
      <Card>
        <Heading page={t('service.aboutTitle')}>{t('service.aboutTitle')}</Heading>
        <div>
          <p>{t('service.aboutLead')}</p>
          <p className={styles['operator']}>{operator?.name || t('service.operatorUnnamed')}</p>
        </div>
        <dl className={styles['facts']}>
          {operator?.contact ? (
            <>
              <dt>{t('service.aboutContact')}</dt>
              <dd>{contact === undefined ? operator.contact : <a href={contact}>{operator.contact}</a>}</dd>
            </>
          ) : null}
          {isWebAddress(operator?.privacyUrl) ? (
            <>
              <dt>{t('service.aboutPrivacy')}</dt>
              <dd>
                <a href={operator?.privacyUrl}>{operator?.privacyUrl}</a>
              </dd>
            </>
          ) : null}
          {isWebAddress(operator?.accessibilityUrl) ? (
            <>
              <dt>{t('service.aboutAccessibility')}</dt>
              <dd>
                <a href={operator?.accessibilityUrl}>{operator?.accessibilityUrl}</a>
              </dd>
            </>
          ) : null}
          {operator === undefined ? null : (
            <>
              <dt>{t('service.aboutRetention')}</dt>
              <dd>
                {operator.retentionDays > 0
                  ? t('join.retention', { count: operator.retentionDays })
                  : t('join.retentionNone')}
              </dd>
            </>
          )}
          <dt>{t('service.aboutData')}</dt>
          <dd>{t('service.aboutDataBody')}</dd>
          <dt>{t('service.aboutSoftware')}</dt>
          <dd>
            {about === undefined
              ? t('service.aboutUnreachable')
              : t('service.aboutVersion', { version: about.version })}
            {' · '}
            <a href="/licences.txt">{t('service.aboutLicences')}</a>
          </dd>
        </dl>
      </Card>
    </Page>
  )
}
