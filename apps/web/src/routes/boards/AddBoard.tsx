import { boardResult } from '@moot/protocol'
import { BOARD_TITLE_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { DialogActions } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoards.ts'
import '../../text/withPlan.ts'
import { refusalText } from '../../text/refusalText.ts'
import { TemplateChoice, useTemplateChoice } from '../plan/TemplateChoice.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './boards.module.css'

/** A further board from a template, after the one that is looked at. */
export function AddBoard({
  after,
  onAdded,
  onBack,
}: {
  /** Board to put it after; at the end without one. */
  readonly after: string | undefined
  readonly onAdded: (board: string) => void
  /** Goes back to all boards; left out where there is nothing to go back to. */
  readonly onBack?: () => void
}) {
  const { replica } = useWorkshop()
  const [title, setTitle] = useState('')
  const choice = useTemplateChoice()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const { chosen } = choice
    if (chosen === undefined) {
      setError(t('plan.columnMissing'))
      return
    }
    setIsBusy(true)
    setError(undefined)
    const answer = await replica.command({
      type: 'board.add',
      ...chosen,
      ...(title.trim() === '' ? {} : { title }),
      ...(after === undefined ? {} : { after }),
    })
    setIsBusy(false)
    if (!answer.ok) {
      setError(refusalText(answer))
      return
    }
    const made = boardResult.safeParse(answer.result)
    if (!made.success) return
    announce(t('boards.saidAdded', { board: title.trim() || t('boards.newBoard') }))
    onAdded(made.data.board)
  }

  return (
    <form className={styles['adding']} onSubmit={handleSubmit} noValidate>
      <Field
        label={t('boards.addName')}
        hint={t('boards.addNameHint')}
        optional
        value={title}
        maxLength={BOARD_TITLE_MAX}
        autoComplete="off"
        autoFocus
        dir="auto"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TemplateChoice legend={t('boards.addTemplate')} choice={choice} />
      {error === undefined ? null : <Notice tone="danger">{error}</Notice>}
      <DialogActions>
        <Button submits look="primary" busy={isBusy}>
          {t(isBusy ? 'boards.adding' : 'boards.addDo')}
        </Button>
        {onBack === undefined ? null : <Button onClick={onBack}>{t('boards.addBack')}</Button>}
      </DialogActions>
    </form>
  )
}
