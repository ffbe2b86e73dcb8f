/** What may be said of a workshop beforehand, folded away: why, what is fixed and open, when, by phone. */
import type { CreateRequest } from '@moot/protocol'
import { FRAMING_MAX } from '@moot/workshop'
import { useState } from 'react'
import { Choice, Field, TextArea } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import { momentOf, ownZone } from '../../text/zones.ts'
import styles from './Plan.module.css'

const TEXTS = ['purpose', 'fixed', 'open', 'phone'] as const
type Texts = Readonly<Record<(typeof TEXTS)[number], string>>

/** What was typed so far, and how to change it. */
export interface MoreDetailsState {
  readonly texts: Texts
  readonly setText: (field: keyof Texts, text: string) => void
  /** `YYYY-MM-DDTHH:MM` on a clock in `zone`, or ''. */
  readonly starts: string
  readonly setStarts: (starts: string) => void
  readonly zone: string
  readonly setZone: (zone: string) => void
}

/** Nothing said, in this browser's own time zone. */
export function useMoreDetails(): MoreDetailsState {
  const [texts, setTexts] = useState<Texts>({ purpose: '', fixed: '', open: '', phone: '' })
  const [starts, setStarts] = useState('')
  const [zone, setZone] = useState(ownZone)
  const setText = (field: keyof Texts, text: string) => setTexts((before) => ({ ...before, [field]: text }))
  return { texts, setText, starts, setStarts, zone, setZone }
}

/**
 * As a request takes it; `undefined` where the date is none.
 *
 * @param isPlanned - whether times of a running order will be shown, which need a home time zone
 */
export function framingOf(
  { texts, starts, zone }: MoreDetailsState,
  isPlanned: boolean,
): Pick<CreateRequest, keyof Texts | 'starts' | 'zone'> | undefined {
  const said = Object.fromEntries(
    TEXTS.map((field) => [field, texts[field].trim()]).filter(([, text]) => text !== ''),
  )
  if (starts === '') return isPlanned ? { ...said, zone } : said
  const moment = momentOf(starts, zone)
  return moment === undefined ? undefined : { ...said, zone, starts: moment }
}

/** The fields. */
export function MoreDetails({ details }: { readonly details: MoreDetailsState }) {
  const { texts, setText, starts, setStarts, zone, setZone } = details
  const area = (field: keyof Texts, label: string, hint: string) => (
    <TextArea
      label={label}
      hint={hint}
      rows={2}
      value={texts[field]}
      onChange={(event) => setText(field, event.target.value)}
      maxLength={FRAMING_MAX}
      dir="auto"
    />
  )
  return (
    <details className={styles['more']}>
      <summary>{t('plan.more')}</summary>
      <div className={styles['details']}>
        {area('purpose', t('plan.purpose'), t('plan.purposeHint'))}
        {area('fixed', t('plan.fixed'), t('plan.fixedHint'))}
        {area('open', t('plan.open'), t('plan.openHint'))}
        <div className={styles['when']}>
          <Field
            label={t('plan.starts')}
            type="datetime-local"
            value={starts}
            onChange={(event) => setStarts(event.target.value)}
          />
          <Choice label={t('plan.zone')} value={zone} onChange={(event) => setZone(event.target.value)}>
            {zonesWith(zone).map((each) => (
              <option key={each} value={each}>
                {each.replaceAll('_', ' ')}
              </option>
            ))}
          </Choice>
          <p className={styles['aside']}>{t('plan.zoneHint')}</p>
        </div>
        {area('phone', t('plan.phone'), t('plan.phoneHint'))}
      </div>
    </details>
  )
}

/** Every zone that the browser knows, with its own, which may go by an older name. */
function zonesWith(zone: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return [...new Set([...known, 'UTC', zone])].toSorted()
}
