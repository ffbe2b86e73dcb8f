import { useSyncExternalStore } from 'react'
import { t } from '../../text/index.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'

/** How often what is a while ago is looked at again, in ms. */
const TICK_MS = 1_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One timer for all that tick, while any does. */
function onTick(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** *12 s ago*, *2 min ago*, counted on by the server's clock; only the words that change are drawn again. */
export function useAgo(at: number): string {
  const { replica } = useSteadyWorkshop()
  return useSyncExternalStore(onTick, () => agoText(replica.serverNow() - at))
}

/** How long ago something was, in words. */
export function agoText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  if (seconds < 3) return t('spaces.justNow')
  if (seconds < 60) return t('spaces.seconds', { count: seconds })
  if (seconds < 3_600) return t('spaces.minutes', { count: Math.floor(seconds / 60) })
  return t('spaces.hours', { count: Math.floor(seconds / 3_600) })
}

/** *last note 12 s ago*. */
export function LastNote({ at }: { readonly at: number }) {
  return t('spaces.lastNote', { ago: useAgo(at) })
}
