/** One event further. Total: whatever was stored, it never throws (style rule 7). */
import type { WorkshopEvent } from './event.ts'
import { withBoardAt } from './boardOrder.ts'
import type { BoardInfo, Workshop } from './state.ts'

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
        boards: { ...workshop.boards, [board]: { id: board, title, doc, template, order, gone: null } },
      }
    }
    case 'board.renamed':
      return changeBoard(workshop, event.board, { title: event.title })
    case 'board.moved':
      return { ...workshop, boards: withBoardAt(workshop.boards, event.board, event.to) }
    case 'board.removed':
      return changeBoard(workshop, event.board, { gone: { by: event.by, at } })
    case 'board.restored':
      return changeBoard(workshop, event.board, { gone: null })
    case 'person.joined': {
      const { person, name, role } = event
      return { ...workshop, people: { ...workshop.people, [person]: { id: person, name, role, joined: at } } }
    }
    case 'person.renamed':
      return changePerson(workshop, event.person, { name: event.name })
    case 'person.appointed':
      return changePerson(workshop, event.person, { role: event.role })
    case 'person.undone':
    case 'board.copied':
    case 'link.made':
    case 'rejoin.made':
      return workshop
    default:
      event satisfies never
      return workshop
  }
}

function changeBoard(
  workshop: Workshop,
  id: string,
  change: Partial<Pick<BoardInfo, 'title' | 'gone'>>,
): Workshop {
  const board = Object.hasOwn(workshop.boards, id) ? workshop.boards[id] : undefined
  if (board === undefined) return workshop
  return { ...workshop, boards: { ...workshop.boards, [id]: { ...board, ...change } } }
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
