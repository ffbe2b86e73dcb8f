/** What rounds are titled that nobody gave another title: as they are called, also after others came or went. */
import type { WorkshopEvent } from '../event.ts'
import type { Workshop } from '../state.ts'
import { isRow, roundNumbers } from './grid.ts'

/** The title of a round that nobody titled. */
export const roundTitle = (number: number): string => `Round ${number}`

/** Titles of rounds that have not begun and are called by another number than before; own titles stay. */
export function retitled(
  before: Pick<Workshop, 'stages' | 'rounds'>,
  then: Pick<Workshop, 'stages' | 'rounds'>,
): WorkshopEvent[] {
  const numbers = roundNumbers(before)
  const after = roundNumbers(then)
  return then.stages.flatMap((stage): WorkshopEvent[] => {
    const was = numbers.get(stage.id)
    const is = after.get(stage.id)
    if (!isRow(stage) || stage.started !== null || was === undefined || is === undefined || was === is)
      return []
    return stage.title === roundTitle(was)
      ? [{ type: 'stage.changed', stage: stage.id, change: { title: roundTitle(is) } }]
      : []
  })
}
