/** What the next workshop brings along from the one before: boards, questions, commitments, the running order. */
import type { CarryResponse } from '@moot/protocol'
import type { Carried } from '@moot/workshop'
import { CARRIED_MAX, QUESTION_MAX } from '@moot/workshop'
import { useRef } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import styles from './MakeAnother.module.css'

/** A question or commitment, as it may be changed before it goes along. */
interface Line extends Carried {
  /** Its own for as long as the dialog is open. */
  readonly id: number
  readonly isTicked: boolean
}

/** What is ticked, and how the lines read by now. */
export interface Bringing {
  readonly boards: ReadonlySet<string>
  readonly lines: readonly Line[]
  readonly isSameOrder: boolean
}

/** To begin with: every line and the running order, no boards. */
export function bringingOf({ carried, hasPlan }: CarryResponse): Bringing {
  return {
    boards: new Set(),
    lines: carried.map((line, id) => ({ ...line, id, isTicked: true })),
    isSameOrder: hasPlan,
  }
}

/** The tick lists. */
export function BringAlong({
  offered,
  bringing,
  onChange,
}: {
  readonly offered: CarryResponse
  readonly bringing: Bringing
  readonly onChange: (bringing: Bringing) => void
}) {
  const { boards, isSameOrder } = bringing
  const tickBoard = (id: string) => {
    const next = new Set(boards)
    if (!next.delete(id)) next.add(id)
    onChange({ ...bringing, boards: next })
  }
  return (
    <>
      <Lines kind="question" bringing={bringing} onChange={onChange} />
      <Lines kind="commitment" bringing={bringing} onChange={onChange} />
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{t('plan.boards')}</legend>
        <p className={styles['hint']}>{t('plan.boardsHint')}</p>
        {offered.boards.map(({ id, title, notes }) => (
          <label key={id} className={styles['tick']}>
            <input type="checkbox" checked={boards.has(id)} onChange={() => tickBoard(id)} />
            <span dir="auto">{t('plan.board', { title, count: notes })}</span>
          </label>
        ))}
      </fieldset>
      {offered.hasPlan ? (
        <label className={styles['tick']}>
          <input
            type="checkbox"
            checked={isSameOrder}
            onChange={() => onChange({ ...bringing, isSameOrder: !isSameOrder })}
          />
          <span>{t('plan.sameOrder')}</span>
        </label>
      ) : null}
    </>
  )
}

function Lines({
  kind,
  bringing,
  onChange,
}: {
  readonly kind: Carried['kind']
  readonly bringing: Bringing
  readonly onChange: (bringing: Bringing) => void
}) {
  const { lines } = bringing
  const list = useRef<HTMLFieldSetElement>(null)
  const isQuestion = kind === 'question'
  const mine = lines.filter((line) => line.kind === kind)
  const change = (id: number, changed: Partial<Line>) =>
    onChange({ ...bringing, lines: lines.map((line) => (line.id === id ? { ...line, ...changed } : line)) })
  const handleAdd = () => {
    const id = Math.max(-1, ...lines.map((line) => line.id)) + 1
    onChange({ ...bringing, lines: [...lines, { id, kind, text: '', isTicked: true }] })
    // The field that came is where the hands go next.
    requestAnimationFrame(() => {
      const fields = list.current?.querySelectorAll<HTMLInputElement>('input:not([type="checkbox"])')
      fields?.[fields.length - 1]?.focus()
    })
  }
  return (
    <fieldset ref={list} className={styles['group']}>
      <legend className={styles['legend']}>{isQuestion ? t('plan.questions') : t('plan.commitments')}</legend>
      {mine.length === 0 ? null : <p className={styles['hint']}>{t('plan.linesHint')}</p>}
      {mine.map(({ id, text, isTicked }, index) => (
        <div key={id} className={styles['line']}>
          <label className={styles['box']}>
            <input
              type="checkbox"
              checked={isTicked}
              onChange={() => change(id, { isTicked: !isTicked })}
              aria-label={t('plan.bring', { text })}
            />
          </label>
          <Field
            label={
              isQuestion
                ? t('plan.questionLine', { number: index + 1 })
                : t('plan.commitmentLine', { number: index + 1 })
            }
            hideLabel
            value={text}
            maxLength={QUESTION_MAX}
            onChange={(event) => change(id, { text: event.target.value })}
            dir="auto"
          />
        </div>
      ))}
      {lines.length < CARRIED_MAX ? (
        <div>
          <Button onClick={handleAdd}>{isQuestion ? t('plan.addQuestion') : t('plan.addCommitment')}</Button>
        </div>
      ) : null}
    </fieldset>
  )
}
