/** Who has a hand in a report. */
import { entryOf } from '../decision.ts'
import type { Workshop } from '../state.ts'
import { actsFor } from './timeOf.ts'
import type { Topic } from './topic.ts'

/** Conveners, whom they named, who takes notes, who writes it up; facilitators, which is told to the conveners. */
export function mayFillIn(workshop: Workshop, person: string, topic: Topic): boolean {
  if (topic.report === null) return false
  return entryOf(workshop.people, person)?.role === 'facilitator' || hasHand(workshop, person, topic)
}

/** Whether a report is somebody's own to fill in: as its convener, or because they were named or took the pen. */
export function hasHand(workshop: Workshop, person: string, topic: Topic): boolean {
  const { report } = topic
  if (report === null) return false
  const named = [...topic.conveners, ...report.helpers, report.writer, noteTakerOf(workshop, topic)]
  return actsFor(
    workshop,
    person,
    named.filter((each) => each !== null),
  )
}

/** Who takes notes of a topic: as its report says, else as its space says. */
export function noteTakerOf({ rounds }: Pick<Workshop, 'rounds'>, { report, board }: Topic): string | null {
  if (report?.noteTaker !== undefined) return report.noteTaker
  if (board === null) return null
  return rounds.flatMap(({ slots }) => slots).findLast((slot) => slot.board === board)?.noteTaker ?? null
}
