/** Following the facilitator who invited everybody to their place on a board: by those who pressed, until they stop. */
import type { BoardReplica, SeenBox } from '@moot/client'
import type { WorkshopView } from '@moot/workshop'
import { create } from 'zustand'

/** An invitation to the inviter's place on a board. */
export type HereInvitation = Extract<
  NonNullable<WorkshopView['now']['invitation']>,
  { readonly kind: 'here' }
>

interface Following {
  /** The invitation that is being followed, by when it was made. */
  readonly at: number | undefined
  /** One that somebody followed and has stopped. */
  readonly stopped: number | undefined
}

/** This page's own: another tab of the same person follows by itself or not at all. */
export const useFollowing = create<Following>()(() => ({ at: undefined, stopped: undefined }))

/** Follows from now on. */
export function follow({ at }: HereInvitation): void {
  useFollowing.setState({ at, stopped: undefined })
}

/** Stops following; the invitation stands, and can be taken again. */
export function stopFollowing(): void {
  const { at } = useFollowing.getState()
  if (at !== undefined) useFollowing.setState({ at: undefined, stopped: at })
}

/** The invitation that stands, if it is to a place on a board that is in sight. */
export function hereInvitation({
  now,
  boards,
}: Pick<WorkshopView, 'now' | 'boards'>): HereInvitation | undefined {
  const { invitation } = now
  if (invitation?.kind !== 'here') return undefined
  const board = boards[invitation.board]
  return board === undefined || board.gone !== undefined ? undefined : invitation
}

/** What the inviter looks at just now: of several tabs of theirs the one that showed something last. */
export function ledView(
  { presence }: Pick<BoardReplica, 'presence'>,
  clients: WorkshopView['clients'],
  inviter: string,
): SeenBox | undefined {
  let found: SeenBox | undefined
  for (const [client, { view }] of presence.others) {
    if (view !== undefined && clients[String(client)] === inviter) found = view
  }
  return found
}

interface Sized {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The section that a part of a board is about: the one most of it shows; `undefined` where it shows none. */
export function sectionInView<T extends Sized>(regions: Iterable<T>, view: SeenBox): T | undefined {
  let best: { readonly region: T; readonly shown: number } | undefined
  for (const region of regions) {
    const w = Math.min(region.x + region.w, view.x + view.w) - Math.max(region.x, view.x)
    const h = Math.min(region.y + region.h, view.y + view.h) - Math.max(region.y, view.y)
    if (w <= 0 || h <= 0) continue
    // What is shown whole counts by how near the middle it is: all of a board at once is about its middle.
    const dx = region.x + region.w / 2 - view.x - view.w / 2
    const dy = region.y + region.h / 2 - view.y - view.h / 2
    const shown = w * h - Math.hypot(dx, dy)
    if (best === undefined || shown > best.shown) best = { region, shown }
  }
  return best?.region
}

/** How many are at the board, of how many who are in the workshop besides the inviter. */
export function countHere(
  people: WorkshopView['people'],
  { board, by }: HereInvitation,
): { readonly here: number; readonly all: number } {
  const connected = Object.entries(people).flatMap(([id, { at, isTrial }]) =>
    at === null || id === by || isTrial === true ? [] : [at],
  )
  return { here: connected.filter((at) => at.board === board).length, all: connected.length }
}
