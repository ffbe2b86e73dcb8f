import type { CSSProperties, ReactNode } from 'react'
import { classes } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { t } from '../../text/index.ts'
import type { Beginning, OnePager as Texts } from './onePager.ts'
import type { PageLines } from './pageLines.ts'
import { placeLabel, placeRead, placeShort } from '../workshop/topicPlace.ts'
import styles from './pager.module.css'
import type { WallEntry } from './wall.ts'

/** Where a report stands: *Draft*, *Submitted, version 2*. */
export function Status({ entry: { report, topic } }: { readonly entry: WallEntry }) {
  const { length } = report.versions
  if (topic.state === 'withdrawn') return <Chip>{t('news.withdrawn')}</Chip>
  if (report.isSubmitted)
    return (
      <Chip tone="accent">
        {length > 1 ? t('news.submittedAs', { version: length }) : t('news.submitted')}
      </Chip>
    )
  return <Chip>{length === 0 ? t('news.draft') : t('news.reopened', { count: length })}</Chip>
}

/** Round and space: short for facilitators and on paper, in full for everybody else, and so read aloud. */
export function PlaceLabel({ entry, isShort }: { readonly entry: WallEntry; readonly isShort: boolean }) {
  const shown = isShort ? placeShort(entry) : placeLabel(entry)
  if (shown === '') return null
  return (
    <p className={styles['label']}>
      <span aria-hidden="true" className={styles['onScreen']}>
        <bdi>{shown}</bdi>
      </span>
      <span aria-hidden="true" className={styles['onPaper']}>
        <bdi>{placeShort(entry)}</bdi>
      </span>
      <VisuallyHidden>{placeRead(entry)}</VisuallyHidden>
      <Course entry={entry} />
    </p>
  )
}

/** Where its topic was before, and where it went on: two reports with one question are not the same. */
function Course({ entry: { before, after } }: { readonly entry: WallEntry }) {
  const from = before === null ? '' : placeLabel(before)
  const to = after === null ? '' : placeLabel(after)
  const said = [
    from === '' ? '' : t('news.continues', { place: from }),
    to === '' ? '' : t('news.goesOn', { place: to }),
  ].filter((each) => each !== '')
  return said.length === 0 ? null : <span className={styles['course']}> {said.join(', ')}</span>
}

/** How many lines a text gets on the screen and on paper; without a number on the screen the style sheet says. */
function linesFor(key: string, screen: PageLines | undefined, sheet: PageLines): CSSProperties {
  const shown = screen?.get(key)
  return {
    ...(shown === undefined ? {} : { '--lines': shown }),
    '--sheet-lines': sheet.get(key) ?? 1,
    // Custom properties are not among those that React knows by name.
  } as CSSProperties
}

/** The texts of a one-pager; head and foot are whoever shows it. */
export function PagerTexts({
  texts,
  title,
  isWhole = false,
  screen,
  sheet,
}: {
  readonly texts: Texts
  /** The question as a heading. */
  readonly title: ReactNode
  /** Nothing is cut short on the screen. */
  readonly isWhole?: boolean
  /** Lines on the screen, where it is to fit. */
  readonly screen?: PageLines | undefined
  readonly sheet: PageLines
}) {
  const lines = (key: string): CSSProperties => linesFor(key, screen, sheet)
  const clamped = classes(styles['clamped'], isWhole && styles['whole'])
  const { joined, askers, headline, points, morePoints, quote, next, later, request } = texts
  const hasLeft = points.length > 0 || quote !== ''
  const hasRight = next.line !== '' || later.line !== '' || request.line !== ''
  return (
    <>
      <div className={classes(styles['question'], clamped)} style={lines('question')} dir="auto">
        {title}
      </div>
      {joined.length === 0 ? null : (
        <p className={classes(styles['joined'], clamped)} style={lines('joined')}>
          {t('news.joined')}{' '}
          {joined.map((words, index) => (
            // Complementary questions keep their order; two may say the same.
            <bdi key={index}>
              <em>{words}</em> {askers[index] ? `${t('news.askedBy', { name: askers[index] })} ` : null}
            </bdi>
          ))}
        </p>
      )}
      {headline === '' ? null : (
        <p className={classes(styles['headline'], clamped)} style={lines('headline')} dir="auto">
          {headline}
        </p>
      )}
      {hasLeft || hasRight ? (
        <div className={classes(styles['columns'], hasLeft && hasRight && styles['two'])}>
          {hasLeft ? (
            <div className={styles['column']}>
              {points.length === 0 ? null : (
                <div>
                  <p className={styles['partTitle']}>
                    {t('news.points')}
                    {morePoints === 0 ? null : (
                      <span className={styles['aside']}> {t('news.morePoints', { count: morePoints })}</span>
                    )}
                  </p>
                  <ul className={styles['points']}>
                    {points.map((point, index) => (
                      // Themes may have the same title.
                      <li key={index} dir="auto">
                        <span className={clamped} style={lines(`point${index}`)}>
                          {point}
                        </span>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
              {quote === '' ? null : (
                <blockquote className={styles['quote']} dir="auto">
                  <em className={clamped} style={lines('quote')}>
                    {quote}
                  </em>
                </blockquote>
              )}
            </div>
          ) : null}
          {hasRight ? (
            <div className={styles['column']}>
              <Step label={t('news.next')} said={next} className={clamped} style={lines('next')} />
              <Step label={t('news.later')} said={later} className={clamped} style={lines('later')} />
              <Step label={t('news.request')} said={request} className={clamped} style={lines('request')} />
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

function Step({
  label,
  said: { line, more },
  className,
  style,
}: {
  readonly label: string
  readonly said: Beginning
  readonly className: string
  readonly style: CSSProperties
}) {
  if (line === '') return null
  return (
    <p className={className} style={style}>
      <strong>{label}</strong> <bdi>{line}</bdi>
      {more === 0 ? null : <span className={styles['aside']}> {t('news.more', { count: more })}</span>}
    </p>
  )
}
