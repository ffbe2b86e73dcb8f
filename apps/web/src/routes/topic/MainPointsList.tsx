import { Chip } from '../../parts/Chip.tsx'
import { t } from '../../text/index.ts'
import type { MainPoints, Point } from './mainPoints.ts'
import styles from './topic.module.css'

/** Themes with their notes, then the others: as the board has them now, or that there are none. */
export function MainPointsList({
  points,
  over,
  level,
}: {
  /** `undefined` while they are on their way. */
  readonly points: MainPoints | undefined
  /** From when on notes come after the round, ms since 1970, server time. */
  readonly over: number
  /** Of the themes' headings: one below what stands above them. */
  readonly level: 3 | 4
}) {
  const Title = level === 3 ? 'h3' : 'h4'
  if (points === undefined) return <p className={styles['aside']}>{t('topic.notesComing')}</p>
  const { themes, others, isBoardGone } = points
  if (themes.length + others.length === 0)
    return <p className={styles['aside']}>{t(isBoardGone ? 'topic.boardGone' : 'topic.noNotes')}</p>
  return (
    <>
      {themes.map(({ id, title, notes }) => (
        <div key={id} className={styles['theme']}>
          <Title dir="auto">{title || t('topic.untitled')}</Title>
          <Notes notes={notes} over={over} />
        </div>
      ))}
      {others.length === 0 ? null : (
        <div className={styles['theme']}>
          {themes.length === 0 ? null : <Title>{t('topic.otherNotes')}</Title>}
          <Notes notes={others} over={over} />
        </div>
      )}
    </>
  )
}

function Notes({ notes, over }: { readonly notes: readonly Point[]; readonly over: number }) {
  return (
    <ul className={styles['notes']}>
      {notes.map(({ id, text, created }) => (
        <li key={id} dir="auto">
          {text.trim() === '' ? t('topic.emptyNote') : <em>{text}</em>}
          {created > over ? (
            <>
              {' '}
              <Chip className={styles['after'] ?? ''}>{t('topic.afterRound')}</Chip>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
