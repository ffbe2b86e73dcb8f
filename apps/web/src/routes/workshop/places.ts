/** The places of a workshop: what they are called, and where somebody belongs just now. */
import type { SlotView, SpaceView, WorkshopView } from '@moot/workshop'
import { slotLabel } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withPlaces.ts'

/** A space with its id. */
export interface ListedSpace extends SpaceView {
  readonly id: string
}

const RANK = { breakout: 0, hallway: 1, help: 2 } as const

/** All spaces in the order that is the same everywhere: breakouts by number, hallway, help desk. */
export function spacesInOrder(spaces: WorkshopView['spaces']): ListedSpace[] {
  return Object.entries(spaces)
    .map(([id, space]) => ({ id, ...space }))
    .toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || a.number - b.number || (a.id < b.id ? -1 : 1))
}

/** Those one can go to now: what takes part in the round, with hallway and help desk. */
export function openSpaces(spaces: WorkshopView['spaces']): ListedSpace[] {
  return spacesInOrder(spaces).filter(
    ({ kind, isOn, isHidden }) => !isHidden && (isOn || kind !== 'breakout'),
  )
}

/** One of them, or `undefined` where it is not in sight, or not any more. */
export function spaceById(
  spaces: WorkshopView['spaces'],
  id: string | null | undefined,
): ListedSpace | undefined {
  if (id == null || !Object.hasOwn(spaces, id)) return undefined
  const space = spaces[id]
  return space === undefined ? undefined : { id, ...space }
}

/** *Space 3*, *Hallway*, *Help desk*; *Topic* where it is in no space. */
export function spaceName({ kind, number }: Pick<SlotView, 'kind' | 'number'>): string {
  return kind === 'breakout' ? t('places.breakout', { number }) : t(`places.${kind}`)
}

/** *Space 3 · Leadership*. */
export function spaceTitle(space: Pick<SlotView, 'kind' | 'number' | 'title'>): string {
  const name = spaceName(space)
  return space.title === '' ? name : t('places.titled', { space: name, title: space.title })
}

/** Of a view, what decides how spaces are called. */
interface Naming {
  readonly me: Pick<WorkshopView['me'], 'role'>
  readonly slots: WorkshopView['slots']
}

/** What people call the round that a space is in; 0 where its people only talk, or no round is on. */
function roundOf(slots: WorkshopView['slots'], { board, isOn }: SpaceView): number {
  return isOn && board !== null ? (slots[board]?.round ?? 0) : 0
}

/** What people call the current round; 0 where they only talk in it, as in a check-in, or there is none. */
export function currentRoundNumber({ spaces, slots }: Pick<WorkshopView, 'spaces' | 'slots'>): number {
  return Math.max(0, ...Object.values(spaces).map((space) => roundOf(slots, space)))
}

/** What this person knows a space by: facilitators `R1·3 Leadership`, everybody else *Space 3 · Leadership*. */
export function spaceLabel({ me, slots }: Naming, space: SpaceView): string {
  const round = roundOf(slots, space)
  return me.role === 'facilitator' && space.kind === 'breakout' && round > 0
    ? slotLabel(round, space.number, space.title)
    : spaceTitle(space)
}

/** The same as it is read aloud: no *R one dot three*. */
export function spaceLabelRead({ me, slots }: Naming, space: SpaceView): string {
  return me.role === 'facilitator' ? roundLabelRead(roundOf(slots, space), space) : spaceTitle(space)
}

/** What facilitators hear a space called that is in the round `round`; 0 where it is in none that is counted. */
export function roundLabelRead(round: number, space: SpaceView): string {
  if (space.kind !== 'breakout' || round === 0) return spaceTitle(space)
  const label = t('places.labelRead', { round, number: space.number })
  return space.title === '' ? label : `${label}: ${space.title}`
}

/** Where somebody belongs just now. It only points: nobody is moved. */
export type Belonging =
  /** With everybody in the main room. */
  | { readonly kind: 'main' }
  /** In spaces, which are not open yet. */
  | { readonly kind: 'waiting' }
  /** In the space that they are in. */
  | { readonly kind: 'there'; readonly space: ListedSpace }
  /** In the space that they were sent to and have not gone to. */
  | { readonly kind: 'sent'; readonly space: ListedSpace }
  /** Wherever they like. */
  | { readonly kind: 'choose' }
  /** They are in a space that is not there any more. */
  | { readonly kind: 'lost' }

/** @param wasSeen - whether they have been where they were last sent, or said that they stay elsewhere */
export function belonging(view: WorkshopView, wasSeen: boolean): Belonging {
  const { me, now, spaces } = view
  const here = spaceById(spaces, me.space)
  const sent = spaceById(spaces, me.sent?.space)
  if (me.space !== null && here === undefined && now.ended === null) return { kind: 'lost' }
  if (now.focus === 'main' || now.ended !== null) return { kind: 'main' }
  // What is open still is another activity's: nobody belongs there any more, wherever they are.
  if (!isRoundOpen(view)) return { kind: 'waiting' }
  const isWanted = sent !== undefined && !isTalkedOut(view, sent)
  if (isWanted && sent.id !== here?.id && (here === undefined || !wasSeen))
    return { kind: 'sent', space: sent }
  if (here !== undefined) return { kind: 'there', space: here }
  return { kind: 'choose' }
}

/** Whether what was talked about in a space is over: nobody is led there any more. */
function isTalkedOut({ topics }: WorkshopView, { board }: ListedSpace): boolean {
  const there = Object.values(topics).filter((topic) => board !== null && topic.board === board)
  return there.length > 0 && there.every(({ over }) => over !== null)
}

/** Whether the spaces of the current activity are open: a step goes on in the spaces of an earlier one of its part. */
export function isRoundOpen({ now, stages }: Pick<WorkshopView, 'now' | 'stages'>): boolean {
  if (now.round === 0) return false
  const stage = now.stage === null ? undefined : stages[now.stage]
  if (stage === undefined || now.roundStage === now.stage) return true
  const opened = now.roundStage === null ? undefined : stages[now.roundStage]
  // Spaces that were opened by hand meanwhile belong to nothing else.
  if (opened === undefined) return stage.where !== 'round'
  return stage.where === 'spaces' && stage.part !== '' && stage.part === opened.part
}
