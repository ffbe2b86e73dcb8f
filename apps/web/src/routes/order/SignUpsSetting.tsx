import { Segmented } from '../../parts/Segmented.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './order.module.css'

/** Where there are topics to sign up for: whether everybody sees who comes, or how many. */
export function SignUpsSetting() {
  const { view } = useWorkshop()
  const give = useGive()
  const hasTopics = Object.values(view.stages).some(
    ({ kind, where }) => kind === 'marketplace' || where === 'round',
  )
  if (!hasTopics) return null
  return (
    <div className={styles['setting']}>
      <p className={styles['settingName']} aria-hidden="true">
        {t('offer.signUps')}
      </p>
      <Segmented
        label={t('offer.signUps')}
        value={view.market.signUps}
        options={[
          { value: 'names', label: t('offer.show_names') },
          { value: 'counts', label: t('offer.show_counts') },
        ]}
        onChange={(signUps) => void give({ type: 'market.set', signUps }, t(`offer.signUps_${signUps}`))}
      />
      <p className={styles['aside']}>{t('offer.signUpsAtOnce')}</p>
    </div>
  )
}
