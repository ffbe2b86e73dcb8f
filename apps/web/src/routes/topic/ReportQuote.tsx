import type { ReportView } from '@moot/workshop'
import { Choice } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import { useGive } from '../workshop/useGive.ts'
import type { MainPoints } from './mainPoints.ts'
import { allPoints } from './mainPoints.ts'
import styles from './topic.module.css'

/** Letters of a note that are shown where one is chosen. */
const SHORT = 90
/** Letters of a note that are kept with the report, in UTF-16 units. */
const QUOTE_MAX = 2_000

/** The note that the news wall quotes, chosen from the board. */
export function ReportQuote({
  topicId,
  report,
  points,
}: {
  readonly topicId: string
  readonly report: ReportView
  readonly points: MainPoints | undefined
}) {
  const give = useGive()
  const { quote } = report
  const notes = (points === undefined ? [] : allPoints(points)).filter(({ text }) => text.trim() !== '')
  if (notes.length === 0 && quote === null) return null
  const isKept = quote !== null && !notes.some(({ id }) => id === quote.note)
  const handleChange = (id: string): void => {
    const note = notes.find((each) => each.id === id)
    void give({
      type: 'report.quote',
      topic: topicId,
      note: note === undefined ? null : { id, text: note.text.slice(0, QUOTE_MAX) },
    })
  }
  return (
    <div className={styles['quoting']}>
      <Choice
        label={t('topic.quote')}
        hint={t('topic.quoteHint')}
        value={quote?.note ?? ''}
        onChange={({ target }) => handleChange(target.value)}
      >
        <option value="">{t('topic.noQuote')}</option>
        {isKept ? <option value={quote.note}>{shortened(quote.text)}</option> : null}
        {notes.map(({ id, text }) => (
          <option key={id} value={id}>
            {shortened(text)}
          </option>
        ))}
      </Choice>
      {quote === null ? null : (
        <blockquote className={styles['quote']} dir="auto">
          {quote.text}
        </blockquote>
      )}
    </div>
  )
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= SHORT ? line : `${line.slice(0, SHORT)}…`
}
