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
    setIsBusy(false)
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
      {turn === null ? null : (
        <Button
          busy={isBusy}
          onClick={() => void run({ type: 'turn.next', draft: turn.draft }, t('offer.isNext'))}
        >
          {t('offer.next')}
        </Button>
      )}
      {turn !== null || !isDrafting || drafting === 0 ? null : (
        <Button busy={isBusy} onClick={() => void run({ type: 'drafts.takeTurns' }, t('offer.turnsBegin'))}>
          {t('offer.takeTurns')}
        </Button>
      )}
      {(isDrafting && drafting > 0) || turn !== null ? (
        <Button busy={isBusy} onClick={() => void postAll()}>
          {t('offer.postAll')}
        </Button>
      ) : null}
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
      <SignUpsChoice />
      {confirmDialog}
    </div>
  )
}
