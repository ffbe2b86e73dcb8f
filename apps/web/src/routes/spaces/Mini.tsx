import { NOTE_COLORS } from '@moot/board'
import type { Miniature } from '@moot/protocol'
import { memo } from 'react'
import styles from './Mini.module.css'

/**
 * A board in small: every note a box in its colour, sections as faint boxes. One path for each colour, so that a board of
 * hundreds of notes is a handful of elements.
 */
export const Mini = memo(function Mini({ mini }: { readonly mini: Miniature | undefined }) {
  if (mini === undefined) return <div className={styles['frame']} />
  const [width, height] = mini.size
  const paths = notePaths(mini)
  return (
    <div className={styles['frame']}>
      <svg
        aria-hidden="true"
        className={styles['mini']}
        viewBox={`0 0 ${width} ${height}`}
        data-mini={mini.notes.length / 3}
      >
        <path d={sectionPath(mini)} className={styles['section']} />
        {NOTE_COLORS.map((color, index) => {
          const d = paths[index] ?? ''
          return d === '' ? null : (
            <path key={color} d={d} style={{ fill: `var(--note-${color})` }} className={styles['note']} />
          )
        })}
      </svg>
    </div>
  )
})

function notePaths({ note: [width, height], notes }: Miniature): string[] {
  const paths = NOTE_COLORS.map(() => '')
  for (let at = 0; at + 2 < notes.length; at += 3) {
    const color = notes[at + 2] ?? 0
    paths[color] = `${paths[color] ?? ''}M${notes[at]} ${notes[at + 1]}h${width}v${height}h-${width}z`
  }
  return paths
}

function sectionPath({ sections }: Miniature): string {
  let path = ''
  for (let at = 0; at + 3 < sections.length; at += 4)
    path += `M${sections[at]} ${sections[at + 1]}h${sections[at + 2]}v${sections[at + 3]}h-${sections[at + 2]}z`
  return path
}
