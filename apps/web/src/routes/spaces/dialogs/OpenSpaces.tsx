import type { Column, TemplateId } from '@moot/templates'
import { columnSets, isTemplateId, templateSummaries } from '@moot/templates'
import type { Fill } from '@moot/workshop'
import { QUESTION_MAX, SLOT_TITLE_MAX, SPACES_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { announce } from '../../../parts/announce.ts'
import { Button, classes } from '../../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../../parts/Dialog.tsx'
import { Choice, Field, TextArea } from '../../../parts/Field.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { navigate } from '../../../router.tsx'
import { t } from '../../../text/index.ts'
import { refusalText } from '../../../text/refusalText.ts'
import '../../../text/withPlan.ts'
import { Columns } from '../../plan/Columns.tsx'
import { pathWithin } from '../../workshop/goTo.ts'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import type { SpacesPrefill } from '../openSpaces.ts'
import { openPlacing } from '../openSpaces.ts'
import { countSpaces, groupSizes, peopleToPlace, usualCount } from '../roster.ts'
import type { OneDialog } from '../SpacesDialogs.tsx'
import { readVideoLines, writeVideoLines } from '../videoLines.ts'
import styles from './dialogs.module.css'
import { Stepper } from './Stepper.tsx'
import { roomsOf, saveRooms } from './videoRooms.ts'

/** *Open breakouts*: how many, with which board, filled how. The usual is one press away. */
export function OpenSpaces({
  prefill,
  onClose,
  returnFocusTo,
}: OneDialog & { readonly prefill: SpacesPrefill }) {
  return (
    <Dialog open onOpenChange={onClose} returnFocusTo={returnFocusTo} title={t('spaces.openTitle')}>
      <OpenForm prefill={prefill} onClose={onClose} />
    </Dialog>
  )
}

function OpenForm({ prefill, onClose }: { readonly prefill: SpacesPrefill; readonly onClose: () => void }) {
  const { replica, view, workshopId } = useWorkshop()
  const people = peopleToPlace(view)
  const [count, setCount] = useState(prefill.count ?? usualCount(view, people))
  const [template, setTemplate] = useState<TemplateId | ''>(known(prefill.template))
  const [columns, setColumns] = useState<readonly Column[]>(columnSets[0]?.columns ?? [])
  const [fill, setFill] = useState<Fill>(prefill.fill ?? 'random')
  const [question, setQuestion] = useState(prefill.question ?? '')
  const [titles, setTitles] = useState<readonly string[]>(prefill.titles ?? [])
  const [lines, setLines] = useState(() => writeVideoLines(roomsOf(view)))
  const [busy, setBusy] = useState<'open' | 'prepare'>()
  const [problem, setProblem] = useState<string>()
  const round = view.now.round
  const sizes = people === 0 ? t('spaces.sizesNone') : t('spaces.sizes', { sizes: groupSizes(people, count) })
  const named = columns
    .filter(({ title }) => title.trim() !== '')
    .map(({ title, prompt }) => ({ title: title.trim(), prompt: (prompt ?? '').trim() }))

  /** Names and links beside the spaces; they are no part of opening and must not hold it up. */
  const saveLines = async (): Promise<boolean> => {
    const refusal = await saveRooms(replica, readVideoLines(lines))
    if (refusal !== undefined) setProblem(refusalText(refusal))
    return refusal === undefined
  }
  const handleOpen = async (event: FormEvent) => {
    event.preventDefault()
    if (busy !== undefined) return
    if (template === 'columns' && named.length === 0) {
      setProblem(t('plan.columnMissing'))
      return
    }
    setBusy('open')
    setProblem(undefined)
    const slots = Array.from({ length: count }, (_, at) => ({ title: titles[at]?.trim() ?? '' }))
    const answer = await replica.command({
      type: 'spaces.open',
      count,
      template,
      ...(template === 'columns' && { columns: named }),
      fill,
      round,
      ...(question.trim() !== '' && { question }),
      ...(slots.some(({ title }) => title !== '') && { slots }),
    })
    if (!answer.ok) {
      setBusy(undefined)
      setProblem(refusalText(answer))
      return
    }
    announce(t('spaces.opened', { round: round + 1 }))
    const isSaved = await saveLines()
    setBusy(undefined)
    navigate(pathWithin(workshopId, 'spaces'))
    if (!isSaved) return
    onClose()
    if (fill === 'hand') setTimeout(openPlacing, 0)
  }
  const handlePrepare = async () => {
    setBusy('prepare')
    setProblem(undefined)
    const answer = await replica.command({ type: 'spaces.prepare', count })
    const isSaved = answer.ok && (await saveLines())
    setBusy(undefined)
    if (!answer.ok) setProblem(refusalText(answer))
    if (!isSaved) return
    announce(t('spaces.prepared', { spaces: countSpaces(count) }))
    onClose()
  }
  const videoCount = readVideoLines(lines).length

  return (
    <form className={styles['form']} onSubmit={(event) => void handleOpen(event)} noValidate>
      <Stepper
        label={t('spaces.howMany')}
        value={count}
        min={1}
        max={SPACES_MAX}
        hint={sizes}
        onChange={setCount}
      />
      <fieldset className={styles['fills']}>
        <legend className={styles['legend']}>{t('spaces.fill')}</legend>
        <FillChoice
          value="random"
          chosen={fill}
          name={t('spaces.fillRandom')}
          hint={t('spaces.fillRandomHint', { sizes })}
          onChoose={setFill}
        />
        <FillChoice
          value="choose"
          chosen={fill}
          name={t('spaces.fillChoose')}
          hint={t('spaces.fillChooseHint')}
          onChoose={setFill}
        />
        <FillChoice
          value="hand"
          chosen={fill}
          name={t('spaces.fillHand')}
          hint={t('spaces.fillHandHint')}
          onChoose={setFill}
        />
      </fieldset>
      <Choice
        label={t('spaces.board')}
        value={template}
        onChange={(event) => setTemplate(known(event.target.value))}
      >
        {templateSummaries.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="">{t('spaces.boardNone')}</option>
      </Choice>
      {template === 'columns' ? <Columns columns={columns} onChange={setColumns} /> : null}
      <TextArea
        label={t('spaces.question')}
        optional
        rows={2}
        value={question}
        maxLength={QUESTION_MAX}
        dir="auto"
        onChange={(event) => setQuestion(event.target.value)}
      />
      <details className={styles['fold']} open={(prefill.titles ?? []).length > 0}>
        <summary>{t('spaces.perSpace')}</summary>
        <p className={styles['hint']}>{t('spaces.perSpaceHint')}</p>
        <div className={styles['titles']}>
          {Array.from({ length: count }, (_, at) => (
            <Field
              key={at}
              label={t('spaces.titleOf', { number: at + 1 })}
              value={titles[at] ?? ''}
              maxLength={SLOT_TITLE_MAX}
              dir="auto"
              onChange={(event) => setTitles(withAt(titles, at, event.target.value))}
            />
          ))}
        </div>
      </details>
      <details className={styles['fold']}>
        <summary>{t('spaces.video')}</summary>
        <TextArea
          label={t('spaces.videoLines')}
          hint={t('spaces.videoHint')}
          placeholder={t('spaces.videoExample')}
          rows={4}
          value={lines}
          dir="auto"
          onChange={(event) => setLines(event.target.value)}
        />
        {videoCount > count ? (
          <p className={styles['hint']}>
            {t('spaces.tooManyLines', { lines: videoCount, spaces: countSpaces(count) })}
          </p>
        ) : null}
      </details>
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <DialogActions>
        <Button submits look="primary" busy={busy !== undefined}>
          {t('spaces.openDo', { spaces: countSpaces(count) })}
        </Button>
        <Button busy={busy !== undefined} onClick={() => void handlePrepare()}>
          {t('spaces.prepareDo')}
        </Button>
      </DialogActions>
    </form>
  )
}

function FillChoice({
  value,
  chosen,
  name,
  hint,
  onChoose,
}: {
  readonly value: Fill
  readonly chosen: Fill
  readonly name: string
  readonly hint: string
  readonly onChoose: (fill: Fill) => void
}) {
  const isChosen = value === chosen
  return (
    <label className={classes(styles['choice'], isChosen && styles['chosen'])}>
      <input type="radio" name="fill" value={value} checked={isChosen} onChange={() => onChoose(value)} />
      <span className={styles['choiceName']}>{name}</span>
      <span className={styles['hint']}>{hint}</span>
    </label>
  )
}

const known = (template: string | undefined): TemplateId | '' =>
  template === '' ? '' : template !== undefined && isTemplateId(template) ? template : 'blank'

function withAt(titles: readonly string[], at: number, title: string): string[] {
  const next = Array.from({ length: Math.max(titles.length, at + 1) }, (_, index) => titles[index] ?? '')
  next[at] = title
  return next
}
