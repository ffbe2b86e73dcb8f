import type { Backdrop, Picture } from '@moot/board'
import { useEffect, useRef, useState } from 'react'
import { classes } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './Figure.module.css'

/**
 * A picture's small version, fetched once it comes near the window. Its place is as large before as after, so that
 * nothing jumps.
 */
export function ListPicture({
  picture,
  isSmall = false,
}: {
  readonly picture: Picture | Backdrop
  readonly isSmall?: boolean
}) {
  const { session } = useWorkshop()
  const { pictures } = session
  const { upload, w, h } = picture
  const frame = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  const [shown, setShown] = useState<{ readonly upload: string; readonly url: string | null }>()

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new IntersectionObserver(([entry]) => setIsNear(entry?.isIntersecting ?? false), {
      rootMargin: '400px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (!isNear) return
    let isWanted = true
    const release = pictures.hold(upload, 'small')
    void pictures.url(upload, 'small').then((url) => {
      if (isWanted) setShown({ upload, url })
    })
    return () => {
      isWanted = false
      release()
    }
  }, [pictures, upload, isNear])

  const description = picture.text.trim()
  const url = shown?.upload === upload ? shown.url : undefined
  return (
    // The description is its name whether the picture has come or not.
    <div
      ref={frame}
      role="img"
      aria-label={description === '' ? t('figures.noDescription') : description}
      className={classes(styles['picture'], isSmall && styles['small'])}
      style={{ aspectRatio: `${Math.max(0.25, Math.min(4, w / h))}` }}
      data-picture={url === undefined ? 'coming' : url === null ? 'missing' : 'here'}
    >
      {url === undefined || url === null ? (
        <p className={styles['placeholder']}>
          {t(url === null ? 'figures.pictureMissing' : 'figures.pictureLoading')}
        </p>
      ) : (
        <img src={url} alt="" decoding="async" draggable={false} />
      )}
    </div>
  )
}
