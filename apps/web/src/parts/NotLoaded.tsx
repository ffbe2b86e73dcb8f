import { t } from '../text/index.ts'
import styles from './NotLoaded.module.css'
import { useHaveOverlaysFailed } from './overlays.ts'

/** Beside a button whose menu or dialog was asked for and did not arrive: says so until the next try. */
export function NotLoaded() {
  return useHaveOverlaysFailed() ? <NotArrived /> : null
}

/** The sentence itself, for a script that did not arrive. */
export function NotArrived() {
  return (
    <span role="alert" className={styles['notLoaded']}>
      {t('parts.notLoaded')}
    </span>
  )
}
