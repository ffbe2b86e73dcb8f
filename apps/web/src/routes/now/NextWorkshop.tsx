import { visitOf } from '@moot/client'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPlan.ts'
import { MakeAnother } from '../home/MakeAnother.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'

/**
 * For who facilitates a workshop that has ended: the way to the one that follows it. What it would bring along is shown
 * before it is made.
 */
export function NextWorkshop({ hintClass }: { readonly hintClass?: string | undefined }) {
  const { view, workshopId } = useWorkshop()
  const [isMaking, setIsMaking] = useState(false)
  const visit = visitOf(workshopId)
  if (view.me.role !== 'facilitator' || view.now.ended === null || visit === undefined) return null
  return (
    <>
      <p className={hintClass}>{t('plan.nextHint')}</p>
      <Button onClick={() => setIsMaking(true)}>{t('plan.nextAsk')}</Button>
      {isMaking ? (
        <MakeAnother
          // Its name may have changed since this browser joined.
          from={{ ...visit, title: view.workshop.title }}
          kind="follow"
          onClose={() => setIsMaking(false)}
        />
      ) : null}
    </>
  )
}
