import { expectResult } from '@moot/protocol'
import { NAME_MAX, PEOPLE_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useMemo, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { TextArea } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { toast } from '../boards/toast.tsx'
import { peopleInOrder } from '../workshop/peopleHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { pastedNames } from './pastedNames.ts'
import styles from './PeopleScreen.module.css'
import type { PersonDialogProps } from './PersonDialog.tsx'

/** A list of names that are expected: says what is in it before anything is done. */
export function PasteNames({ onClose, returnFocusTo }: PersonDialogProps) {
  const { replica, view } = useWorkshop()
  const [text, setText] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const names = useMemo(
    () =>
      pastedNames(
        text,
        peopleInOrder(view).map(({ name }) => name),
      ),
    [text, view],
  )
  const count = names.fresh.length
  const isTooMany = count > PEOPLE_MAX

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || count === 0 || isTooMany) return
    setIsBusy(true)
    const answer = await replica.command({ type: 'people.expect', names: [...names.fresh] })
    setIsBusy(false)
    if (!answer.ok) return setProblem(refusalText(answer))
    const result = expectResult.safeParse(answer.result)
    toast({ words: t('people.saidPasted', { count: result.success ? result.data.added : count }) })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('people.paste')}
      description={t('people.pasteLead')}
    >
      <form className={styles['form']} onSubmit={handleSubmit} noValidate>
        <TextArea
          label={t('people.pasteField')}
          rows={8}
          dir="auto"
          className={styles['names']}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <p role="status" className={styles['preview']}>
          {text.trim() === '' ? null : (
            <>
              <strong>{t('people.pasteNew', { count })}</strong>{' '}
              {names.known === 0 ? null : `${t('people.pasteKnown', { count: names.known })} `}
              {names.twice === 0 ? null : `${t('people.pasteTwice', { count: names.twice })} `}
              {names.long === 0 ? null : t('people.pasteLong', { count: names.long, max: NAME_MAX })}
            </>
          )}
        </p>
        {isTooMany ? <Notice tone="danger">{t('people.pasteFull', { max: PEOPLE_MAX })}</Notice> : null}
        {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button submits look="primary" busy={isBusy} aria-disabled={count === 0 || isTooMany}>
            {t('people.pasteDo', { count })}
          </Button>
          <Button onClick={onClose}>{t('parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
