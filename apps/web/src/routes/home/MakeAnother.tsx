/** A workshop made from one that this browser facilitates: its set-up as a plan, or the next one that follows it. */
import type { Visit } from '@moot/client'
import { suggestCarry } from '@moot/client'
import type { CarryResponse, CreateRequest } from '@moot/protocol'
import { WORKSHOP_TITLE_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useEffect, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withPlan.ts'
import type { Bringing } from './BringAlong.tsx'
import { BringAlong, bringingOf } from './BringAlong.tsx'
import { OperatorKey } from './OperatorKey.tsx'
import styles from './MakeAnother.module.css'
import { startWorkshop } from './startWorkshop.ts'

/** See the head of this file. Ends with the new workshop on the screen, or with `onClose`. */
export function MakeAnother({
  from,
  kind,
  onClose,
}: {
  readonly from: Visit
  readonly kind: 'plan' | 'follow'
  readonly onClose: () => void
}) {
  const old = from.title || t('home.untitled')
  const [title, setTitle] = useState(kind === 'plan' ? t('plan.duplicateName', { title: old }) : old)
  const [operatorKey, setOperatorKey] = useState('')
  const [offered, setOffered] = useState<CarryResponse>()
  const [bringing, setBringing] = useState<Bringing>()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()

  const { workshopId, secret } = from
  useEffect(() => {
    if (kind === 'plan') return
    let isCurrent = true
    void suggestCarry(workshopId, secret).then((outcome) => {
      if (!isCurrent) return
      if (!outcome.ok) return setError(refusalText(outcome))
      setOffered(outcome.value)
      setBringing(bringingOf(outcome.value))
    })
    return () => {
      isCurrent = false
    }
  }, [kind, workshopId, secret])

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || (kind === 'follow' && bringing === undefined)) return
    setIsBusy(true)
    setError(undefined)
    const refusal = await startWorkshop(
      {
        from: { workshopId, kind, ...(bringing !== undefined && along(bringing)) },
        ...(title.trim() !== '' && { title: title.trim() }),
        ...(operatorKey !== '' && { operatorKey }),
      },
      { secret },
    )
    setIsBusy(false)
    if (refusal) setError(refusalText(refusal))
  }

  const isPlan = kind === 'plan'
  return (
    <Dialog
      open
      wide={!isPlan}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={isPlan ? t('plan.duplicate') : t('plan.next')}
      description={
        <p>{isPlan ? t('plan.duplicateLead', { title: old }) : t('plan.nextLead', { title: old })}</p>
      }
    >
      <form className={styles['form']} onSubmit={handleSubmit} noValidate>
        <Field
          label={t('plan.name')}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={WORKSHOP_TITLE_MAX}
          autoComplete="off"
          dir="auto"
        />
        {isPlan ? null : offered === undefined || bringing === undefined ? (
          error === undefined ? (
            <p role="status">{t('plan.nextLoading')}</p>
          ) : null
        ) : (
          <BringAlong offered={offered} bringing={bringing} onChange={setBringing} />
        )}
        <OperatorKey value={operatorKey} onChange={setOperatorKey} />
        {error === undefined ? null : <Notice tone="danger">{error}</Notice>}
        <DialogActions>
          <Button submits look="primary" busy={isBusy}>
            {isBusy ? t('home.starting') : isPlan ? t('plan.duplicateDo') : t('plan.nextDo')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** What was ticked, as a request takes it. */
function along({
  boards,
  lines,
  isSameOrder,
}: Bringing): Omit<NonNullable<CreateRequest['from']>, 'workshopId' | 'kind'> {
  return {
    boards: [...boards],
    isSameOrder,
    carried: lines
      .filter(({ text, isTicked }) => isTicked && text.trim() !== '')
      .map(({ kind, text }) => ({ kind, text: text.trim() })),
  }
}
