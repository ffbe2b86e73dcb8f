import type { ReportField, ReportView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import { namesOf } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { MainPoints } from './mainPoints.ts'
import { MainPointsList } from './MainPointsList.tsx'
import styles from './topic.module.css'

/** Texts under headings of their own, in the order in which a report is read (methods §4.4). */
const AFTER_POINTS = ['said', 'next', 'requests', 'question', 'resources', 'surprising'] as const

/** What a report says, to read. Parts that nobody wrote are left out. */
export function ReportReading({
  report,
  points,
  over,
}: {
  readonly report: ReportView
  readonly points: MainPoints | undefined
  readonly over: number
}) {
  const { texts, quote } = report
  return (
    <div className={styles['reading']}>
      {texts.headline.trim() === '' ? null : (
        <p className={styles['headline']} dir="auto">
          {texts.headline}
        </p>
      )}
      {quote === null ? null : (
        <blockquote className={styles['quote']} dir="auto">
          {quote.text}
        </blockquote>
      )}
      <section className={styles['part']}>
        <h3>{t('topic.points')}</h3>
        <MainPointsList points={points} over={over} level={4} />
      </section>
      {AFTER_POINTS.map((field) => (
        <TextPart key={field} field={field} text={texts[field]} />
      ))}
      <TookPart report={report} />
    </div>
  )
}

/** One text under its heading, or nothing. */
export function TextPart({ field, text }: { readonly field: ReportField; readonly text: string }) {
  if (text.trim() === '') return null
  return (
    <section className={styles['part']}>
      <h3>{t(`topic.${field}`)}</h3>
      <p className={styles['words']} dir="auto">
        {text}
      </p>
    </section>
  )
}

/** How many took part, who of them agreed to be named, who took notes and wrote it up. */
function TookPart({ report }: { readonly report: ReportView }) {
  const { view } = useWorkshop()
  const { people, named, perspectives, noteTaker, writer } = report
  const names = namesOf(view, named)
  const nameOf = (id: string | null) => (id === null ? undefined : view.people[id]?.name)
  const [notesBy, writtenBy] = [nameOf(noteTaker), nameOf(writer)]
  if (people === 0 && notesBy === undefined && writtenBy === undefined) return null
  return (
    <section className={styles['part']}>
      <h3>{t('topic.people')}</h3>
      {people === 0 ? null : (
        <p>
          {t('topic.peopleCount', { count: people })}
          {names === '' ? null : <bdi>, {t('topic.peopleNamed', { names })}</bdi>}
          {'.'}
        </p>
      )}
      {perspectives.length === 0 ? null : (
        <p className={styles['aside']} dir="auto">
          {t('topic.perspectives', { list: perspectives.join(', ') })}
        </p>
      )}
      {notesBy === undefined ? null : <p dir="auto">{t('topic.notesBy', { name: notesBy })}</p>}
      {writtenBy === undefined ? null : <p dir="auto">{t('topic.writtenBy', { name: writtenBy })}</p>}
    </section>
  )
}
