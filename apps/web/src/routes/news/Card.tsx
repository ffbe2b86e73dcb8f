import { memo, useId, useMemo } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { QrCode } from '../../parts/QrCode.tsx'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { PagerTexts, PlaceLabel, Status } from './OnePager.tsx'
import { onePagerOf } from './onePager.ts'
import styles from './pager.module.css'
import { sheetLines } from './pageLines.ts'
import { isSameEntry } from './wall.ts'
import type { WallEntry } from './wall.ts'

/** What a card or an opened one-pager needs, whoever shows it. */
export interface PagerProps {
  readonly entry: WallEntry
  /** Titles of the themes of its board. */
  readonly themes: readonly string[]
  /** Names of those who offered it, joined. */
  readonly names: string
  /** Who asked each of its complementary questions, in their order. */
  readonly askers: readonly string[]
  readonly isFacilitator: boolean
  /** Path of its board, or `undefined` where it has none in sight. */
  readonly boardPath: string | undefined
  readonly reportPath: string
  /** The whole address of the report, to be scanned off paper. */
  readonly address: string
  /** Whether its conveners were reminded just now; `undefined` where there is nothing to remind them of. */
  readonly isNudged: boolean | undefined
  readonly onNudge: (entry: WallEntry) => void
}

/** One report on the wall; on paper a sheet of its own. */
export const Card = memo(
  function Card({ onOpen, ...props }: PagerProps & { readonly onOpen: (id: string) => void }) {
    const { entry, themes, askers, isFacilitator } = props
    const id = useId()
    const texts = useMemo(() => onePagerOf(entry, themes, askers), [entry, themes, askers])
    const sheet = useMemo(() => sheetLines(texts), [texts])
    return (
      <article className={classes(styles['pager'], styles['card'])} aria-labelledby={id}>
        <div className={styles['pageHead']}>
          <PlaceLabel entry={entry} isShort={isFacilitator} />
          <Status entry={entry} />
        </div>
        <PagerTexts
          texts={texts}
          sheet={sheet}
          title={
            <h3 id={id}>
              <button
                type="button"
                className={styles['open']}
                data-open={entry.id}
                onClick={() => onOpen(entry.id)}
              >
                {texts.question}
              </button>
            </h3>
          }
        />
        <PagerFoot {...props} />
      </article>
    )
  },
  (before, now) =>
    isSameEntry(before.entry, now.entry) &&
    // Titles arrive anew with every digest of their board.
    before.themes.join('\n') === now.themes.join('\n') &&
    before.names === now.names &&
    before.askers.join('\n') === now.askers.join('\n') &&
    before.isFacilitator === now.isFacilitator &&
    before.boardPath === now.boardPath &&
    before.reportPath === now.reportPath &&
    before.address === now.address &&
    before.isNudged === now.isNudged &&
    before.onNudge === now.onNudge &&
    before.onOpen === now.onOpen,
)

/** Whose it is, where to find them, and the way to the full report; on paper a code to scan. */
export function PagerFoot({ entry, names, boardPath, reportPath, address, isNudged, onNudge }: PagerProps) {
  const question = mainQuestion(entry.topic)
  return (
    <div className={styles['pageFoot']}>
      <p className={styles['by']}>{names === '' ? null : <bdi>{t('news.by', { names })}</bdi>}</p>
      <div className={styles['ways']}>
        {boardPath === undefined ? null : (
          <Link to={boardPath} aria-label={t('news.boardOf', { question })} className={styles['way']}>
            {t('news.board')}
          </Link>
        )}
        <Link to={reportPath} aria-label={t('news.readOf', { question })} className={styles['way']}>
          {t('news.read')}
        </Link>
        {isNudged === undefined ? null : <NudgeButton entry={entry} isNudged={isNudged} onNudge={onNudge} />}
      </div>
      <div className={styles['scan']}>
        <p>{t('news.scan')}</p>
        <QrCode text={address} className={styles['qr'] ?? ''} />
      </div>
    </div>
  )
}

/** Reminds those who offered a topic of its report; after that it says so. */
export function NudgeButton({
  entry,
  isNudged,
  onNudge,
}: Pick<PagerProps, 'entry' | 'onNudge'> & { readonly isNudged: boolean }) {
  return (
    <Button
      size="small"
      title={t('news.nudgeHint')}
      aria-label={isNudged ? undefined : t('news.nudgeOf', { question: mainQuestion(entry.topic) })}
      aria-disabled={isNudged || undefined}
      className={styles['nudge']}
      onClick={() => {
        if (!isNudged) onNudge(entry)
      }}
    >
      {t(isNudged ? 'news.nudged' : 'news.nudge')}
    </Button>
  )
}
