import { endTrial } from '@moot/client'
import { Button } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import '../../text/withTrial.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './TrialRibbon.module.css'

/** Says in a trial's window, above everything, that it is one. */
export function TrialRibbon({ onLeft }: { readonly onLeft: () => void }) {
  const { workshopId } = useWorkshop()
  return (
    <aside className={styles['ribbon']} aria-label={t('trial.title')}>
      <p>{t('trial.ribbon')}</p>
      <Button
        size="small"
        onClick={() => {
          endTrial(workshopId)
          window.close()
          // A window that the person opened themselves stays, and goes on as who they are.
          onLeft()
        }}
      >
        {t('trial.close')}
      </Button>
    </aside>
  )
}
