/** Tidying up and sorting a section from the screen: one step of undo, and said aloud. */
import type { SortBy } from '@moot/board'
import { sortSection, tidyUp } from '@moot/board'
import { announce } from '../../../parts/announce.ts'
import { t } from '../../../text/index.ts'
import '../../../text/withTidy.ts'
import { sectionName } from '../basicActions.ts'
import type { BoardScene } from '../scene.ts'

type Scene = Pick<BoardScene, 'replica' | 'people'>

/** Lays the section's notes out in rows; `null` is what is in no section. */
export function tidySection({ replica }: Scene, region: string | null): void {
  const section = sectionName(replica, region)
  replica.undo.checkpoint()
  const count = tidyUp(replica.writer, region)
  replica.undo.checkpoint()
  announce(count === 0 ? t('tidy.saidTidyAlready', { section }) : t('tidy.saidTidy', { section, count }))
}

/** Sorts the section's notes and lays them out; `null` is what is in no section. */
export function sortBy({ replica, people }: Scene, region: string | null, by: SortBy): void {
  const section = sectionName(replica, region)
  replica.undo.checkpoint()
  const changed = sortSection(replica.writer, region, by, (person) => people[person]?.name ?? '')
  replica.undo.checkpoint()
  const key = changed === 0 ? 'tidy.saidSortedAlready' : 'tidy.saidSorted'
  announce(t(key, { section, by: t(`tidy.${by}`) }))
}
