import { useEffect, useRef, useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Chip } from '../../parts/Chip.tsx'
import { t } from '../../text/index.ts'
import type { DeskState as State, DeskStatus } from './ReportDesk.ts'

/** Saving that takes so long is no saving: a line that is cut is noticed late, in ms. */
const SLOW_MS = 4_000

/** *Saved*, *Saving…*, *Not saved yet*. It changes as one types, so only losing the connection and having it back are said. */
export function DeskState({ status }: { readonly status: DeskStatus }) {
  const { why } = status
  const state = useIsSlow(status.state) ? 'notSaved' : status.state
  const wasLost = useRef(false)
  const isLost = state === 'notSaved' || state === 'refused'
  const words =
    state === 'saved'
      ? t('topic.saved')
      : state === 'saving'
        ? t('topic.saving')
        : state === 'notSaved'
          ? t('topic.notSaved')
          : t('topic.refused', { why })
  useEffect(() => {
    if (isLost && !wasLost.current) announce(words)
    if (wasLost.current && state === 'saved') announce(t('topic.savedAgain'))
    if (isLost || state === 'saved') wasLost.current = isLost
  }, [isLost, state, words])
  return (
    <Chip
      role="status"
      aria-live="off"
      data-report={state}
      tone={isLost ? 'attention' : 'plain'}
      dot={state === 'saved' ? 'good' : isLost ? 'bad' : 'waiting'}
    >
      {words}
    </Chip>
  )
}

/** Whether it has been saving for too long. */
function useIsSlow(state: State): boolean {
  const isSaving = state === 'saving'
  const [isSlow, setSlow] = useState(false)
  if (!isSaving && isSlow) setSlow(false)
  useEffect(() => {
    if (!isSaving) return
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [isSaving])
  return isSaving && isSlow
}
