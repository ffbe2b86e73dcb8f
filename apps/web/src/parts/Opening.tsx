import { useEffect, useState } from 'react'
import { t } from '../text/index.ts'
import styles from './Opening.module.css'

/** Milliseconds before words appear: what is quick should not flicker. */
const PATIENCE_MS = 400

/** Stands in for a screen that is on its way. */
export function Opening({ words }: { readonly words?: string }) {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return <p className={styles['opening']}>{isSlow ? (words ?? t('parts.loading')) : ''}</p>
}
