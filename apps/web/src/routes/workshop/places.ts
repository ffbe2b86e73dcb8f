/** The places of a workshop: what they are called, and where somebody belongs just now. */
import type { SpaceView, WorkshopView } from '@moot/workshop'
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

/** *Space 3*, *Hallway*, *Help desk*. */
export function spaceName({ kind, number }: Pick<SpaceView, 'kind' | 'number'>): string {
  return kind === 'breakout' ? t('places.breakout', { number }) : t(`places.${kind}`)
}

/** *Space 3 · Leadership*. */
export function spaceTitle(space: Pick<SpaceView, 'kind' | 'number' | 'title'>): string {
  const name = spaceName(space)
  return space.title === '' ? name : t('places.titled', { space: name, title: space.title })
}

/** Of a view, what decides how spaces are called. */
interface Naming {
  readonly me: Pick<WorkshopView['me'], 'role'>
  readonly now: Pick<WorkshopView['now'], 'round'>
}

/** What this person knows a space by: facilitators `R1·3 Leadership`, everybody else *Space 3 · Leadership*. */
export function spaceLabel({ me, now }: Naming, space: SpaceView): string {
  return me.role === 'facilitator' && space.kind === 'breakout' && space.isOn
    ? slotLabel(now.round, space.number, space.title)
    : spaceTitle(space)
}

/** The same as it is read aloud: no *R one dot three*. */
export function spaceLabelRead({ me, now }: Naming, space: SpaceView): string {
  if (me.role !== 'facilitator' || space.kind !== 'breakout' || !space.isOn) return spaceTitle(space)
  const label = t('places.labelRead', { round: now.round, number: space.number })
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
  if (sent !== undefined && sent.id !== here?.id && (here === undefined || !wasSeen))
    return { kind: 'sent', space: sent }
  if (here !== undefined) return { kind: 'there', space: here }
  return isRoundOpen(view) ? { kind: 'choose' } : { kind: 'waiting' }
}

/** Whether the spaces of the current activity are open: a step goes on in the spaces of an earlier one of its part. */
export function isRoundOpen({ now, stages }: WorkshopView): boolean {
  if (now.round === 0) return false
  const stage = now.stage === null ? undefined : stages[now.stage]
  if (stage === undefined || now.roundStage === now.stage) return true
  const opened = now.roundStage === null ? undefined : stages[now.roundStage]
  // Spaces that were opened by hand meanwhile belong to nothing else.
  if (opened === undefined) return stage.where !== 'round'
  return stage.where === 'spaces' && stage.part !== '' && stage.part === opened.part
}
