import { LABEL_MAX } from '@moot/board'
import type { Box, Point, ReadableBoard } from '@moot/board'
import { uploadPicture } from '@moot/client'
import type { FormEvent } from 'react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../../parts/Button.tsx'
import { DialogActions } from '../../../parts/Dialog.tsx'
import { TextArea } from '../../../parts/Field.tsx'
import { Notice } from '../../../parts/Notice.tsx'
import { t } from '../../../text/index.ts'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import { placeFor } from '../../list/placeFor.ts'
import { actionsOf } from '../noteActions.ts'
import type { BoardScene } from '../scene.ts'
import { useScene } from '../scene.ts'
import { boxAbout } from './boxes.ts'
import { backdropsOf, putBackdrop } from './pictureActions.ts'
import styles from './pictures.module.css'
import { boxNear, sizeOnBoard } from './places.ts'
import type { PreparedPicture } from './preparePicture.ts'
import { preparePicture } from './preparePicture.ts'
import type { FitFile } from './sortFiles.ts'
import { whyText } from './sortFiles.ts'
import type { PictureWish } from './tray.ts'

/** px by which several pictures dropped together lie apart. */
const SHIFT = 32

/** What has come of sending. */
type Sending =
  | { readonly state: 'not' }
  | { readonly state: 'going'; readonly part: number }
  | { readonly state: 'failed'; readonly why: string }

