import { isWebAddress } from '../../links.ts'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { useAbout } from '../../useAbout.ts'
import styles from './ServiceFoot.module.css'

/** Under the pages outside a workshop: who runs this, how to reach them, what becomes of what is written. */
export function ServiceFoot() {
  const about = useAbout()
  const operator = about?.operator
  const contact = operator === undefined ? undefined : contactLink(operator.contact)
  return (
    <div className={styles['foot']}>
      <ul className={styles['links']}>
        <li>
          <Link to="/about">
            {operator?.name ? t('join.operator', { name: operator.name }) : t('join.operatorNone')}
          </Link>
        </li>
        {contact === undefined ? null : (
          <li>
            <a href={contact}>{t('join.contact')}</a>
          </li>
        )}
        {isWebAddress(operator?.privacyUrl) ? (
          <li>
            <a href={operator?.privacyUrl}>{t('join.privacy')}</a>
          </li>
        ) : null}
        {isWebAddress(operator?.accessibilityUrl) ? (
          <li>
            <a href={operator?.accessibilityUrl}>{t('join.accessibility')}</a>
          </li>
        ) : null}
        <li>
          <Link to="/check">{t('service.checkTitle')}</Link>
        </li>
      </ul>
      {operator === undefined ? null : (
        <p>
          {operator.retentionDays > 0
            ? t('join.retention', { count: operator.retentionDays })
            : t('join.retentionNone')}
        </p>
      )}
    </div>
  )
}

/** An address to press for what the operator gave as contact; `undefined` for plain words such as a telephone number. */
export function contactLink(contact: string): string | undefined {
  if (isWebAddress(contact) || contact.startsWith('mailto:')) return contact
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : undefined
}
