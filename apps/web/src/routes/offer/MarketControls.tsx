import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import type { Command } from '@moot/workshop'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './panel.module.css'
import { SignUpsChoice } from './SignUpsChoice.tsx'

/** How long after one press the next one counts, in ms. */
const SETTLE_MS = 600

/** For facilitators: private writing on and off, turns, all at once, what sign-ups show. They see how many write, and never what. */
export function MarketControls() {
  const { view } = useWorkshop()
  const give = useGive()
  const { confirm, confirmDialog } = useConfirm()
  const [isBusy, setIsBusy] = useState(false)
  const { isDrafting, drafting, turn } = view.market
  const run = async (command: Command, words: string) => {
    setIsBusy(true)
    await give(command, words)
    // Another button stands where this one was: the second press of a double click is not meant for that.
    setTimeout(() => setIsBusy(false), SETTLE_MS)
  }
  const postAll = async () => {
    const isSure = await confirm({
      title: t('offer.postAllTitle'),
      body: t('offer.postAllBody', { count: drafting }),
      action: t('offer.postAll'),
    })
    if (isSure) await run({ type: 'drafts.postAll' }, t('offer.allPosted'))
  }
  return (
    <div className={styles['controls']} role="group" aria-label={t('offer.forFacilitators')}>
      {turn === null && drafting === 0 ? null : (
        <Button
          busy={isBusy}
          onClick={() =>
            void (turn === null
              ? run({ type: 'drafts.takeTurns' }, t('offer.turnsBegin'))
              : run({ type: 'turn.next', draft: turn.draft }, t('offer.isNext')))
          }
        >
          {t(turn === null ? 'offer.takeTurns' : 'offer.next')}
        </Button>
      )}
      <Button
        busy={isBusy}
        onClick={() =>
          void run(
            { type: 'drafts.hold', isOn: !isDrafting },
            t(isDrafting ? 'offer.draftingStopped' : 'offer.draftingStarted'),
          )
        }
      >
        {t(
          isDrafting ? 'offer.stopDrafting' : turn === null ? 'offer.startDrafting' : 'offer.backToDrafting',
        )}
      </Button>
      {/* What publishes asks, and stands behind the others: none of those gives way to it under the pointer. */}
      {(isDrafting && drafting > 0) || turn !== null ? (
        <Button busy={isBusy} onClick={() => void postAll()}>
          {t('offer.postAll')}
        </Button>
      ) : null}
      <SignUpsChoice />
      {confirmDialog}
    </div>
  )
}
