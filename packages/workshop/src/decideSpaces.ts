/** Judging what is asked of spaces: changing them, going there, calling for help, sending people. */
import type { Command } from './command.ts'
import { decideAttention } from './decideAttention.ts'
import type { Moment } from './decideBoard.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, entryOf, refuse, tooLong } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import {
  decideAddSpace,
  decideMix,
  decideOpen,
  decidePrepare,
  folded,
  NO_ROUND,
  unfold,
} from './openRound.ts'
import { assistedBy, NO_SUCH_PERSON, onRoster } from './roster.ts'
import { NO_SUCH_SPACE, spaceHere } from './spaceHere.ts'
import type { Slot, Space } from './spaces.ts'
import {
  breakouts,
  currentRound,
  SLOT_TITLE_MAX,
  slotLabel,
  slotOf,
  VIDEO_LINK_MAX,
  VIDEO_NAME_MAX,
} from './spaces.ts'
import type { Person, Workshop } from './state.ts'
import { QUESTION_MAX } from './state.ts'
import { unplaced } from './topics/unplace.ts'
import { cleanLine, cleanText } from './typed.ts'

/** Commands that this file judges, some by way of `openRound` and `decideAttention`. */
export type SpacesCommand = Extract<
  Command,
  {
    type:
      | `spaces.${string}`
      | `space.${string}`
      | 'people.send'
      | 'announce'
      | `invite.${string}`
      | 'board.lock'
  }
>

