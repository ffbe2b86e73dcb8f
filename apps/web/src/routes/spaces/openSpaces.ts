/** Asking for the dialog that opens spaces: from *Run*, from *Spaces*, from anywhere in the frame. */
import type { Fill } from '@moot/workshop'
import { create } from 'zustand'

/** What the dialog begins with; the usual where it is left out: six or as many as suit those who are here, at random. */
export interface SpacesPrefill {
  readonly count?: number
  /** Template of each space's board, '' for none. */
  readonly template?: string
  readonly question?: string
  readonly fill?: Fill
}

/** What it was opened with, or closed. */
export const useOpenSpaces = create<{ readonly asked: SpacesPrefill | undefined }>()(() => ({
  asked: undefined,
}))

/** Opens the dialog. */
export function openSpaces(prefill: SpacesPrefill = {}): void {
  useOpenSpaces.setState({ asked: prefill })
}

/** Closes it. */
export function closeOpenSpaces(): void {
  useOpenSpaces.setState({ asked: undefined })
}