/** Shows one picture, asks what it shows, sends it and puts it on the board. */
export function OnePicture({
  picture: { file, kind },
  wish,
  place,
  onAdded,
  onSkip,
}: {
  readonly picture: FitFile
  readonly wish: PictureWish
  /** Which of several it is, from 0. */
  readonly place: number
  /** `figure` is left out for a background. */
  readonly onAdded: (figure?: string) => void
  readonly onSkip: (() => void) | undefined
}) {
  const scene = useScene()
  const { session, workshopId, visit } = useWorkshop()
  const isConnected = useStore(session.workshop.store, ({ connection }) => connection.state === 'open')
  const isOnline = useSyncExternalStore(onLine, () => navigator.onLine) && isConnected
  const [prepared, setPrepared] = useState<{ readonly picture: PreparedPicture; readonly url: string }>()
  const [unfit, setUnfit] = useState<string>()
  const [text, setText] = useState('')
  const [isBackdrop, setIsBackdrop] = useState(false)
  const [sending, setSending] = useState<Sending>({ state: 'not' })
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  useEffect(() => {
    let isWanted = true
    let url: string | undefined
    void preparePicture(file, kind).then((made) => {
      if (!isWanted) return
      if (typeof made === 'string') {
        setUnfit(made)
        return
      }
      url = URL.createObjectURL(made.blob)
      setPrepared({ picture: made, url })
    })
    return () => {
      isWanted = false
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [file, kind])

  const send = async () => {
    if (prepared === undefined) return
    stop.current = new AbortController()
    setSending({ state: 'going', part: 0 })
    const outcome = await uploadPicture({
      workshopId,
      secret: visit.secret,
      picture: prepared.picture.blob,
      onProgress: (part) => setSending({ state: 'going', part }),
      signal: stop.current.signal,
    })
    if (!outcome.ok) {
      if (outcome.code !== 'cancelled')
        setSending({ state: 'failed', why: whyText(outcome.code, outcome.message) })
      return
    }
    onAdded(putOnBoard(scene, wish, place, { ...outcome.value, text: text.trim(), isBackdrop }))
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isOnline && sending.state !== 'going') void send()
  }

  if (unfit !== undefined)
    return (
      <>
        <Notice tone="attention" title={t('pictures.refusedTitle', { count: 1 })}>
          {t('pictures.refusedFile', { file: file.name, why: whyText(unfit) })}
        </Notice>
        <DialogActions>
          <Button look="primary" onClick={onSkip ?? (() => onAdded())}>
            {t('parts.close')}
          </Button>
        </DialogActions>
      </>
    )
  const isGoing = sending.state === 'going'
  const hasBackdrop = backdropsOf(scene.reading).length > 0
  return (
    <form className={styles['form']} onSubmit={handleSubmit}>
      <div className={styles['preview']}>
        {prepared === undefined ? (
          <p role="status">{t('pictures.preparing')}</p>
        ) : (
          <img src={prepared.url} alt={t('pictures.previewAlt')} />
        )}
      </div>
      {prepared?.picture.isMoving === true ? <p className={styles['aside']}>{t('pictures.moving')}</p> : null}
      {prepared?.picture.isScaled === true ? (
        <p className={styles['aside']}>
          {t('pictures.scaled', { width: prepared.picture.width, height: prepared.picture.height })}
        </p>
      ) : null}
      <TextArea
        label={t('pictures.describe')}
        hint={t('pictures.describeHint')}
        value={text}
        maxLength={LABEL_MAX}
        rows={2}
        dir="auto"
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {scene.role !== 'facilitator' ? null : (
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={isBackdrop}
            onChange={(event) => setIsBackdrop(event.currentTarget.checked)}
          />
          <span>
            {t('pictures.asBackdrop')}
            <span className={styles['aside']}>
              {t(hasBackdrop ? 'pictures.asBackdropReplaces' : 'pictures.asBackdropHint')}
            </span>
          </span>
        </label>
      )}
      <div role="status" className={styles['progress']}>
        {isGoing ? (
          <>
            <progress value={sending.part} max={1} aria-hidden="true" />
            <p>
              {sending.part < 1
                ? t('pictures.sending', { percent: Math.round(sending.part * 100) })
                : t('pictures.arriving')}
            </p>
          </>
        ) : null}
      </div>
      {isOnline ? null : (
        <Notice tone="attention" title={t('pictures.offlineTitle')}>
          {t('pictures.offlineBody')}
        </Notice>
      )}
      {sending.state === 'failed' ? (
        <Notice tone="danger" title={t('pictures.failedTitle')}>
          {t('pictures.failedBody', { why: sending.why })}
        </Notice>
      ) : null}
      <DialogActions>
        <Button submits look="primary" busy={isGoing || prepared === undefined || !isOnline}>
          {t(sending.state === 'failed' ? 'pictures.again' : 'pictures.add')}
        </Button>
        {onSkip === undefined ? null : <Button onClick={onSkip}>{t('pictures.skip')}</Button>}
      </DialogActions>
    </form>
  )
}

/** Calls back when the device has lost its network or found it: that is known before any connection is. */
function onLine(listener: () => void): () => void {
  globalThis.addEventListener('online', listener)
  globalThis.addEventListener('offline', listener)
  return () => {
    globalThis.removeEventListener('online', listener)
    globalThis.removeEventListener('offline', listener)
  }
}

/** Puts a picture that the server has onto the board; answers its id, unless it became the background. */
function putOnBoard(
  scene: BoardScene,
  { at, canvas, region }: PictureWish,
  place: number,
  sent: {
    readonly upload: string
    readonly width: number
    readonly height: number
    readonly text: string
    readonly isBackdrop: boolean
  },
): string | undefined {
  const { replica, reading } = scene
  const { upload, text } = sent
  const view = canvas?.view()
  if (sent.isBackdrop) {
    const about = middleOfSections(reading) ?? at ?? (view === undefined ? { x: 0, y: 0 } : middleOf(view))
    putBackdrop(replica, { ...sent, about })
    canvas?.fitBoard()
    return undefined
  }
  const size = sizeOnBoard(sent)
  // Where somebody dropped it, it lies, whatever is below; else it covers nothing.
  const box =
    at !== undefined
      ? boxAbout({ x: at.x + place * SHIFT, y: at.y + place * SHIFT }, size)
      : view === undefined
        ? placeFor(reading, region ?? null, size.w, size.h)
        : boxNear(reading, middleOf(view), size)
  return actionsOf(scene).addFigure({
    kind: 'picture',
    upload,
    text,
    box,
    ...(region !== undefined && { region }),
  })
}

const middleOf = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 })

/** The middle of all sections, where there are any. */
function middleOfSections(board: ReadableBoard): Point | undefined {
  const regions = [...board.regions.values()]
  if (regions.length === 0) return undefined
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))
  return {
    x: (least(regions.map(({ x }) => x)) + most(regions.map(({ x, w }) => x + w))) / 2,
    y: (least(regions.map(({ y }) => y)) + most(regions.map(({ y, h }) => y + h))) / 2,
  }
}
