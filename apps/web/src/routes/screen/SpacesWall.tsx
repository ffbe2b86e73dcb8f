import { t } from '../../text/index.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { spaceName } from '../workshop/places.ts'
import styles from './screen.module.css'
import { usePages } from './usePages.ts'

/** Least width and height of a space, in px: with its name and a line of what it is about. */
const CARD = { w: 380, h: 104 }
/** What a second line of that adds, and the name of its room in the call. */
const LINE = 34
const ROOM = 38
/** Letters that one line surely holds. */
const ONE_LINE = 24

/** Where everybody can go: number, title, how many are there, what the room is called in the call. */
export function SpacesWall({
  spaces,
  round,
}: {
  readonly spaces: readonly ListedSpace[]
  readonly round: number
}) {
  const isLong = spaces.some((space) => aboutOf(space).length > ONE_LINE)
  const hasRoom = spaces.some(({ videoName }) => videoName !== '')
  const card = { w: CARD.w, h: CARD.h + (isLong ? LINE : 0) + (hasRoom ? ROOM : 0) }
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
            {aboutOf(space) === '' ? null : (
              <p className={styles['spaceTitle']} dir="auto">
                {aboutOf(space)}
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

/** What a space is about: its title, and where that is its question cut short, all of the question. */
function aboutOf({ title, question }: ListedSpace): string {
  return title === '' || question.startsWith(title.replace(/…$/, '').trimEnd()) ? question : title
}
