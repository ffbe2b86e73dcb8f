import { fetchBoardPicture } from '@moot/client'
import { writeUp } from '@moot/writeup'
import { useEffect, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { announce } from '../../../parts/announce.ts'
import { t } from '../../../text/index.ts'
import '../../../text/withMenus.ts'
import { overOf } from '../../workshop/afterRound.ts'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import { BoardPart, PageFoot } from '../../writeup/WriteUpPage.tsx'
import { useScene } from '../scene.ts'
import { onPrintBoard } from './printing.ts'
import styles from './PrintOut.module.css'

/** Longest wait for the picture before the words are printed without it, in ms. */
const WAIT_MS = 12_000

/** The board on paper: its name, its picture, then every note as a list. On the page only while it is printed. */
export function PrintOut() {
  const { workshopId, visit } = useWorkshop()
  const { boardId, title } = useScene()
  /** `null` for a print-out without a picture, `undefined` for none at all. */
  const [picture, setPicture] = useState<string | null>()
  const image = useRef<HTMLImageElement>(null)

  useEffect(() => {
    let address: string | undefined
    let isUnderWay = false
    const left = new AbortController()
    const drop = (): void => {
      if (address !== undefined) URL.revokeObjectURL(address)
      address = undefined
    }
    const handlePrint = async (): Promise<void> => {
      if (isUnderWay) return
      isUnderWay = true
      announce(t('boardPicture.drawing'))
      const signal = AbortSignal.any([AbortSignal.timeout(WAIT_MS), left.signal])
      const found = await fetchBoardPicture({
        workshopId,
        secret: visit.secret,
        board: boardId,
        file: 'page.png',
        signal,
      })
      // Another board is on the screen by now: what was asked for cannot be printed any more.
      if (left.signal.aborted) return
      drop()
      address = found.ok ? URL.createObjectURL(found.value) : undefined
      flushSync(() => setPicture(address ?? null))
      // Paper does not wait for a picture that is still being unpacked.
      await image.current?.decode().catch(() => undefined)
      if (left.signal.aborted) return
      isUnderWay = false
      print()
    }
    // The browser's own way to print cannot wait for a picture: it gets the words.
    const handleBefore = (): void => flushSync(() => setPicture((now) => now ?? null))
    const handleAfter = (): void => {
      setPicture(undefined)
      drop()
    }
    const handleKey = (event: KeyboardEvent): void => {
      const isPrint = event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey)
      if (!isPrint || event.shiftKey || event.altKey) return
      event.preventDefault()
      void handlePrint()
    }
    const stop = onPrintBoard(() => void handlePrint())
    addEventListener('beforeprint', handleBefore)
    addEventListener('afterprint', handleAfter)
    addEventListener('keydown', handleKey)
    return () => {
      left.abort()
      stop()
      removeEventListener('beforeprint', handleBefore)
      removeEventListener('afterprint', handleAfter)
      removeEventListener('keydown', handleKey)
      drop()
    }
  }, [workshopId, visit.secret, boardId])

  if (picture === undefined) return null
  return createPortal(
    <article className={styles['printed']}>
      <h1 dir="auto">{title || t('board.untitled')}</h1>
      {picture === null ? null : (
        <img ref={image} src={picture} alt={t('boardPicture.of', { board: title })} />
      )}
      <Notes />
    </article>,
    document.body,
  )
}

function Notes() {
  const { boardId, title, reading } = useScene()
  const [at] = useState(() => Date.now())
  const { view } = useWorkshop()
  const value = writeUp({
    title,
    question: '',
    boards: [{ id: boardId, title, board: reading }],
    overOf: (board) => overOf(view, board),
  })
  const [board] = value.boards
  return (
    <>
      {board === undefined ? null : <BoardPart board={board} isNamed={false} />}
      <PageFoot value={value} at={at} />
    </>
  )
}
