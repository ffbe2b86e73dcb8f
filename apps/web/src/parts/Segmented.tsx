import { useId } from 'react'
import { classes } from './Button.tsx'
import styles from './Segmented.module.css'

/** One of two or three, all in sight: a radio group drawn as one control. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
  wide = false,
}: {
  /** For screen readers: what is being chosen. */
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
  /** Takes the whole width, in equal parts. */
  readonly wide?: boolean
}) {
  const name = useId()
  return (
    <fieldset className={classes(styles['segmented'], wide && styles['wide'])}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['option']}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className={styles['radio']}
          />
          <span className={styles['words']}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
