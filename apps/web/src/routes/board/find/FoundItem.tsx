import type { NoteColor } from '@moot/board'
import { snippetOf } from '@moot/board'
import type { ReactNode } from 'react'
import { Swatch } from '../../../parts/Swatch.tsx'
import { t } from '../../../text/index.ts'
import styles from './find.module.css'

/** One thing that was found, as a button that goes there. */
export function FoundItem({
  text,
  query,
  kind,
  section,
  board,
  color,
  onGo,
}: {
  readonly text: string
  readonly query: string
  readonly kind: 'note' | 'figure' | 'picture' | 'theme' | 'section'
  /** Title of its section, or ''. */
  readonly section: string
  /** Name of its board, where it is not the open one. */
  readonly board?: string
  readonly color?: NoteColor | undefined
  readonly onGo: () => void
}) {
  const what =
    section.trim() === '' ? t(`find.${kind}`) : t('find.inSection', { kind: t(`find.${kind}`), section })
  return (
    <li>
      <button type="button" data-hit className={styles['found']} onClick={onGo}>
        {color === undefined ? <span className={styles['noSwatch']} /> : <Swatch color={color} />}
        <span className={styles['words']}>
          <span dir="auto" className={styles['snippet']}>
            {marked(text, query)}
          </span>
          <span className={styles['aside']}>
            {board === undefined ? what : t('find.onBoard', { what, board })}
          </span>
        </span>
      </button>
    </li>
  )
}

/** The piece of a text round what was found, that in bold. */
function marked(text: string, query: string): ReactNode[] {
  const snippet = snippetOf(text, query)
  const parts: ReactNode[] = []
  let from = 0
  for (const [start, end] of snippet.marks) {
    parts.push(snippet.text.slice(from, start), <mark key={start}>{snippet.text.slice(start, end)}</mark>)
    from = end
  }
  return [...parts, snippet.text.slice(from)]
}
