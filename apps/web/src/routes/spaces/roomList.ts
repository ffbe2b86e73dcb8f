/** Who belongs in which room of the video call, as text and as a table, for whoever looks after the call. */
import type { WorkshopView } from '@moot/workshop'
import { slotLabel } from '@moot/workshop'
import { t } from '../../text/index.ts'
import { openSpaces, spaceName, spaceTitle } from '../workshop/places.ts'
import type { ListedSpace } from '../workshop/places.ts'
import { mainQuestion, topicOfSpace } from '../workshop/topicsHere.ts'
import type { Attending } from './roster.ts'
import { attending, homeOf } from './roster.ts'

/** A room with the people who belong there. */
export interface RoomOfList {
  /** `null` for those who were sent nowhere. */
  readonly space: ListedSpace | null
  /** What the room is called in the call, exactly; what the space is called where no name was given. */
  readonly name: string
  readonly people: readonly Attending[]
}

/** *1 Leadership · R1·1 What kind of leadership does a place need?*: the room, and what is talked about there. */
function labelOf(view: WorkshopView, space: ListedSpace): string {
  const topic = topicOfSpace(view, space)
  if (topic === undefined || !space.isOn) return space.videoName || spaceTitle(space)
  const room = space.videoName || spaceName(space)
  const round = topic.place?.round == null ? undefined : view.stages[topic.place.round]?.round
  const place =
    round === undefined || space.kind !== 'breakout' ? '' : `${slotLabel(round, space.number, '')} `
  return `${room} · ${place}${mainQuestion(topic)}`
}

/** Rooms in order, those without people included, and at the end those who have no room, where there are any. */
export function roomList(view: WorkshopView): RoomOfList[] {
  const everybody = attending(view).filter(
    ({ role, place }) => role === 'participant' || homeOf(place) !== null,
  )
  const rooms = openSpaces(view.spaces).filter(({ kind }) => kind !== 'help')
  const listed = rooms.map((space) => ({
    space,
    name: labelOf(view, space),
    people: everybody.filter(({ place }) => homeOf(place) === space.id),
  }))
  const inRooms = new Set(listed.flatMap(({ people }) => people.map(({ id }) => id)))
  const others = everybody.filter(({ id, role }) => role === 'participant' && !inRooms.has(id))
  const isFree = view.now.fill === 'choose' && Object.keys(view.topics).length > 0
  const shown = listed.filter(({ space, people }) => space.kind === 'breakout' || people.length > 0)
  return others.length === 0
    ? shown
    : [...shown, { space: null, name: t(isFree ? 'spaces.listFree' : 'spaces.listNowhere'), people: others }]
}

/** Somebody as a host of the call knows them: who has no device has to be looked for under another name. */
export function nameInCall({ name, via }: Attending): string {
  if (via === undefined) return name
  return via === '' ? t('spaces.listAssistedBare', { name }) : t('spaces.listAssisted', { name, helper: via })
}

/** Room by room, names below. */
export function asText(rooms: readonly RoomOfList[]): string {
  return rooms
    .map(({ name, space, people }) =>
      [
        space === null || space.videoLink === '' ? name : `${name} ${space.videoLink}`,
        ...people.map((person) => `  ${nameInCall(person)}`),
      ].join('\n'),
    )
    .join('\n\n')
}

/** One line for each person, cells separated by tabs, as spreadsheets take it. */
export function asTable(rooms: readonly RoomOfList[]): string {
  const head = [t('spaces.listName'), t('spaces.listRoom'), t('spaces.listSpace'), t('spaces.listLink')]
  const lines = rooms.flatMap(({ name, space, people }) =>
    people.map((person) => [
      nameInCall(person),
      space === null ? '' : name,
      space === null ? '' : spaceTitle(space),
      space?.videoLink ?? '',
    ]),
  )
  return [head, ...lines].map((cells) => cells.map(cellOf).join('\t')).join('\n')
}

/** No cell spills over into the next, and none is taken for a formula. */
const cellOf = (text: string): string => {
  const line = text.replaceAll(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(line) ? `'${line}` : line
}
