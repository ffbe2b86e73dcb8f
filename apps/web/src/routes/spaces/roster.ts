/** Who is where, who was sent where, and who has not come there yet: for facilitators. */
import type { PersonView, PlaceView, WorkshopView } from '@moot/workshop'
import { suggestedSpaces } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withSpaces.ts'
import { isRoundOpen } from '../workshop/places.ts'

/** Somebody on the roster who can be in a space. */
export interface Attending {
  readonly id: string
  readonly name: string
  readonly role: PersonView['role']
  /** The name of the person who acts for them; '' where that person is gone, `undefined` where there is none. */
  readonly via: string | undefined
  /** Whether they are connected, or somebody acts for them. */
  readonly isHere: boolean
  readonly place: PlaceView
}

const NOWHERE: PlaceView = { space: null, sent: null, isInCall: false }

/** Everybody who can be in a space, by name: nobody who is only expected, was removed, or tries things out. */
export function attending({ people }: Pick<WorkshopView, 'people'>): Attending[] {
  return Object.entries(people)
    .filter(([, { isGone, isExpected, isTrial }]) => !isGone && !isExpected && !isTrial)
    .map(([id, { name, role, helper, at, place = NOWHERE }]) => ({
      id,
      name,
      role,
      via: helper === undefined ? undefined : (people[helper]?.name ?? ''),
      isHere: helper !== undefined || at !== null,
      place,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

/** Whether people are to be in spaces just now, and these are open: those of an earlier round are nobody's place any more. */
export const isMeeting = (view: Pick<WorkshopView, 'now' | 'stages'>): boolean =>
  view.now.focus === 'spaces' && isRoundOpen(view)

/** Whether the spaces wait for a further round, which is the current activity and has not been opened. */
export const isBetweenRounds = (view: Pick<WorkshopView, 'now' | 'stages'>): boolean =>
  view.now.focus === 'spaces' && view.now.round > 0 && !isRoundOpen(view)

/** Those who were sent to a space and have not opened it in Moot; it says nothing of the call. */
export function notYet(view: Pick<WorkshopView, 'people' | 'now' | 'stages'>): Attending[] {
  if (!isMeeting(view)) return []
  return attending(view).filter(
    ({ place: { space, sent, isInCall } }) => sent !== null && space !== sent && !isInCall,
  )
}

/** Participants who are here, were sent nowhere and have not chosen a space. */
export function notChosen(view: Pick<WorkshopView, 'people' | 'now' | 'stages'>): Attending[] {
  if (!isMeeting(view)) return []
  return attending(view).filter(
    ({ role, isHere, place: { space, sent, isInCall } }) =>
      role === 'participant' && isHere && space === null && sent === null && !isInCall,
  )
}

/** Where somebody belongs, as far as they or a facilitator said: where they went, else where they were sent. */
export const homeOf = ({ space, sent }: PlaceView): string | null => space ?? sent

/**
 * How many spaces to offer: as many as have a video room, because those were set up on purpose; before the first round as
 * many as were made ready; else by the number of people.
 */
export function usualCount(view: Pick<WorkshopView, 'spaces' | 'now'>, people: number): number {
  const breakouts = Object.values(view.spaces).filter(({ kind }) => kind === 'breakout')
  const ready = breakouts.filter(({ isHidden }) => !isHidden)
  // Those folded away too: a check-in in fewer spaces does not undo what was set up for the rounds.
  const withRoom = breakouts.filter(({ videoName, videoLink }) => videoName !== '' || videoLink !== '').length
  if (withRoom > 0) return withRoom
  return view.now.round === 0 && ready.length > 0 ? ready.length : suggestedSpaces(people)
}

/** *Pat, via Nadia*. */
export function nameOf({ name, via }: Pick<Attending, 'name' | 'via'>): string {
  if (via === undefined) return name
  return via === '' ? t('spaces.viaBare', { name }) : t('spaces.via', { name, helper: via })
}

/** How large groups become: `6–7`, `6`. */
export function groupSizes(people: number, groups: number): string {
  const [least, most] = [Math.floor(people / groups), Math.ceil(people / groups)]
  return least === most ? String(least) : `${least}–${most}`
}

/** How many people breakouts are for: participants who are here, or while nobody is, all who are on the roster. */
export function peopleToPlace({ people, now }: Pick<WorkshopView, 'people' | 'now'>): number {
  if (now.here > 0) return now.here
  return Object.values(people).filter(
    ({ role, isGone, isTrial }) => role === 'participant' && !isGone && !isTrial,
  ).length
}

const NUMBERS = (): readonly string[] => t('spaces.numbers').split('|')

/** *Six spaces* as it stands in a sentence: numbers up to twelve as words. */
export function countSpaces(count: number): string {
  return t('spaces.spaces', { count, number: NUMBERS()[count] ?? String(count) })
}
