import type { Ref } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { t } from '../../../text/index.ts'
import '../../../text/withMenus.ts'
import styles from './find.module.css'
import { openFind } from './openFind.ts'

/** *Find* by itself, for people who only read and have no *More*. */
export function FindButton({ buttonRef }: { readonly buttonRef: Ref<HTMLButtonElement> }) {
  return (
    <Button
      ref={buttonRef}
      look="quiet"
      aria-haspopup="dialog"
      className={styles['open'] ?? ''}
      onClick={openFind}
    >
      {t('find.open')}
    </Button>
  )
}
