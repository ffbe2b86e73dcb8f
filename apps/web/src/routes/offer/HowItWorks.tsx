import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import styles from './panel.module.css'

const PRINCIPLES = ['people', 'happens', 'starts', 'over', 'place'] as const

/** The principles of an open space, and its one law: one line, until somebody asks. */
export function HowItWorks() {
  return (
    <details className={styles['how']}>
      <summary>
        <span className={styles['motto']}>{t('offer.motto')}</span>{' '}
        <span className={styles['link']}>{t('offer.how')}</span>
      </summary>
      <div className={styles['principles']}>
        <ul>
          {PRINCIPLES.map((each) => (
            <li key={each}>
              <strong>{t(`offer.principle_${each}`)}</strong> {t(`offer.principle_${each}Why`)}
            </li>
          ))}
        </ul>
        <div className={styles['law']}>
          <h2>{t('offer.law')}</h2>
          <p>{t('offer.lawWords')}</p>
          <p>{t('offer.giraffe')}</p>
        </div>
        <dl>
          <div>
            <dt>{t('offer.bumblebees')}</dt>
            <dd>{t('offer.bumblebeesDo')}</dd>
          </div>
          <div>
            <dt>{t('offer.butterflies')}</dt>
            <dd>{t('offer.butterfliesDo')}</dd>
          </div>
          <div>
            <dt>{t('offer.convener')}</dt>
            <dd>{t('offer.convenerDoes')}</dd>
          </div>
        </dl>
        <p className={styles['aside']}>{t('offer.credit')}</p>
      </div>
    </details>
  )
}
