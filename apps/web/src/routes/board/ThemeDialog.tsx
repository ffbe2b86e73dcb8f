import { TITLE_MAX } from '@moot/board'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { useReturnFocus } from '../../parts/useReturnFocus.ts'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import styles from './board.module.css'

/** Asks for the name of a new theme. */
export function ThemeDialog({
  count,
  onMake,
  onClose,
}: {
  /** How many notes it begins with. */
  readonly count: number
  readonly onMake: (title: string) => void
  readonly onClose: () => void
}) {
  const [title, setTitle] = useState('')
  const [error, setError] = useState<string>()
  const returnFocusTo = useReturnFocus()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const name = title.trim()
    if (name === '') {
      setError(t('board.newThemeMissing'))
      return
    }
    onClose()
    onMake(name)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('board.newThemeTitle')}
      returnFocusTo={returnFocusTo}
      {...(count > 0 ? { description: t('board.newThemeFor', { count }) } : {})}
    >
      <form className={styles['form']} onSubmit={handleSubmit}>
        <Field
          label={t('board.newThemeLabel')}
          hint={t('board.newThemeHint')}
          error={error}
          value={title}
          maxLength={TITLE_MAX}
          autoFocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button submits look="primary">
          {t('board.newThemeDo')}
        </Button>
      </form>
    </Dialog>
  )
}
