import type { WriteUp, WriteUpBoard, WriteUpNote, WriteUpReport, WriteUpSection } from '@moot/writeup'
import { drawingParts, isBlank, marksOf, NEXT_STEPS, oneLine, paragraphsOf } from '@moot/writeup'
import type { ReactNode } from 'react'
import { Heading } from '../../parts/Heading.tsx'
import { formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withWriteUp.ts'
import { BoardPicture } from './BoardPicture.tsx'
import { screenWords } from './screenWords.ts'
import styles from './writeup.module.css'

/** Headings of a write-up with several boards stand one level lower. */
const LEVELS = ['h2', 'h3', 'h4'] as const

/** The write-up as a page: what was asked, then every note once, under its section and theme. */
export function WriteUpPage({
  value,
  heading,
  at,
}: {
  readonly value: WriteUp
  readonly heading: string
  /** When it was read, ms since 1970. */
  readonly at: number
}) {
  const several = value.boards.length > 1
  return (
    <article className={styles['page']}>
      {heading === value.title ? null : (
        <p className={styles['kicker']} dir="auto">
          {value.title}
        </p>
      )}
      <Heading page={t('writeup.title')} className={styles['title'] ?? ''}>
        <span dir="auto">{heading}</span>
      </Heading>
      {value.boards.map((board) => (
        <BoardPart key={board.id} board={board} isNamed={several}>
          <BoardPicture board={board} at={at} />
        </BoardPart>
      ))}
      {value.reports.map((report) => (
        <ReportPart key={report.id} report={report} level={0} />
      ))}
      <PageFoot value={value} at={at} />
    </article>
  )
}

/** How many notes there are and where, and when that was. */
export function PageFoot({ value, at }: { readonly value: WriteUp; readonly at: number }) {
  return (
    <footer className={styles['tally']}>
      {screenWords.tally(value.tally)} {t('writeup.asAt', { time: formatTime(at) })}
    </footer>
  )
}

/** Every note of one board, once; `children` come after them. */
export function BoardPart({
  board,
  isNamed,
  children,
}: {
  readonly board: WriteUpBoard
  readonly isNamed: boolean
  readonly children?: ReactNode
}) {
  const isOnly = board.sections.length === 1
  const base = isNamed ? 1 : 0
  return (
    <>
      {isNamed ? <h2 dir="auto">{board.title}</h2> : null}
      {board.reports.map((report) => (
        <ReportPart key={report.id} report={report} level={base} />
      ))}
      {board.sections.length === 0 ? <p className={styles['lead']}>{t('writeup.noNotes')}</p> : null}
      {board.sections.map((section) => (
        <SectionPart key={section.id ?? ''} section={section} isOnly={isOnly} level={base} />
      ))}
      {children}
    </>
  )
}

/** What a group reported: every text under its heading, as it was typed. */
function ReportPart({ report, level }: { readonly report: WriteUpReport; readonly level: number }) {
  const Title = LEVELS[level] ?? 'h4'
  const Inner = LEVELS[level + 1] ?? 'h4'
  return (
    <section className={styles['section']}>
      <Title className={styles['sectionTitle']}>{report.title}</Title>
      {report.parts.map(({ title, text }) => (
        <div key={title} className={styles['theme']}>
          <Inner>{title}</Inner>
          {paragraphsOf(text).map((line, index) => (
            // Lines have no ids, and two may say the same.
            <p key={index} dir="auto">
              {line}
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}

function SectionPart({
  section,
  isOnly,
  level,
}: {
  readonly section: WriteUpSection
  readonly isOnly: boolean
  readonly level: number
}) {
  // Notes in no section need no heading where there is nothing to tell them from.
  const isBare = section.id === null && isOnly
  const Title = LEVELS[level] ?? 'h4'
  const Inner = LEVELS[isBare ? level : level + 1] ?? 'h4'
  return (
    <section className={styles['section']}>
      {isBare ? null : (
        <Title className={styles['sectionTitle']} dir="auto">
          {section.id === null ? t('writeup.noSection') : section.title}
        </Title>
      )}
      {section.prompt.trim() === '' ? null : (
        <p className={styles['lead']} dir="auto">
          {section.prompt}
        </p>
      )}
      {section.themes.map((theme) => (
        <div key={theme.id} className={styles['theme']}>
          <Inner dir="auto">{theme.title.trim() || t('writeup.untitledTheme')}</Inner>
          <Notes notes={theme.notes} />
        </div>
      ))}
      {section.others.length === 0 ? null : (
        <div className={styles['theme']}>
          {section.themes.length === 0 ? null : <Inner>{t('writeup.otherNotes')}</Inner>}
          <Notes notes={section.others} />
        </div>
      )}
      {section.drawings.length + section.wordless === 0 ? null : (
        <div className={styles['theme']}>
          <Inner>{t('writeup.drawings')}</Inner>
          <Drawings section={section} />
        </div>
      )}
      {section.tag === NEXT_STEPS && isBlank(section) ? <p>{t('writeup.noneRecorded')}</p> : null}
    </section>
  )
}

/** What is drawn, as far as it says something: the words, and how many drawings have none. */
function Drawings({ section }: { readonly section: WriteUpSection }) {
  const { drawings, wordless } = section
  return (
    <>
      {drawings.length === 0 ? null : (
        <ul className={styles['notes']}>
          {drawings.map((drawing) => (
            <li key={drawing.id} dir="auto">
              {drawingParts(drawing, screenWords).map(({ words, isTheirs }, index) =>
                // The parts of a line have no ids; their order is all there is to them.
                isTheirs ? <em key={index}>{words}</em> : <span key={index}>{words}</span>,
              )}
            </li>
          ))}
        </ul>
      )}
      {wordless === 0 ? null : <p>{screenWords.wordless(wordless, drawings.length > 0)}</p>}
    </>
  )
}

function Notes({ notes }: { readonly notes: readonly WriteUpNote[] }) {
  return (
    <ul className={styles['notes']}>
      {notes.map((note) => (
        <li key={note.id} dir="auto">
          {note.text.trim() === '' ? t('writeup.emptyNote') : <em>{oneLine(note.text)}</em>}
          {marksOf(note, screenWords).map((mark) => (
            <span key={mark} dir="auto">
              {' '}
              {mark}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
