import { useRef, useState } from 'react'
import { t } from '../text/index.ts'
import { Button } from './Button.tsx'
import styles from './CopyField.module.css'
import { copyText } from './copyText.ts'
import { Field } from './Field.tsx'

/** A line of text to hand on, with a button that copies it and says whether that worked. */
export function CopyField({
  label,
  value,
  hint,
  action,
  look = 'secondary',
}: {
  readonly label: string
  readonly value: string
  readonly hint?: string
  /** Words on the button; *Copy* without it. */
  readonly action?: string
  readonly look?: 'primary' | 'secondary'
}) {
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const handleCopy = async () => {
    setSaid((await copyText(value, field.current)) ? t('parts.copied') : t('parts.copyYourself'))
  }
  return (
    <div>
      <div className={styles['row']}>
        <Field
          ref={field}
          label={label}
          {...(hint === undefined ? {} : { hint })}
          value={value}
          readOnly
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button look={look} onClick={handleCopy} aria-label={`${action ?? t('parts.copy')}: ${label}`}>
          {action ?? t('parts.copy')}
        </Button>
      </div>
      <p role="status" className={styles['said']}>
        {said}
      </p>
    </div>
  )
}
