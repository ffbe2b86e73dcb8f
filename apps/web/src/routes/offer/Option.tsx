import type { ComponentProps } from 'react'
import styles from './offer.module.css'

/** One of several to choose from, in somebody's words, with a fact beneath. */
export function Option({
  words,
  aside = '',
  ...input
}: ComponentProps<'input'> & { readonly words: string; readonly aside?: string }) {
  return (
    <label className={styles['check']}>
      <input {...input} />
      <span dir="auto" className={styles['optionWords']}>
        {words}
      </span>
      {aside === '' ? null : <span className={styles['optionAside']}>{aside}</span>}
    </label>
  )
}
