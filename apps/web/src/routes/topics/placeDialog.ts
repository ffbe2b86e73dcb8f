/** Which topic is being placed or swapped: asked for from cards, topic pages and menus on any screen. */
import { create } from 'zustand'

/** What is asked. */
export interface PlaceAsk {
  readonly kind: 'place' | 'swap'
  readonly topic: string
}

/** For `PlaceHost`: the question, the workshop whose page asked for it, and what had the focus before. */
export const usePlaceDialog = create<{
  readonly ask: PlaceAsk | undefined
  /** Path of the workshop, as in the address: in another one the dialog is not shown. */
  readonly within: string
  readonly opener: HTMLElement | null
}>()(() => ({ ask: undefined, within: '', opener: null }))

function show(ask: PlaceAsk): void {
  const { activeElement } = document
  usePlaceDialog.setState({
    ask,
    within: location.pathname.split('/').slice(0, 3).join('/'),
    opener: activeElement instanceof HTMLElement ? activeElement : null,
  })
}

/** *Place…* or *Move…* of a topic. From a menu call it through `afterMenu`, or the focus is lost afterwards. */
export const openPlace = (topic: string): void => show({ kind: 'place', topic })

/** *Swap with…* of a topic. */
export const openSwap = (topic: string): void => show({ kind: 'swap', topic })

/** Closes it. What opened it stays known: the dialog gives the focus back after this. */
export const closePlace = (): void => usePlaceDialog.setState({ ask: undefined })
