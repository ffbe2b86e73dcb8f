import { templateSummaries } from '@moot/templates'
import { useEffect, useRef, useState } from 'react'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { ListedBoard } from './boardList.ts'
import styles from './boards.module.css'
import { useThumbnail } from './useThumbnail.ts'

/** A small picture of a board; until there is one, what it began as. Its name stands beside it, so it says nothing. */
export function Thumbnail({ board }: { readonly board: ListedBoard }) {
  const { workshopId, visit } = useWorkshop()
  const frame = useRef<HTMLSpanElement>(null)
  const [isInView, setIsInView] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new IntersectionObserver(
      (entries) => setIsInView(entries.at(-1)?.isIntersecting === true),
      { rootMargin: '120px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const url = useThumbnail(workshopId, visit.secret, board.id, isInView)
  const template = templateSummaries.find(({ id }) => id === board.template)
  return (
    <span ref={frame} className={styles['thumbnail']} aria-hidden="true">
      {url === undefined ? (
        <span className={styles['placeholder']}>{template?.name}</span>
      ) : (
        <img src={url} alt="" draggable={false} />
      )}
    </span>
  )
}
