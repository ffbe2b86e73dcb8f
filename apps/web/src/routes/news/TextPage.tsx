import { memo } from 'react'
import type { ReactNode } from 'react'
import { classes } from '../../parts/Button.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import styles from './pager.module.css'
import page from './text.module.css'
import { PlaceLabel, Status } from './OnePager.tsx'
import { isSameEntry } from './wall.ts'
import type { WallEntry } from './wall.ts'

/** What one report in the text page is made of. */
interface ReportTextProps {
  readonly entry: WallEntry
  readonly themes: readonly string[]
  /** How many notes are on its board. */
  readonly notes: number
  readonly names: string
  readonly askers: readonly string[]
  /** What is said of who had a hand in it: one line each. */
  readonly jobs: string
  readonly isFacilitator: boolean
  readonly boardPath: string | undefined
  readonly reportPath: string
}

/** One report in full, under its question: every part has a heading. */
export const ReportText = memo(
  function ReportText(props: ReportTextProps) {
    const { entry, themes, notes, names, askers, jobs, isFacilitator, boardPath, reportPath } = props
    const { texts, quote } = entry.report
    const [main, ...joined] = entry.topic.questions
    const question = main?.text ?? ''
    return (
      <article className={page['report']}>
        <div className={styles['pageHead']}>
          <PlaceLabel entry={entry} isShort={isFacilitator} />
          <Status entry={entry} />
        </div>
        <h3 dir="auto">
          <Link to={reportPath} className={page['title']}>
            {question}
          </Link>
        </h3>
        {joined.map(({ id, text }, index) => (
          <p key={id}>
            {t('news.joined')} <em dir="auto">{text}</em>{' '}
            {askers[index] ? <bdi>{t('news.askedBy', { name: askers[index] })}</bdi> : null}
          </p>
        ))}
        <p className={page['jobs']}>
          {[names === '' ? '' : t('news.by', { names }), jobs].filter(Boolean).join('. ')}
        </p>
        <Part title={t('news.headline')} text={texts.headline} />
        <div className={page['part']}>
          <h4>{t('news.mainPoints')}</h4>
          {themes.length === 0 ? (
            <p>{t('news.noPoints', { count: notes })}</p>
          ) : (
            <ul>
              {themes.map((theme, index) => (
                // Themes may have the same title.
                <li key={index} dir="auto">
                  {theme}
                </li>
              ))}
            </ul>
          )}
          {boardPath === undefined ? null : (
            <Link to={boardPath} aria-label={t('news.boardOf', { question })} className={styles['way']}>
              {t('news.board')}
            </Link>
          )}
        </div>
        {quote === null || quote.text.trim() === '' ? null : (
          <div className={page['part']}>
            <h4>{t('news.quote')}</h4>
            <blockquote className={classes(styles['quote'], page['typed'])} dir="auto">
              <em>{quote.text}</em>
            </blockquote>
          </div>
        )}
        <Part title={t('news.said')} text={texts.said} />
        <Part title={t('news.nextSteps')} text={texts.next}>
          <p>{t('news.noneRecorded')}</p>
        </Part>
        <Part title={t('news.requests')} text={texts.requests} />
        <Part title={t('news.questions')} text={texts.question} />
        <Part title={t('news.resources')} text={texts.resources} />
        <Part title={t('news.surprising')} text={texts.surprising} />
      </article>
    )
  },
  (before, now) =>
    isSameEntry(before.entry, now.entry) &&
    before.themes.join('\n') === now.themes.join('\n') &&
    before.notes === now.notes &&
    before.names === now.names &&
    before.askers.join('\n') === now.askers.join('\n') &&
    before.jobs === now.jobs &&
    before.isFacilitator === now.isFacilitator &&
    before.boardPath === now.boardPath &&
    before.reportPath === now.reportPath,
)

/** A heading and what was typed under it. Without words it is left out, or `children` stand for them. */
function Part({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) {
  if (text.trim() === '' && children === undefined) return null
  return (
    <div className={page['part']}>
      <h4>{title}</h4>
      {text.trim() === '' ? (
        children
      ) : (
        <p className={page['typed']} dir="auto">
          {text.trim()}
        </p>
      )}
    </div>
  )
}
