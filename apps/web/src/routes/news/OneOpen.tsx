import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button, classes } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'
import type { PagerProps } from './Card.tsx'
import { PagerFoot } from './Card.tsx'
import { PagerTexts, PlaceLabel, Status } from './OnePager.tsx'
import { onePagerOf } from './onePager.ts'
import pager from './pager.module.css'
import { screenLines, sheetLines } from './pageLines.ts'
import styles from './wall.module.css'

/** Less than this is a phone, or a window that one scrolls anyhow: everything in full, px. */
const LEAST = { width: 820, height: 540 }
/** What a page keeps free round its texts, and round itself: margins, borders and padding, in px. */
const EDGES = { width: 82, height: 50 }

/** One report over the whole screen, large enough for a projector; arrow keys go through all of them. */
export function OneOpen({
  number,
  count,
  onStep,
  onBack,
  ...props
}: PagerProps & {
  /** Its place on the wall, from 1, of how many. */
  readonly number: number
  readonly count: number
  readonly onStep: (by: -1 | 1) => void
  readonly onBack: () => void
}) {
  const { entry, themes, askers, isFacilitator } = props
  const screen = useRef<HTMLDivElement>(null)
  const tools = useRef<HTMLElement>(null)
  const texts = useMemo(() => onePagerOf(entry, themes, askers), [entry, themes, askers])
  const sheet = useMemo(() => sheetLines(texts), [texts])
  const [room, setRoom] = useState<{ readonly width: number; readonly height: number }>()
  const lines = useMemo(() => (room === undefined ? undefined : screenLines(texts, room)), [texts, room])
  const { question } = texts

  useLayoutEffect(() => {
    const outer = screen.current?.parentElement
    const above = tools.current
    if (outer == null || above === null) return
    const measure = (): void => {
      const { clientWidth, clientHeight } = outer
      const fits = clientWidth >= LEAST.width && clientHeight >= LEAST.height
      const next = {
        width: clientWidth - EDGES.width,
        height: clientHeight - above.offsetHeight - EDGES.height,
      }
      setRoom((before) =>
        !fits ? undefined : before?.width === next.width && before.height === next.height ? before : next,
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    for (const each of [outer, above]) observer.observe(each)
    return () => observer.disconnect()
  }, [])

  // Whoever opened it, by whichever key, begins at its question.
  useEffect(() => {
    screen.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [])

  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) isFirst.current = false
    else announce(t('news.placeSaid', { number, count, question }))
    // Said once for each step, not when its words change.
    // eslint-disable-next-line react/exhaustive-deps
  }, [entry.id])

  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const { target } = event
      // Keys in fields, menus and dialogs are theirs.
      if (
        target instanceof Element &&
        target.closest('input, textarea, select, [role^="menu"], [role="dialog"]')
      )
        return
      if (event.key === 'Escape') onBack()
      else if (event.key === 'ArrowLeft') onStep(-1)
      else if (event.key === 'ArrowRight') onStep(1)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [onBack, onStep])

  return (
    <div ref={screen} className={styles['openScreen']} data-fits={room !== undefined || undefined}>
      <nav ref={tools} className={styles['openTools']} aria-label={t('news.pages')}>
        <Button onClick={onBack}>{t('news.back')}</Button>
        <p className={styles['number']}>{t('news.place', { number, count })}</p>
        <Button aria-disabled={number === 1 || undefined} onClick={() => onStep(-1)}>
          {t('news.previous')}
        </Button>
        <Button aria-disabled={number === count || undefined} onClick={() => onStep(1)}>
          {t('news.following')}
        </Button>
        <Button look="quiet" className={styles['print']} onClick={() => print()}>
          {t('news.print')}
        </Button>
      </nav>
      <article className={classes(pager['pager'], pager['page'])}>
        <div className={pager['pageHead']}>
          <PlaceLabel entry={entry} isShort={isFacilitator} />
          <Status entry={entry} />
        </div>
        <div className={pager['texts']}>
          <PagerTexts
            texts={texts}
            screen={lines}
            isWhole={room === undefined}
            sheet={sheet}
            title={<Heading page={t('news.title')}>{question}</Heading>}
          />
        </div>
        <PagerFoot {...props} />
      </article>
    </div>
  )
}
