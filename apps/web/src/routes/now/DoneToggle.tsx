import { useState } from 'react'
import { classes } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import '../../text/withNow.ts'
import { mayBeDone } from '../workshop/sight.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './DoneToggle.module.css'

/** *I'm done*, for participants while something is going on. Facilitators see a number, nobody sees who. */
export function DoneToggle({ isSmall = false }: { readonly isSmall?: boolean }) {
  const { view } = useWorkshop()
  const give = useGive()
  const { me, now } = view
  /** What was pressed and is not in the view yet: the button answers the finger, not the line. */
  const [wanted, setWanted] = useState<boolean>()
  // The view comes a moment after the answer: until then what was pressed stands, so that nothing flickers.
  const known = `${now.stage ?? ''} ${me.isDone}`
  const [before, setBefore] = useState(known)
  if (before !== known) {
    setBefore(known)
    setWanted(undefined)
  }
  const isDone = wanted ?? me.isDone
  if (!mayBeDone(view)) return null
  const handlePress = async () => {
    setWanted(!isDone)
    if (!(await give({ type: 'person.done', isDone: !isDone }))) setWanted(undefined)
  }
  return (
    <p className={styles['done']}>
      <button
        type="button"
        aria-pressed={isDone}
        className={classes(styles['toggle'], isSmall && styles['small'])}
        onClick={() => void handlePress()}
      >
        <span aria-hidden="true" className={styles['box']}>
          {isDone ? '✓' : ''}
        </span>
        {t('now.done')}
      </button>
      {isSmall ? null : <span className={styles['hint']}>{t('now.doneHint')}</span>}
    </p>
  )
}
