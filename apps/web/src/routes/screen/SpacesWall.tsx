import { t } from '../../text/index.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { spaceName } from '../workshop/places.ts'
import styles from './screen.module.css'
import { usePages } from './usePages.ts'

/** Least width and height of a space, in px, without and with the name of its room in the call. */
const CARD = { w: 380, h: 104 }
const CARD_WITH_ROOM = { w: 380, h: 142 }

/** Where everybody can go: number, title, how many are there, what the room is called in the call. */
export function SpacesWall({
  spaces,
  round,
}: {
  readonly spaces: readonly ListedSpace[]
  readonly round: number
}) {
  const card = spaces.some(({ videoName }) => videoName !== '') ? CARD_WITH_ROOM : CARD
  const { wall, columns, shown, from } = usePages(spaces, card, spaces[0]?.id)
  return (
    <section className={styles['part']}>
      <h2 className={styles['partTitle']}>
        {round === 0 ? t('screen.spacesTitle') : t('screen.round', { round })}
        {shown.length < spaces.length ? (
          <span className={styles['aside']}>
            {t('screen.some', { from: from + 1, to: from + shown.length, count: spaces.length })}
          </span>
        ) : null}
      </h2>
      <ul
        ref={wall}
        className={styles['wall']}
        style={{ gridTemplateColumns: `repeat(${columns}, 1fr)`, gridAutoRows: `${card.h}px` }}
      >
        {shown.map((space) => (
          <li key={space.id} className={styles['space']}>
            <p className={styles['spaceHead']}>
              <strong>{spaceName(space)}</strong>
              <span className={styles['aside']}>{t('screen.people', { count: space.people })}</span>
            </p>
            {space.title === '' && space.question === '' ? null : (
              <p className={styles['spaceTitle']} dir="auto">
                {space.title || space.question}
              </p>
            )}
            {space.videoName === '' ? null : (
              <p className={styles['video']} dir="auto">
                {t('screen.video', { room: space.videoName })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