/** What is called a link: a browser goes there when somebody presses it, so nothing but the web will do. */
const LINK = /^https?:\/\/[^\s<>"'\\]+$/i

/** Judges one of them by somebody whose role may give it. */
export function decideSpaces(
  workshop: Workshop,
  command: SpacesCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  switch (command.type) {
    case 'spaces.prepare':
      return decidePrepare(workshop, command.count, actor.id, moment)
    case 'spaces.open':
      return decideOpen(workshop, command, actor.id, moment)
    case 'spaces.mix':
      return decideMix(workshop, moment)
    case 'space.add':
      return decideAddSpace(workshop, moment)
    case 'people.send':
      return decideSend(workshop, command.places)
    case 'announce':
    case 'space.nudge':
    case 'spaces.back':
    case 'invite.here':
    case 'invite.end':
    case 'board.lock':
      return decideAttention(workshop, command, actor, moment)
    case 'space.remove':
      return decideRemove(workshop, command.space, actor.id, moment)
    case 'space.enter':
      return decideEnter(workshop, command.space, actor)
    case 'space.change':
    case 'space.help':
    case 'space.noteTaker': {
      const space = spaceHere(workshop, command.space)
      if (space === undefined) return NO_SUCH_SPACE
      if (command.type === 'space.change') return decideChange(workshop, space, command, actor.id, moment)
      if (actor.role !== 'facilitator' && actor.space !== space.id && actor.sent?.space !== space.id)
        return refuse('not_allowed', 'Go to that space first.')
      return command.type === 'space.help'
        ? decideCall(space, command.isOn, actor.id)
        : decideNoteTaker(workshop, space, command.person)
    }
    default:
      return command satisfies never
  }
}

type Change = Extract<Command, { type: 'space.change' }>

function decideChange(
  workshop: Workshop,
  space: Space,
  change: Change,
  by: string,
  moment: Moment,
): Decision | Refusal {
  const onSlot = slotChanges(workshop, space, change)
  if (!onSlot.ok) return onSlot
  const onSpace = spaceChanges(space, change)
  if (!onSpace.ok) return onSpace
  const hiding = decideHiding(workshop, space, change.isHidden, by, moment)
  return hiding.ok ? accept(...onSlot.events, ...onSpace.events, ...hiding.events) : hiding
}

function decideHiding(
  workshop: Workshop,
  space: Space,
  isHidden: boolean | undefined,
  by: string,
  moment: Moment,
): Decision | Refusal {
  if (isHidden === undefined || isHidden === space.isHidden) return accept()
  if (!isHidden) return unfold(workshop, space, moment)
  if (space.kind === 'hallway') return HALLWAY_NEEDED
  return accept(...folded(workshop, space, by, moment))
}

/** What a space is about in this round. A board that is called as the space was is called as it is now. */
function slotChanges(workshop: Workshop, space: Space, change: Change): Decision | Refusal {
  if (change.title === undefined && change.question === undefined) return accept()
  const slot = slotOf(workshop, space.id)
  if (slot === undefined) return NO_ROUND
  const title = change.title === undefined ? slot.title : cleanLine(change.title)
  const question = change.question === undefined ? slot.question : cleanText(change.question)
  if (title.length > SLOT_TITLE_MAX) return tooLong(SLOT_TITLE_MAX)
  if (question.length > QUESTION_MAX) return tooLong(QUESTION_MAX)
  const changed = {
    ...(title !== slot.title && { title }),
    ...(question !== slot.question && { question }),
  }
  if (Object.keys(changed).length === 0) return accept()
  return accept(
    { type: 'slot.changed', space: space.id, ...changed },
    ...boardThatFollows(workshop, space, slot, title),
  )
}

function boardThatFollows(workshop: Workshop, space: Space, slot: Slot, title: string): WorkshopEvent[] {
  const board = slot.board === null ? undefined : entryOf(workshop.boards, slot.board)
  if (board === undefined) return []
  const round = currentRound(workshop)?.number ?? 0
  const label = slotLabel(round, space.number, title)
  const isCalledAsSpace = board.title === slotLabel(round, space.number, slot.title)
  return isCalledAsSpace && label !== board.title
    ? [{ type: 'board.renamed', board: board.id, title: label }]
    : []
}

/** What a space is called in the video call, and where it is. */
function spaceChanges(space: Space, change: Change): Decision | Refusal {
  const videoName = change.videoName === undefined ? space.videoName : cleanLine(change.videoName)
  const videoLink = change.videoLink === undefined ? space.videoLink : change.videoLink.trim()
  if (videoName.length > VIDEO_NAME_MAX) return tooLong(VIDEO_NAME_MAX)
  if (videoLink.length > VIDEO_LINK_MAX) return tooLong(VIDEO_LINK_MAX)
  if (videoLink !== '' && !LINK.test(videoLink))
    return refuse('bad_link', 'The link has to begin with https:// and have no spaces in it.')
  const changed = {
    ...(videoName !== space.videoName && { videoName }),
    ...(videoLink !== space.videoLink && { videoLink }),
  }
  return Object.keys(changed).length === 0
    ? accept()
    : accept({ type: 'space.changed', space: space.id, ...changed })
}

const HALLWAY_NEEDED = refuse(
  'hallway_needed',
  'The hallway stays while there are spaces: it is where people go who are between two.',
)

function decideRemove(workshop: Workshop, id: string, by: string, moment: Moment): Decision | Refusal {
  const space = entryOf(workshop.spaces, id)
  if (space === undefined) return NO_SUCH_SPACE
  if (space.isGone) return accept()
  if (space.kind === 'hallway' && breakouts(workshop.spaces).length > 0) return HALLWAY_NEEDED
  return accept(
    { type: 'space.removed', space: id, by },
    ...unplaced(workshop, (place) => place.space === id, by, moment),
  )
}

/** Somebody goes, and with them everybody for whom they act. */
function decideEnter(workshop: Workshop, id: string | null, actor: Person): Decision | Refusal {
  if (id !== null) {
    const space = spaceHere(workshop, id)
    if (space === undefined || (space.isHidden && actor.role !== 'facilitator')) return NO_SUCH_SPACE
  }
  const going = [actor, ...assistedBy(workshop, actor.id)].filter(({ space }) => space !== id)
  return accept(...going.map(({ id: person }): WorkshopEvent => ({ type: 'person.went', person, space: id })))
}

function decideCall({ id, help }: Space, isOn: boolean, by: string): Decision {
  if (isOn === (help !== null)) return accept()
  return accept({ type: isOn ? 'space.helpAsked' : 'space.helpGiven', space: id, by })
}

function decideNoteTaker(workshop: Workshop, { id }: Space, personId: string | null): Decision | Refusal {
  const slot = slotOf(workshop, id)
  if (slot === undefined) return NO_ROUND
  if (slot.noteTaker === personId) return accept()
  if (personId !== null) {
    const person = onRoster(workshop, personId)
    if (person === undefined) return NO_SUCH_PERSON
    if (person.role === 'observer' || person.way.kind === 'assisted' || person.way.kind === 'expected')
      return refuse('no_connection', `${person.name} cannot write here, so somebody else has to take notes.`)
  }
  return accept({ type: 'slot.changed', space: id, noteTaker: personId })
}

/** Sends people by hand. Whoever depends on somebody goes along, unless they are named too. */
function decideSend(
  workshop: Workshop,
  named: Extract<Command, { type: 'people.send' }>['places'],
): Decision | Refusal {
  const places = new Map<string, string | null>()
  for (const { person, space } of named) {
    if (onRoster(workshop, person) === undefined) return NO_SUCH_PERSON
    if (space !== null && spaceHere(workshop, space)?.isHidden !== false) return NO_SUCH_SPACE
    places.set(person, space)
  }
  // One look at everybody, however many were named.
  for (const { id, way, gone } of Object.values(workshop.people)) {
    if (way.kind !== 'assisted' || gone !== null || places.has(id)) continue
    const space = places.get(way.helper)
    if (space !== undefined) places.set(id, space)
  }
  const changed = [...places]
    .map(([person, space]) => ({ person, space }))
    .filter(({ person, space }) => (entryOf(workshop.people, person)?.sent?.space ?? null) !== space)
  return changed.length === 0 ? accept() : accept({ type: 'people.sent', places: changed })
}
