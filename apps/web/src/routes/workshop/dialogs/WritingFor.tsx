import { cleanLine, NAME_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../../parts/Dialog.tsx'
import { Field } from '../../../parts/Field.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { t } from '../../../text/index.ts'
import { refusalText } from '../../../text/refusalText.ts'
import '../../../text/withPeople.ts'
import { useWorkshop } from '../useWorkshop.ts'
import styles from './BarDialog.module.css'
import type { BarDialog } from './Dialogs.tsx'

/** *I'm writing for someone*: a name; a facilitator says yes, and facilitators need nobody to. */
export function WritingFor({ onClose, returnFocusTo }: BarDialog) {
  const { replica, view } = useWorkshop()
  const { me, people } = view
  const isFacilitator = me.role === 'facilitator'
  const [name, setName] = useState('')
  const [asked, setAsked] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const answer = await replica.command({ type: 'help.ask', name })
    setIsBusy(false)
    setProblem(answer.ok ? undefined : refusalText(answer))
    if (!answer.ok) return
    setAsked(cleanLine(name))
    setWasWaiting(false)
    setName('')
  }

  const names = (list: readonly string[]): string => list.join(', ')
  const helped = me.assists.map((id) => people[id]?.name ?? '')
  // The answer comes a moment before the view: until then nothing has been decided.
  const [wasWaiting, setWasWaiting] = useState(false)
  const isWaiting = asked !== undefined && me.asks.includes(asked)
  if (isWaiting && !wasWaiting) setWasWaiting(true)
  const outcome =
    asked === undefined
      ? undefined
      : helped.includes(asked)
        ? t('people.writingNow', { name: asked })
        : isWaiting
          ? t('people.writingWaits', { name: asked })
          : wasWaiting
            ? t('people.saidNo', { name: asked })
            : undefined
  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('people.writingTitle')}
      description={
        isFacilitator ? t('people.writingLead') : `${t('people.writingLead')} ${t('people.writingLeadAsk')}`
      }
    >
      <form className={styles['form']} onSubmit={handleSubmit} noValidate>
        {helped.length === 0 || outcome !== undefined ? null : (
          <p dir="auto">{t('people.writingFor', { names: names(helped) })}</p>
        )}
        {me.asks.length === 0 || isWaiting ? null : (
          <p dir="auto">{t('people.waitingFor', { names: names(me.asks) })}</p>
        )}
        {outcome === undefined ? null : <Notice tone="accent">{outcome}</Notice>}
        <Field
          label={t('people.theirName')}
          dir="auto"
          value={name}
          maxLength={NAME_MAX}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          {...(problem === undefined ? {} : { error: problem })}
        />
        <DialogActions>
          <Button submits look="primary" busy={isBusy}>
            {t(isFacilitator ? 'people.writingAdd' : 'people.writingAsk')}
          </Button>
          <Button onClick={onClose}>{t(asked === undefined ? 'parts.cancel' : 'people.writingDone')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
