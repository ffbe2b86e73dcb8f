/** One event further. Total: whatever was stored, it never throws (style rule 7). */
import type { WorkshopEvent } from './event.ts'
import { withBoardAt } from './boardOrder.ts'
import { withEntry } from './changed.ts'
import { evolvePeople, isAboutPerson, personAfter } from './evolvePeople.ts'
import { evolvePlan } from './evolvePlan.ts'
import { evolveSpaces } from './evolveSpaces.ts'
import { evolveTopics } from './topics/evolveTopics.ts'
import type { BoardInfo, Person, Workshop } from './state.ts'

/**
 * The workshop after one more event.
 *
 * @param at - when it happened, ms since 1970, server time
 */
export function evolve(workshop: Workshop, event: WorkshopEvent, at: number): Workshop {
  switch (event.type) {
    case 'workshop.made':
      return { ...workshop, id: event.id, title: event.title, question: event.question, created: at }
    case 'workshop.renamed':
      return { ...workshop, title: event.title }
    case 'workshop.asked':
      return { ...workshop, question: event.question }
    case 'board.added': {
      const { board, title, doc, template } = event
      const order = Object.keys(workshop.boards).length
      const added: BoardInfo = { id: board, title, doc, template, order, isLocked: false, gone: null }
      return { ...workshop, boards: { ...workshop.boards, [board]: added } }
    }
    case 'board.renamed':
      return changeBoard(workshop, event.board, { title: event.title })
    case 'board.moved':
      return { ...workshop, boards: withBoardAt(workshop.boards, event.board, event.to) }
    case 'board.removed':
      return changeBoard(workshop, event.board, { gone: { by: event.by, at } })
    case 'board.restored':
      return changeBoard(workshop, event.board, { gone: null })
    case 'board.renewed':
      return changeBoard(workshop, event.board, { doc: event.doc })
    case 'board.locked':
      return changeBoard(workshop, event.board, { isLocked: event.isLocked })
    case 'person.undone':
    case 'board.copied':
    case 'link.made':
    case 'rejoin.made':
      return workshop
    case 'person.joined':
    case 'person.arrived':
    case 'person.renamed':
    case 'person.described':
    case 'person.appointed':
    case 'person.helped':
    case 'person.removed':
    case 'person.finished':
    case 'person.went':
    case 'person.seenInCall':
    case 'help.asked':
    case 'help.answered':
      return evolvePeople(workshop, event, at)
    case 'space.added':
    case 'space.changed':
    case 'space.removed':
    case 'space.helpAsked':
    case 'space.helpGiven':
    case 'round.opened':
    case 'slot.added':
    case 'slot.changed':
    case 'people.sent':
    case 'back.invited':
    case 'here.invited':
    case 'invitation.ended':
    case 'announced':
      return evolveSpaces(workshop, event, at)
    case 'workshop.described':
    case 'workshop.followed':
    case 'workshop.ended':
    case 'workshop.reopened':
    case 'workshop.reset':
    case 'plan.set':
    case 'stage.added':
    case 'stage.changed':
    case 'stage.moved':
    case 'stage.removed':
    case 'stage.started':
    case 'stage.boarded':
    case 'timer.started':
    case 'timer.extended':
    case 'timer.stopped':
      return evolvePlan(workshop, event, at)
    case 'market.set':
    case 'drafts.held':
    case 'draft.written':
    case 'draft.discarded':
    case 'turns.set':
    case 'topic.posted':
    case 'topic.edited':
    case 'topic.placed':
    case 'topic.lifted':
    case 'topic.signedUp':
    case 'topic.withdrawn':
    case 'topic.broughtBack':
    case 'merge.asked':
    case 'merge.closed':
    case 'topics.merged':
    case 'topic.unmerged':
    case 'topic.split':
    case 'topic.started':
    case 'topic.ended':
    case 'topic.extended':
    case 'topic.continued':
    case 'topic.convened':
    case 'topics.nudged':
    case 'report.written':
    case 'report.quoted':
    case 'report.peopled':
    case 'report.staffed':
    case 'report.submitted':
    case 'report.reopened':
    case 'notice.given':
    case 'notices.seen':
      return evolveTopics(workshop, event, at)
    default:
      event satisfies never
      return workshop
  }
}

/** The workshop after some events of the same moment. @param at - ms since 1970, server time */
export const after = (workshop: Workshop, events: readonly WorkshopEvent[], at: number): Workshop =>
  events.reduce((now, event) => evolve(now, event, at), workshop)

/** An event and when it happened, ms since 1970, server time. */
export interface Happened {
  readonly event: WorkshopEvent
  readonly at: number
}

/**
 * The workshop after many events, as `evolve` would make it one by one. Most of a long record is about people, and to
 * copy a roster of thousands for each of them would take minutes; here it is copied once for a run of them.
 */
export function evolveAll(workshop: Workshop, happened: Iterable<Happened>): Workshop {
  let now = workshop
  /** A roster that nobody else has seen yet. */
  let own: Record<string, Person> | null = null
  for (const { event, at } of happened) {
    // Set in place, that one name would reach the prototype instead of an entry.
    if (!isAboutPerson(event) || event.person === '__proto__') {
      now = evolve(now, event, at)
      continue
    }
    const person = personAfter(now.people, event, at)
    if (person === undefined) continue
    if (own === null || own !== now.people) {
      own = { ...now.people }
      now = { ...now, people: own }
    }
    own[event.person] = person
  }
  return now
}

function changeBoard(
  workshop: Workshop,
  id: string,
  change: Partial<Pick<BoardInfo, 'title' | 'gone' | 'doc' | 'isLocked'>>,
): Workshop {
  return { ...workshop, boards: withEntry<BoardInfo>(workshop.boards, id, change) }
}
