/** Judging what is asked of an open space: who decides each thing, see `decideMarket`, `decideMerge`, `decideReport`. */
import type { Command } from '../command.ts'
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, refuse } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { assistedBy } from '../roster.ts'
import type { Person, Workshop } from '../state.ts'
import { decideCourse } from './decideCourse.ts'
import { decideGrid } from './decideGrid.ts'
import { decideMerge } from './decideMerge.ts'
import { decideOffer } from './decideOffer.ts'
import { decideReport } from './decideReport.ts'

/** Commands about topics, drafts, merges and reports. */
export type TopicsCommand = Extract<
  Command,
  {
    type:
      | `market.${string}`
      | `drafts.${string}`
      | `turn.${string}`
      | `draft.${string}`
      | `topic.${string}`
      | `merge.${string}`
      | `report.${string}`
      | 'reports.gather'
      | 'notices.see'
  }
>

/** What begins something: over with the workshop (OS-13), until that begins again. */
const BEGINNINGS: ReadonlySet<Command['type']> = new Set([
  'drafts.takeTurns',
  'drafts.postAll',
  'turn.take',
  'topic.offer',
  'topic.start',
  'topic.continue',
])
const ENDED = refuse(
  'topic_over',
  'The workshop has ended, so nothing new begins. What is there can still be read.',
)

/** Judges one of them by somebody whose role may give it. */
export function decideTopics(
  workshop: Workshop,
  command: TopicsCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  if (workshop.ended !== null && BEGINNINGS.has(command.type)) return ENDED
  switch (command.type) {
    case 'market.prepare':
    case 'market.set':
    case 'market.addRound':
    case 'drafts.hold':
    case 'drafts.takeTurns':
    case 'drafts.postAll':
    case 'turn.next':
    case 'turn.take':
    case 'draft.write':
    case 'draft.discard':
    case 'topic.offer':
      return decideOffer(workshop, command, actor, moment)
    case 'topic.edit':
    case 'topic.place':
    case 'topic.lift':
    case 'topic.swap':
    case 'topic.signUp':
    case 'topic.withdraw':
    case 'topic.bringBack':
      return decideGrid(workshop, command, actor, moment)
    case 'topic.askMerge':
    case 'merge.answer':
    case 'merge.cancel':
    case 'topic.unmerge':
    case 'topic.split':
      return decideMerge(workshop, command, actor, moment)
    case 'topic.start':
    case 'topic.end':
    case 'topic.extend':
    case 'topic.continue':
    case 'topic.takeOver':
    case 'topic.convener':
      return decideCourse(workshop, command, actor, moment)
    case 'report.write':
    case 'report.quote':
    case 'report.people':
    case 'report.jobs':
    case 'report.submit':
    case 'report.reopen':
    case 'report.version':
    case 'report.nudge':
    case 'reports.gather':
      return decideReport(workshop, command, actor, moment)
    case 'notices.see':
      return decideSee(workshop, command.notices, actor)
    default:
      return command satisfies never
  }
}

/** Of what one names, what one was told and had not seen; for those whom one writes for as well. */
function decideSee(workshop: Workshop, named: readonly string[], actor: Person): Decision {
  const wanted = new Set(named)
  const mine = [actor.id, ...assistedBy(workshop, actor.id).map(({ id }) => id)]
  return accept(
    ...mine.flatMap((person): WorkshopEvent[] => {
      const notices = workshop.notices
        .filter(({ id, unseen }) => wanted.has(id) && unseen.includes(person))
        .map(({ id }) => id)
      return notices.length === 0 ? [] : [{ type: 'notices.seen', person, notices }]
    }),
  )
}
