import type { Command } from '@moot/workshop'
import { FRAMING_MAX, QUESTION_MAX, WORKSHOP_TITLE_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice, Field, TextArea } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { isZone, localTime, momentOf, ownZone, timeIn } from '../../text/zones.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './order.module.css'
import { SignUpsSetting } from './SignUpsSetting.tsx'

const TEXTS = ['purpose', 'fixed', 'open', 'phone', 'next'] as const
type FieldName = 'title' | 'question' | 'starts' | 'zone' | (typeof TEXTS)[number]

/** What the workshop says about itself: on *Now* before the start and at the end. */
export function AboutWorkshop() {
  const { view, replica } = useWorkshop()
  const { workshop } = view
  // Only what was changed here: what others change meanwhile stays.
  const [changed, setChanged] = useState<{ readonly [F in FieldName]?: string }>({})
  // What was saved stands until it has come back as part of the view, or the old words would flash up between.
  const [savedOver, setSavedOver] = useState<typeof workshop>()
  if (savedOver !== undefined && savedOver !== workshop) {
    setSavedOver(undefined)
    setChanged({})
  }
  const [problem, setProblem] = useState<string>()
  const [isSaved, setIsSaved] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const savedZone = isZone(workshop.zone) ? workshop.zone : ''
  const zone = changed.zone ?? savedZone
  // Where no home zone was chosen the time is this browser's own.
  const fieldZone = zone === '' ? ownZone() : zone
  const starts = changed.starts ?? (workshop.starts === 0 ? '' : localTime(workshop.starts, fieldZone))
  const moment = starts === '' ? 0 : momentOf(starts, fieldZone)
  const valueOf = (field: Exclude<FieldName, 'starts' | 'zone'>): string => changed[field] ?? workshop[field]
  const change = (field: FieldName, value: string) => {
    setIsSaved(false)
    setSavedOver(undefined)
    setChanged((before) => ({ ...before, [field]: value }))
  }

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (moment === undefined) {
      setProblem(t('order.startsWrong'))
      return
    }
    const texts = TEXTS.filter((field) => changed[field] !== undefined)
    const isTimeChanged = changed.starts !== undefined || changed.zone !== undefined
    const commands: Command[] = [
      ...(changed.title === undefined ? [] : [{ type: 'workshop.rename', title: changed.title } as const]),
      ...(changed.question === undefined
        ? []
        : [{ type: 'workshop.ask', question: changed.question } as const]),
      ...(texts.length > 0 || isTimeChanged
        ? [
            {
              type: 'workshop.describe',
              ...Object.fromEntries(texts.map((field) => [field, changed[field] ?? ''])),
              ...(isTimeChanged && { starts: moment, zone }),
            } as const,
          ]
        : []),
    ]
    setIsBusy(true)
    for (const command of commands) {
      const answer = await replica.command(command)
      if (answer.ok) continue
      setProblem(refusalText(answer))
      setIsBusy(false)
      return
    }
    setIsBusy(false)
    setProblem(undefined)
    setSavedOver(commands.length === 0 ? undefined : workshop)
    setIsSaved(true)
    announce(t('order.aboutSaved'))
  }

  const own = ownZone()
  const area = (field: (typeof TEXTS)[number], hint?: string) => (
    <TextArea
      label={t(`order.${field}`)}
      {...(hint === undefined ? {} : { hint })}
      optional
      rows={2}
      value={valueOf(field)}
      maxLength={FRAMING_MAX}
      dir="auto"
      onChange={(event) => change(field, event.target.value)}
    />
  )
  return (
    <section className={styles['about']} aria-labelledby="order-about">
      <h2 id="order-about">{t('order.aboutTitle')}</h2>
      <p className={styles['lead']}>{t('order.aboutLead')}</p>
      <form className={styles['form']} onSubmit={handleSubmit} noValidate>
        <Field
          label={t('order.workshopName')}
          value={valueOf('title')}
          maxLength={WORKSHOP_TITLE_MAX}
          autoComplete="off"
          dir="auto"
          onChange={(event) => change('title', event.target.value)}
        />
        <TextArea
          label={t('order.question')}
          optional
          rows={2}
          value={valueOf('question')}
          maxLength={QUESTION_MAX}
          dir="auto"
          onChange={(event) => change('question', event.target.value)}
        />
        <div className={styles['pair']}>
          <Field
            label={t('order.starts')}
            optional
            type="datetime-local"
            value={starts}
            onChange={(event) => change('starts', event.target.value)}
          />
          <Choice
            label={t('order.zone')}
            value={zone}
            onChange={(event) => change('zone', event.target.value)}
          >
            <option value="">{t('order.zoneNone')}</option>
            {isZone(own) ? <option value={own}>{own.replaceAll('_', ' ')}</option> : null}
            {zones()
              .filter((each) => each !== own)
              .map((each) => (
                <option key={each} value={each}>
                  {each.replaceAll('_', ' ')}
                </option>
              ))}
            {zone === '' || zone === own || zones().includes(zone) ? null : (
              <option value={zone}>{zone}</option>
            )}
          </Choice>
        </div>
        {moment === undefined || moment === 0 || timeIn(moment, own) === timeIn(moment, fieldZone) ? null : (
          <p className={styles['aside']}>{t('order.startsHere', { time: timeIn(moment, own) })}</p>
        )}
        {area('purpose', t('order.purposeHint'))}
        <div className={styles['pair']}>
          {area('fixed', t('order.fixedHint'))}
          {area('open', t('order.openHint'))}
        </div>
        {area('phone')}
        {area('next', t('order.nextHint'))}
        {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
        <div className={styles['saveLine']}>
          <Button submits busy={isBusy}>
            {t('order.aboutSave')}
          </Button>
          {isSaved ? <span className={styles['aside']}>{t('order.aboutSaved')}</span> : null}
        </div>
      </form>
      <SignUpsSetting />
    </section>
  )
}

let known: readonly string[] | undefined

/** All time zones that this browser can name. */
function zones(): readonly string[] {
  known ??= Intl.supportedValuesOf('timeZone')
  return known
}
