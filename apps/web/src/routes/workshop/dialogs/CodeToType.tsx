import { spellCode } from '../../../links.ts'
import { t } from '../../../text/index.ts'
import styles from './Share.module.css'

/** Eight letters that somebody types in on another device, and where. */
export function CodeToType({
  label,
  code,
  address,
}: {
  readonly label: string
  readonly code: string
  /** Address of *Enter a code*, as people read it. */
  readonly address: string
}) {
  return (
    <div>
      <p className={styles['label']}>{label}</p>
      <p className={styles['code']}>{spellCode(code)}</p>
      <p className={styles['hint']}>{t('share.codeHint', { address })}</p>
    </div>
  )
}
