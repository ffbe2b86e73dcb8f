import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { t } from '../text/index.ts'
import { classes } from './Button.tsx'
import styles from './Field.module.css'

interface FieldWords {
  readonly label: string
  /** What to type, where the label does not say it. */
  readonly hint?: ReactNode
  /** What is wrong with what was typed, and what to do. */
  readonly error?: ReactNode
  /** Says “(optional)” after the label. */
  readonly optional?: boolean
  /** The label is for screen readers only: something beside the field says it already. */
  readonly hideLabel?: boolean
}

/** A labelled line to type in. */
export function Field({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  ...rest
}: FieldWords & ComponentProps<'input'>) {
  const frame = useFrame({ label, hint, error, optional, hideLabel }, rest.id)
  return frame.around(<input {...rest} {...frame.input} className={classes(styles['input'], className)} />)
}

/** A labelled place to type several lines. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  ...rest
}: FieldWords & ComponentProps<'textarea'>) {
  const frame = useFrame({ label, hint, error, optional, hideLabel }, rest.id)
  return frame.around(
    <textarea
      rows={3}
      {...rest}
      {...frame.input}
      className={classes(styles['input'], styles['area'], className)}
    />,
  )
}

/** A labelled choice of one from a list, by the browser's own control: good on every phone. */
export function Choice({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  ...rest
}: FieldWords & ComponentProps<'select'>) {
  const frame = useFrame({ label, hint, error, optional, hideLabel }, rest.id)
  return frame.around(
    <select {...rest} {...frame.input} className={classes(styles['input'], styles['choice'], className)} />,
  )
}

/** Label, hint and error around one input, tied together for assistive technology. */
function useFrame(
  words: { [K in keyof FieldWords]: FieldWords[K] | undefined } & { label: string },
  givenId: string | undefined,
) {
  const fresh = useId()
  const id = givenId ?? fresh
  const hintId = words.hint === undefined ? undefined : `${id}-hint`
  const errorId = words.error === undefined ? undefined : `${id}-error`
  const described = [errorId, hintId].filter((each) => each !== undefined).join(' ')
  return {
    input: {
      id,
      'aria-invalid': words.error === undefined ? undefined : true,
      'aria-describedby': described === '' ? undefined : described,
    },
    around: (input: ReactNode) => (
      <div className={styles['field']}>
        <label htmlFor={id} className={words.hideLabel ? 'visually-hidden' : styles['label']}>
          {words.label}
          {words.optional ? <span className={styles['aside']}> ({t('parts.optional')})</span> : null}
        </label>
        {words.hint === undefined ? null : (
          <p id={hintId} className={styles['hint']}>
            {words.hint}
          </p>
        )}
        {input}
        {words.error === undefined ? null : (
          <p id={errorId} className={styles['error']} role="alert">
            {words.error}
          </p>
        )}
      </div>
    ),
  }
}
