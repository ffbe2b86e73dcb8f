/** The rules of the workshop: a command in, events or a refusal out. No clock, no randomness, nothing but values. */
import { boardsInSight } from './boardOrder.ts'
import type { Command } from './command.ts'
import { decideBoard } from './decideBoard.ts'
import type { Moment } from './decideBoard.ts'
import { decidePeople } from './decidePeople.ts'
import { decidePlan } from './decidePlan.ts'
import { decideSpaces } from './decideSpaces.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, entryOf, refuse, tooLong } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { PERMISSIONS } from './permissions.ts'
import type { Workshop } from './state.ts'
import { QUESTION_MAX, WORKSHOP_TITLE_MAX } from './state.ts'
import { decideTopics } from './topics/decideTopics.ts'
import { cleanLine } from './typed.ts'

/** A single board that has no name of its own is called as the workshop is: on the screen they are one thing. */
function boardsThatFollow(workshop: Workshop, title: string): WorkshopEvent[] {
  const [board, ...others] = boardsInSight(workshop.boards)
  if (board === undefined || others.length > 0 || board.title !== workshop.title) return []
  return [{ type: 'board.renamed', board: board.id, title }]
}

const FACILITATORS_ALONE = refuse('not_allowed', 'Only a facilitator can do that.')
const LOOKS_ON = refuse('not_allowed', 'Whoever looks on changes nothing here; people who take part can.')

/**
 * Judges one command by one person.
 *
 * @param actor - id of the person who asks; must be on the roster
 * @param moment - time, who is here, and ids and chance that may be used up
 */
export function decide(
  workshop: Workshop,
  command: Command,
  actor: string,
  moment: Moment,
): Decision | Refusal {
  const person = entryOf(workshop.people, actor)
  if (person === undefined || person.gone !== null || !PERMISSIONS[command.type].includes(person.role))
    return PERMISSIONS[command.type].includes('participant') ? LOOKS_ON : FACILITATORS_ALONE
  switch (command.type) {
    case 'workshop.rename': {
      const title = cleanLine(command.title)
      if (title === '') return refuse('name_missing', 'The workshop needs a name.')
      if (title.length > WORKSHOP_TITLE_MAX) return tooLong(WORKSHOP_TITLE_MAX)
      if (title === workshop.title) return accept()
      return accept({ type: 'workshop.renamed', title }, ...boardsThatFollow(workshop, title))
    }
    case 'workshop.ask': {
      const question = cleanLine(command.question)
      if (question.length > QUESTION_MAX) return tooLong(QUESTION_MAX)
      return question === workshop.question ? accept() : accept({ type: 'workshop.asked', question })
    }
    case 'board.rename':
    case 'board.add':
    case 'board.copy':
    case 'board.move':
    case 'board.remove':
    case 'board.restore':
    case 'board.undoPerson':
      return decideBoard(workshop, command, actor, moment)
    case 'link.facilitator':
      return accept({ type: 'link.made', by: actor, role: 'facilitator' })
    case 'person.rename':
    case 'person.about':
    case 'person.appoint':
    case 'person.stepDown':
    case 'person.remove':
    case 'person.assist':
    case 'person.setHelper':
    case 'person.done':
    case 'person.try':
    case 'person.rejoinCode':
    case 'person.inCall':
    case 'people.expect':
    case 'help.ask':
    case 'help.answer':
      return decidePeople(workshop, command, person, moment)
    case 'workshop.describe':
    case 'workshop.end':
    case 'workshop.reopen':
    case 'workshop.reset':
    case 'plan.set':
    case 'stage.add':
    case 'stage.change':
    case 'stage.move':
    case 'stage.remove':
    case 'stage.go':
    case 'timer.start':
    case 'timer.extend':
    case 'timer.stop':
      return decidePlan(workshop, command, person, moment)
    case 'spaces.prepare':
    case 'spaces.open':
    case 'spaces.mix':
    case 'spaces.back':
    case 'space.add':
    case 'space.change':
    case 'space.remove':
    case 'space.enter':
    case 'space.help':
    case 'space.nudge':
    case 'space.noteTaker':
    case 'people.send':
    case 'announce':
    case 'invite.here':
    case 'invite.end':
    case 'board.lock':
      return decideSpaces(workshop, command, person, moment)
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
    case 'topic.edit':
    case 'topic.place':
    case 'topic.lift':
    case 'topic.swap':
    case 'topic.signUp':
    case 'topic.withdraw':
    case 'topic.bringBack':
    case 'topic.askMerge':
    case 'merge.answer':
    case 'merge.cancel':
    case 'topic.unmerge':
    case 'topic.split':
    case 'topic.start':
    case 'topic.end':
    case 'topic.extend':
    case 'topic.continue':
    case 'topic.takeOver':
    case 'topic.convener':
    case 'report.write':
    case 'report.quote':
    case 'report.people':
    case 'report.jobs':
    case 'report.submit':
    case 'report.reopen':
    case 'report.version':
    case 'report.nudge':
    case 'reports.gather':
    case 'notices.see':
      return decideTopics(workshop, command, person, moment)
    default:
      return command satisfies never
  }
}
