import type { Visit } from '@moot/client'
import { useEffect, useEffectEvent } from 'react'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'

/** Asks before this browser forgets one workshop, or all of them. */
export function Forgetting({
  what,
  onAnswer,
}: {
  readonly what: Visit | 'all'
  readonly onAnswer: (isSure: boolean) => Promise<void>
}) {
  const { confirm, confirmDialog } = useConfirm()
  const answer = useEffectEvent(onAnswer)
  useEffect(() => {
    let isCurrent = true
    const isFacilitator = what !== 'all' && what.facilitatorKey !== undefined
    void confirm({
      title:
        what === 'all'
          ? t('home.forgetAllTitle')
          : t('home.forgetTitle', { title: what.title || t('home.untitled') }),
      body: (
        <>
          <p>{what === 'all' ? t('home.forgetAllBody') : t('home.forgetBody')}</p>
          {isFacilitator ? <p>{t('home.forgetFacilitator')}</p> : null}
        </>
      ),
      action: what === 'all' ? t('home.forgetAll') : t('home.forget'),
      isDangerous: true,
    }).then((isSure) => (isCurrent ? answer(isSure) : undefined))
    return () => {
      isCurrent = false
    }
  }, [what, confirm])
  return confirmDialog
}
