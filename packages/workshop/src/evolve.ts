/** One event further. Total: whatever was stored, it never throws (style rule 7). */
import type { WorkshopEvent } from './event.ts'
import type { Workshop } from './state.ts'

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
      return {
        ...workshop,
        boards: { ...workshop.boards, [board]: { id: board, title, doc, template, order } },
      }
    }
    case 'board.renamed': {
      const board = workshop.boards[event.board]
      if (board === undefined) return workshop
      return { ...workshop, boards: { ...workshop.boards, [board.id]: { ...board, title: event.title } } }
    }
    case 'person.joined': {
      const { person, name, role } = event
      return { ...workshop, people: { ...workshop.people, [person]: { id: person, name, role, joined: at } } }
    }
    case 'person.renamed':
      return changePerson(workshop, event.person, { name: event.name })
    case 'person.appointed':
      return changePerson(workshop, event.person, { role: event.role })
    case 'person.undone':
    case 'link.made':
    case 'rejoin.made':
      return workshop
    default:
      event satisfies never
      return workshop
  }
}

function changePerson(
  workshop: Workshop,
  id: string,
  change: Partial<Pick<Workshop['people'][string], 'name' | 'role'>>,
): Workshop {
  const person = workshop.people[id]
  if (person === undefined) return workshop
  return { ...workshop, people: { ...workshop.people, [id]: { ...person, ...change } } }
}
