import { useEffect, useRef } from 'react'
import { announce } from '../../parts/announce.ts'
import { Chip } from '../../parts/Chip.tsx'
import { t } from '../../text/index.ts'
import type { DeskStatus } from './ReportDesk.ts'

/** *Saved*, *Saving…*, *Not saved yet*. It changes as one types, so only losing the connection and having it back are said. */
export function DeskState({ status: { state, why } }: { readonly status: DeskStatus }) {
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
