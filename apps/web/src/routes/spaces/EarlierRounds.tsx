import { slotLabel } from '@moot/workshop'
import type { WorkshopView } from '@moot/workshop'
import { Link } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { currentRoundNumber, spaceTitle } from '../workshop/places.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { isBetweenRounds } from './roster.ts'
import styles from './spaces.module.css'

/** Boards of the rounds before the current one, folded. */
export function EarlierRounds() {
  const { view, workshopId } = useWorkshop()
  const rounds = earlierBoards(view)
  if (rounds.length === 0) return null
  return (
    <details className={styles['earlier']}>
      <summary>{t('spaces.earlier')}</summary>
      {rounds.map(({ round, boards }) => (
        <section key={round}>
          <h2 className={styles['sideTitle']}>{t('spaces.round', { round })}</h2>
          <ul className={styles['links']}>
            {boards.map(({ board, number, title }) => (
              <li key={board}>
                <Link to={pathWithin(workshopId, { board })}>
                  <bdi>
                    {view.me.role === 'facilitator'
                      ? slotLabel(round, number, title)
                      : spaceTitle({ kind: 'breakout', number, title })}
                  </bdi>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}

interface EarlierRound {
  readonly round: number
  readonly boards: readonly { readonly board: string; readonly number: number; readonly title: string }[]
}

/** The latest round first; boards that were removed are left out. */
export function earlierBoards(view: WorkshopView): EarlierRound[] {
  const { slots, boards } = view
  // One that is not opened yet has no number: those before it are all there is.
  const current = isBetweenRounds(view) ? 0 : currentRoundNumber(view)
  const byRound = new Map<number, { board: string; number: number; title: string }[]>()
  for (const [board, { round, number, title: short, question }] of Object.entries(slots)) {
    const title = short || question
    const info = boards[board]
    if (round === 0 || (current > 0 && round >= current) || info === undefined || info.gone !== undefined)
      continue
    byRound.set(round, [...(byRound.get(round) ?? []), { board, number, title }])
  }
  return [...byRound]
    .toSorted(([a], [b]) => b - a)
    .map(([round, of]) => ({ round, boards: of.toSorted((a, b) => a.number - b.number) }))
}
