import type { FormEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { t } from '../text/index.ts'
import { Button, classes } from './Button.tsx'
import styles from './RenameInPlace.module.css'

/**
 * A name that becomes a field when pressed. Enter or leaving the field saves, Escape does not.
 *
 * @param onRename - answers with a sentence where the name was refused, else with nothing
 */
export function RenameInPlace({
  label,
  value,
  shown,
  maxLength,
  onRename,
  className,
}: {
  /** What it is the name of: the field's label. */
  readonly label: string
  readonly value: string
  /** What stands there while the name is empty. */
  readonly shown: string
  readonly maxLength: number
  readonly onRename: (name: string) => Promise<string | undefined>
  readonly className?: string
}) {
  const [isOpen, setIsOpen] = useState(false)
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const hasOpened = useRef(false)

  useEffect(() => {
    if (isOpen) {
      hasOpened.current = true
      field.current?.select()
    } else if (hasOpened.current) button.current?.focus()
  }, [isOpen])

  const handleSubmit = async (event?: FormEvent) => {
    event?.preventDefault()
    const name = field.current?.value.trim() ?? ''
    if (name !== '' && name !== value) {
      const refusal = await onRename(name)
      setError(refusal)
      if (refusal !== undefined) return
    }
    setError(undefined)
    setIsOpen(false)
  }

  if (!isOpen) {
    return (
      <button
        ref={button}
        type="button"
        title={t('workshop.renameHint')}
        aria-label={`${shown}. ${t('workshop.rename')}`}
        className={classes(styles['name'], className)}
        onClick={() => setIsOpen(true)}
      >
        {shown}
      </button>
    )
  }
  return (
    <form className={styles['form']} onSubmit={handleSubmit}>
      <input
        ref={field}
        aria-label={label}
        aria-invalid={error === undefined ? undefined : true}
        autoFocus
        defaultValue={value}
        maxLength={maxLength}
        placeholder={shown}
        className={styles['field']}
        onBlur={(event) => {
          // The button beside it saves by itself.
          if (!event.currentTarget.form?.contains(event.relatedTarget)) void handleSubmit()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setError(undefined)
          setIsOpen(false)
        }}
      />
      <Button submits>{t('workshop.renameDo')}</Button>
      {error === undefined ? null : (
        <p role="alert" className={styles['error']}>
          {error}
        </p>
      )}
    </form>
  )
}
