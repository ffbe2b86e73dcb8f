import type { TopicView } from '@moot/workshop'
import { memo } from 'react'
import { Menu, MenuItem } from '../../parts/Menu.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { t } from '../../text/index.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { cellPlace, usePlacingHere } from './placing.tsx'
import styles from './grid.module.css'

/** An empty cell: calm, and for who has a topic without a place one press away from having one. */
export const FreePlace = memo(function FreePlace({
  round,
  space,
  place,
  toPlace,
}: {
  /** Ids. */
  readonly round: string
  readonly space: string
  /** The cell in words. */
  readonly place: string
  /** This person's topics that wait for a place. */
  readonly toPlace: readonly TopicView[]
}) {
  const placing = usePlacingHere()
  const [only, ...others] = toPlace
  if (only === undefined)
    return (
      <span className={styles['quiet']}>
        <span aria-hidden="true">–</span>
        <VisuallyHidden>{t('topics.free')}</VisuallyHidden>
      </span>
    )
  const put = (topic: TopicView): void => void placing.place(topic.id, cellPlace(round, space))
  const label = t('topics.putHereRead', { place })
  if (others.length === 0)
    return (
      <button type="button" className={styles['put']} aria-label={label} onClick={() => put(only)}>
        {t('topics.putHere')}
      </button>
    )
  return (
    <Menu
      align="start"
      label={label}
      trigger={
        <button type="button" className={styles['put']} aria-label={label}>
          {t('topics.putHere')}
        </button>
      }
    >
      {toPlace.map((topic) => (
        <MenuItem key={topic.id} onSelect={() => put(topic)}>
          <span dir="auto">{mainQuestion(topic)}</span>
        </MenuItem>
      ))}
    </Menu>
  )
})
