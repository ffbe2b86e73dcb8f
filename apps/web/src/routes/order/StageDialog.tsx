import { templateSummaries } from '@moot/templates'
import type { StageDraft } from '@moot/workshop'
import {
  STAGE_GATES,
  STAGE_KINDS,
  STAGE_MINUTES_MAX,
  STAGE_PLACES,
  STAGE_PROMPT_MAX,
  STAGE_TITLE_MAX,
} from '@moot/workshop'
import type { FormEvent, RefObject } from 'react'
import { useId, useRef, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Choice, Field, TextArea } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { t } from '../../text/index.ts'
import { kindName } from './kinds.ts'
import styles from './order.module.css'

/** What is edited: a stage that is there, or one that is to be added. */
export interface Editing {
  readonly draft: StageDraft
  /** `undefined` for a new one. */
  readonly id: string | undefined
  /** For a new one: the stage that it comes after, `undefined` for the end. */
  readonly after?: string
}

/** Everything about one activity. `onSave` resolves to a sentence where it was refused. */
export function StageDialog({
  editing,
  parts,
  onSave,
  onClose,
  returnFocusTo,
}: {
  readonly editing: Editing
  /** Titles of parts that there are. */
  readonly parts: readonly string[]
  readonly onSave: (draft: StageDraft) => Promise<string | undefined>
  readonly onClose: () => void
  readonly returnFocusTo: RefObject<HTMLElement | null>
}) {
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={t(editing.id === undefined ? 'order.newTitle' : 'order.editTitle')}
      returnFocusTo={[returnFocusTo]}
    >
      <StageForm editing={editing} parts={parts} onSave={onSave} onClose={onClose} />
    </Dialog>
  )
}

/** Whole minutes as they are typed, or `undefined`. */
export function minutesOf(typed: string): number | undefined {
  const text = typed.trim()
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : NaN
  return minutes <= STAGE_MINUTES_MAX ? minutes : undefined
}

function StageForm({
  editing,
  parts,
  onSave,
  onClose,
}: {
  readonly editing: Editing
  readonly parts: readonly string[]
  readonly onSave: (draft: StageDraft) => Promise<string | undefined>
  readonly onClose: () => void
}) {
  const [draft, setDraft] = useState(editing.draft)
  const [minutes, setMinutes] = useState(String(editing.draft.minutes))
  const [wrong, setWrong] = useState<{ readonly title?: string; readonly minutes?: string }>({})
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const titleField = useRef<HTMLInputElement>(null)
  const minutesField = useRef<HTMLInputElement>(null)
  const list = useId()
  const change = (part: Partial<StageDraft>) => setDraft((before) => ({ ...before, ...part }))

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const whole = minutesOf(minutes)
    const isUntitled = draft.title.trim() === ''
    setWrong({
      ...(isUntitled && { title: t('order.nameMissing') }),
      ...(whole === undefined && { minutes: t('order.minutesWrong') }),
    })
    if (isUntitled) titleField.current?.focus()
    else if (whole === undefined) minutesField.current?.focus()
    if (isUntitled || whole === undefined) return
    setIsBusy(true)
    const refusal = await onSave({ ...draft, minutes: whole })
    setIsBusy(false)
    if (refusal === undefined) onClose()
    else setProblem(refusal)
  }

  return (
    <form className={styles['form']} onSubmit={handleSubmit} noValidate>
      <Field
        ref={titleField}
        label={t('order.name')}
        value={draft.title}
        maxLength={STAGE_TITLE_MAX}
        autoComplete="off"
        autoFocus
        dir="auto"
        onChange={(event) => change({ title: event.target.value })}
        {...(wrong.title === undefined ? {} : { error: wrong.title })}
      />
      <TextArea
        label={t('order.prompt')}
        hint={t('order.promptHint')}
        optional
        rows={2}
        value={draft.prompt}
        maxLength={STAGE_PROMPT_MAX}
        dir="auto"
        onChange={(event) => change({ prompt: event.target.value })}
      />
      <div className={styles['pair']}>
        <Field
          ref={minutesField}
          label={t('order.minutes')}
          value={minutes}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          onChange={(event) => setMinutes(event.target.value)}
          {...(wrong.minutes === undefined ? {} : { error: wrong.minutes })}
        />
        <Choice
          label={t('order.kind')}
          value={draft.kind}
          onChange={(event) =>
            change({ kind: STAGE_KINDS.find((kind) => kind === event.target.value) ?? 'activity' })
          }
        >
          {STAGE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindName(kind)}
            </option>
          ))}
        </Choice>
      </div>
      <div className={styles['field']}>
        <p className={styles['label']} aria-hidden="true">
          {t('order.where')}
        </p>
        <Segmented
          label={t('order.where')}
          value={draft.where}
          options={STAGE_PLACES.map((where) => ({ value: where, label: t(`order.where_${where}`) }))}
          onChange={(where) => change({ where })}
          wide
        />
      </div>
      <div className={styles['pair']}>
        <Choice
          label={t(draft.where === 'main' ? 'order.boardMain' : 'order.boardSpaces')}
          value={draft.template}
          onChange={(event) => change({ template: event.target.value })}
        >
          <option value="">{t('order.boardNone')}</option>
          {templateSummaries.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Field
          label={t('order.part')}
          optional
          value={draft.part}
          maxLength={STAGE_TITLE_MAX}
          autoComplete="off"
          list={list}
          dir="auto"
          onChange={(event) => change({ part: event.target.value })}
        />
        <datalist id={list}>
          {parts.map((part) => (
            <option key={part} value={part}>
              {part}
            </option>
          ))}
        </datalist>
      </div>
      <p className={styles['aside']}>{t('order.partHint')}</p>
      <Choice
        label={t('order.gate')}
        hint={t('order.gateHint')}
        value={draft.gate}
        onChange={(event) =>
          change({ gate: STAGE_GATES.find((gate) => gate === event.target.value) ?? 'none' })
        }
      >
        {STAGE_GATES.map((gate) => (
          <option key={gate} value={gate}>
            {t(`order.gate_${gate}`)}
          </option>
        ))}
      </Choice>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={draft.isReadOnly}
          onChange={(event) => change({ isReadOnly: event.target.checked })}
        />
        {t('order.readOnly')}
      </label>
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <DialogActions>
        <Button submits look="primary" busy={isBusy}>
          {t(editing.id === undefined ? 'order.addIt' : 'order.save')}
        </Button>
        <Button onClick={onClose}>{t('parts.cancel')}</Button>
      </DialogActions>
    </form>
  )
}
