/** Which dialog of the spaces is open: asked for from the Run panel, from *Before you start* and from the screen itself. */
import type { Fill } from '@moot/workshop'
import { create } from 'zustand'

/** What *Open breakouts* begins with, where the asker knows: from a running order, say. */
export interface SpacesPrefill {
  readonly count?: number
  /** A template of boards, '' for none. */
  readonly template?: string
  readonly fill?: Fill
  readonly question?: string
  readonly titles?: readonly string[]
}

/** A dialog and what it is about. */
export type SpacesDialog =
  | { readonly kind: 'open'; readonly prefill: SpacesPrefill }
  | { readonly kind: 'video' | 'list' | 'place' | 'openSpace' }
  | { readonly kind: 'change'; readonly space: string }

/** For `SpacesHost`: the dialog, the workshop whose page asked for it, and what had the focus before. */
export const useSpacesDialog = create<{
  readonly dialog: SpacesDialog | undefined
  /** Path of the workshop, as in the address: in another one the dialog is not shown. */
  readonly within: string
  readonly opener: HTMLElement | null
}>()(() => ({ dialog: undefined, within: '', opener: null }))

function show(dialog: SpacesDialog): void {
  const { activeElement } = document
  useSpacesDialog.setState({
    dialog,
    within: location.pathname.split('/').slice(0, 3).join('/'),
    opener: activeElement instanceof HTMLElement ? activeElement : null,
  })
}

/** *Open breakouts…* */
export const openSpaces = (prefill: SpacesPrefill = {}): void => show({ kind: 'open', prefill })

/** *Open space…*: a marketplace, rounds and spaces. */
export const setUpOpenSpace = (): void => show({ kind: 'openSpace' })

/** *Video rooms…* */
export const openVideoRooms = (): void => show({ kind: 'video' })

/** The list of people by room, to be copied. */
export const openRoomList = (): void => show({ kind: 'list' })

/** *People in spaces…* */
export const openPlacing = (): void => show({ kind: 'place' })

/** *Rename…* of one space. */
export const openSpaceChange = (space: string): void => show({ kind: 'change', space })

/** Closes whichever it is. What opened it stays known: the dialog gives the focus back after this. */
export const closeSpacesDialog = (): void => useSpacesDialog.setState({ dialog: undefined })
