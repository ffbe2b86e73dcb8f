import { useRef, useState } from 'react'
import { t } from '../text/index.ts'
import { Button, classes } from './Button.tsx'
import styles from './CopyField.module.css'
import { copyText } from './copyText.ts'
import { Field, TextArea } from './Field.tsx'

/** A line of text to hand on, with a button that copies it and says whether that worked. */
export function CopyField({
  label,
  value,
  hint,
  action,
  look = 'secondary',
  isLong = false,
}: {
  readonly label: string
  readonly value: string
  readonly hint?: string
  /** Words on the button; *Copy* without it. */
  readonly action?: string
  readonly look?: 'primary' | 'secondary'
  /** Several lines of text instead of one. */
  readonly isLong?: boolean
}) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const handleCopy = async () => {
    setSaid((await copyText(value, field.current)) ? t('parts.copied') : t('parts.copyYourself'))
  }
  const shown = {
    ref: field,
    label,
    ...(hint === undefined ? {} : { hint }),
    value,
    readOnly: true,
    spellCheck: false,
  }
  return (
    <div>
      <div className={classes(styles['row'], isLong && styles['long'])}>
        {isLong ? (
          <TextArea {...shown} rows={7} onFocus={(event) => event.currentTarget.select()} />
        ) : (
          <Field {...shown} onFocus={(event) => event.currentTarget.select()} />
        )}
        <Button look={look} onClick={handleCopy} aria-label={`${action ?? t('parts.copy')}: ${label}`}>
          {action ?? t('parts.copy')}
        </Button>
      </div>
      <output className={styles['said']}>{said}</output>
    </div>
  )
}
