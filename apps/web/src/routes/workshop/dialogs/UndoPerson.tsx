import { undoneResult } from '@moot/protocol'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../../parts/Dialog.tsx'
import { Choice, Field } from '../../../parts/Field.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { Segmented } from '../../../parts/Segmented.tsx'
import { t } from '../../../text/index.ts'
import '../../../text/withWorkshopLater.ts'
import '../../../text/withBoardLater.ts'
import { refusalText } from '../../../text/refusalText.ts'
import { writersInOrder } from '../peopleHere.ts'
import { useWorkshop } from '../useWorkshop.ts'
import styles from './BarDialog.module.css'
import type { BarDialog } from './Dialogs.tsx'
import { lastTimeOfDay, minutesAgo } from './sinceWhen.ts'

/** The last option is a time of day instead of minutes. */
const SPANS = ['5', '15', '60', 'time'] as const
type Span = (typeof SPANS)[number]

type Outcome =
  | { readonly state: 'asking' }
  | { readonly state: 'busy' }
  | { readonly state: 'done'; readonly notes: number }
  | { readonly state: 'refused'; readonly words: string }

/** Takes back what one person did on this board since a time. */
export function UndoPerson({ boardId, onClose, returnFocusTo }: BarDialog & { readonly boardId: string }) {
  const { replica, view } = useWorkshop()
  const [person, setPerson] = useState('')
  const [span, setSpan] = useState<Span>('5')
  const [time, setTime] = useState('')
  const [outcome, setOutcome] = useState<Outcome>({ state: 'asking' })

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (outcome.state === 'busy') return
    const now = replica.serverNow()
    const since = span === 'time' ? lastTimeOfDay(now, time) : minutesAgo(now, Number(span))
    if (person === '') return setOutcome({ state: 'refused', words: t('frame.undoNobody') })
    if (since === undefined) return setOutcome({ state: 'refused', words: t('frame.undoTimeMissing') })
    setOutcome({ state: 'busy' })
    const answer = await replica.command({ type: 'board.undoPerson', board: boardId, person, since })
    const result = answer.ok ? undoneResult.safeParse(answer.result) : undefined
    if (result?.success) setOutcome({ state: 'done', notes: result.data.notes })
    else setOutcome({ state: 'refused', words: answer.ok ? t('refusals.unreadable') : refusalText(answer) })
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      returnFocusTo={returnFocusTo}
      title={t('frame.undoPerson')}
      description={t('frame.undoLead')}
    >
      <form className={styles['form']} onSubmit={handleSubmit} noValidate>
        <Choice label={t('frame.undoWho')} value={person} onChange={(event) => setPerson(event.target.value)}>
          <option value="">{t('frame.undoChoose')}</option>
          {writersInOrder(view).map((each) => (
            <option key={each.id} value={each.id}>
              {each.id === view.me.person ? `${each.name} (${t('workshop.you')})` : each.name}
            </option>
          ))}
        </Choice>
        <div>
          <p aria-hidden="true" className={styles['legend']}>
            {t('frame.undoSince')}
          </p>
          <Segmented
            label={t('frame.undoSince')}
            value={span}
            onChange={setSpan}
            wide
            options={SPANS.map((each) => ({
              value: each,
              label: each === 'time' ? t('frame.undoTime') : t('frame.undoMinutes', { count: Number(each) }),
            }))}
          />
        </div>
        {span === 'time' ? (
          <Field
            label={t('frame.undoTimeLabel')}
            type="time"
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        ) : null}
        {outcome.state === 'refused' ? <Notice tone="danger">{outcome.words}</Notice> : null}
        {outcome.state === 'done' ? (
          <Notice tone="accent">{t('frame.undone', { count: outcome.notes })}</Notice>
        ) : null}
        <DialogActions>
          <Button submits look="danger" busy={outcome.state === 'busy'}>
            {t('frame.undoDo')}
          </Button>
          <Button onClick={onClose}>{t(outcome.state === 'done' ? 'parts.close' : 'parts.cancel')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
