import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { t } from '../../text/index.ts'
import styles from './wall.module.css'
import type { WallLook } from './wall.ts'

/** The head of the wall: how many reports there are, how they are shown and sorted, and what can be done with all. */
export function WallTools({
  look,
  onLook,
  count,
  unfinished,
  toCome,
  onGather,
}: {
  readonly look: WallLook
  readonly onLook: (look: WallLook) => void
  /** Reports that are on the wall, how many of them are not submitted, and how many nobody has begun. */
  readonly count: number
  readonly unfinished: number
  readonly toCome: number
  /** Makes a board of the headlines; `undefined` for who may not. */
  readonly onGather: (() => Promise<void>) | undefined
}) {
  const [isGathering, setIsGathering] = useState(false)
  const reports = t('news.reports', { count })
  return (
    <div className={styles['head']}>
      <div>
        <Heading page={t('news.title')}>{t('news.title')}</Heading>
        <p className={styles['lead']}>
          {unfinished === 0
            ? t('news.allFinished', { reports, count })
            : t('news.unfinished', { reports, count: unfinished })}
          {toCome === 0 ? null : `. ${t('news.toCome', { count: toCome })}`}
        </p>
      </div>
      <div className={styles['tools']}>
        <Segmented
          label={t('news.look')}
          value={look.as}
          options={[
            { value: 'wall', label: t('news.asWall') },
            { value: 'text', label: t('news.asText') },
          ]}
          onChange={(as) => onLook({ ...look, as })}
        />
        <Segmented
          label={t('news.sort')}
          value={look.sort}
          options={[
            { value: 'round', label: t('news.byRound') },
            { value: 'space', label: t('news.bySpace') },
          ]}
          onChange={(sort) => onLook({ ...look, sort })}
        />
        {onGather === undefined ? null : (
          <Button
            busy={isGathering}
            title={t('news.gatherHint')}
            onClick={() => {
              setIsGathering(true)
              void onGather().finally(() => setIsGathering(false))
            }}
          >
            {t('news.gather')}
          </Button>
        )}
        <Button look="quiet" className={styles['print']} onClick={() => print()}>
          {t('news.print')}
        </Button>
      </div>
    </div>
  )
}
