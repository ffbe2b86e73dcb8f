/** Which dialog about offering topics is open: asked for from cards, topic pages, *Now* and the strips under the bar. */
import { create } from 'zustand'

/** A dialog and what it is about; ids as in the view. */
export type TopicDialog =
  /** A new topic, or the draft named. */
  | { readonly kind: 'offer'; readonly draft?: string }
  | {
      readonly kind: 'edit' | 'split' | 'withdraw' | 'conveners' | 'start' | 'end' | 'goOn'
      readonly topic: string
    }
  /** `other`: the one to join it with, where that is known already. */
  | { readonly kind: 'join'; readonly topic: string; readonly other?: string }
  /** Answering somebody who asks to join their topic with one's own. */
  | { readonly kind: 'answer'; readonly ask: string }

/** For `Offering`, which shows it: the dialog, the workshop whose page asked for it, and what had the focus before. */
export const useTopicDialog = create<{
  readonly dialog: TopicDialog | undefined
  /** Path of the workshop, as in the address: in another one the dialog is not shown. */
  readonly within: string
  readonly opener: HTMLElement | null
}>()(() => ({ dialog: undefined, within: '', opener: null }))

/** Opens it, on whichever screen. From a menu call it through `afterMenu`, or the focus is lost afterwards. */
export function openTopicDialog(dialog: TopicDialog): void {
  const { activeElement } = document
  useTopicDialog.setState({
    dialog,
    within: location.pathname.split('/').slice(0, 3).join('/'),
    opener: activeElement instanceof HTMLElement ? activeElement : null,
  })
}

/** Closes whichever it is. What opened it stays known: the dialog gives the focus back after this. */
export const closeTopicDialog = (): void => useTopicDialog.setState({ dialog: undefined })
