import { Button } from '../../../parts/Button.tsx'
import { VisuallyHidden } from '../../../parts/VisuallyHidden.tsx'
import { t } from '../../../text/index.ts'
import styles from './dialogs.module.css'

/** A small whole number with a button on either side; it can be typed as well. */
export function Stepper({
  label,
  value,
  min,
  max,
  hint,
  fewer = t('spaces.fewer'),
  more = t('spaces.moreSpaces'),
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  /** What follows from it, said as it changes. */
  readonly hint: string
  /** What its two buttons do, for screen readers; spaces where left out. */
  readonly fewer?: string
  readonly more?: string
  readonly onChange: (value: number) => void
}) {
  const set = (next: number): void => onChange(Math.min(max, Math.max(min, Math.trunc(next))))
  return (
    <div className={styles['stepper']}>
      <label className={styles['stepperLabel']}>
        <span>{label}</span>
        <input
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const typed = event.currentTarget.valueAsNumber
            if (Number.isFinite(typed)) set(typed)
          }}
          className={styles['number']}
        />
      </label>
      <Button aria-disabled={value <= min} onClick={() => set(value - 1)}>
        <span aria-hidden="true">−</span>
        <VisuallyHidden>{fewer}</VisuallyHidden>
      </Button>
      <Button aria-disabled={value >= max} onClick={() => set(value + 1)}>
        <span aria-hidden="true">+</span>
        <VisuallyHidden>{more}</VisuallyHidden>
      </Button>
      <output className={styles['stepperHint']}>{hint}</output>
    </div>
  )
}
