import type { MarketView, MyTopicsView } from '@moot/workshop'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { t } from '../../text/index.ts'
import { toast } from '../boards/toast.tsx'
import { useGive } from '../workshop/useGive.ts'
import { openPlace } from '../topics/placeDialog.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import { topicResult } from '@moot/protocol'
import { refusalText } from '../../text/refusalText.ts'
import { openTopicDialog } from './topicDialogs.ts'
import styles from './strip.module.css'
import { useSecondsSince } from './useSecondsSince.ts'

/** How long saying a question takes, in seconds: a guide that cuts nobody off. */
const GUIDE_S = 30

/** One's own turn to say a question, or the turn of somebody whom one writes for: on every screen until it is over. */
export function TurnStrip({
  turn,
  draft,
}: {
  readonly turn: NonNullable<MarketView['turn']>
  readonly draft: MyTopicsView['drafts'][number]
}) {
  const { view } = useWorkshop()
  const { replica } = useSteadyWorkshop()
  const give = useGive()
  const [isBusy, setIsBusy] = useState(false)
  const isOwn = draft.owner === view.me.person
  const name = view.people[draft.owner]?.name ?? ''
  const title = isOwn ? t('offer.yourTurn') : t('offer.turnFor', { name })

  const post = async () => {
    setIsBusy(true)
    const answer = await replica.command({ type: 'turn.take', draft: draft.id, how: 'post' })
    setIsBusy(false)
    if (!answer.ok) {
      toast({ words: refusalText(answer) })
      return
    }
    const made = topicResult.safeParse(answer.result)
    toast({
      words: t('offer.isOffered'),
      ...(made.success && {
        action: {
          label: t('offer.placeIt'),
          run: () => openPlace(made.data.topic),
          holds: () => replica.store.getState().view?.topics[made.data.topic]?.state === 'posted',
        },
      }),
    })
    focusIfLost()
  }
  const leave = async (how: 'later' | 'pass') => {
    setIsBusy(true)
    const isDone = await give(
      { type: 'turn.take', draft: draft.id, how },
      t(how === 'later' ? 'offer.saidLater' : 'offer.passed'),
    )
    setIsBusy(false)
    if (isDone) focusIfLost()
  }
  return (
    <section className={styles['turn']} aria-label={title} tabIndex={-1} data-turn={draft.id}>
      {/* Said at once, also while a dialog is open: who is waited for should hear of it. */}
      <p role="alert" aria-live="assertive" className={styles['title']}>
        {title}
      </p>
      <p className={styles['question']} dir="auto">
        {draft.question}
      </p>
      {draft.pitch === '' ? null : (
        <p className={styles['pitch']} dir="auto">
          {draft.pitch}
        </p>
      )}
      <div className={styles['actions']}>
        <Button look="primary" busy={isBusy} onClick={() => void post()}>
          {t('offer.postIt')}
        </Button>
        <Button busy={isBusy} onClick={() => void leave('later')}>
          {t('offer.later')}
        </Button>
        <Button busy={isBusy} onClick={() => void leave('pass')}>
          {t('offer.pass')}
        </Button>
        <Button look="quiet" onClick={() => openTopicDialog({ kind: 'offer', draft: draft.id })}>
          {t('offer.editDraft')}
        </Button>
        <Guide at={turn.at} />
      </div>
    </section>
  )
}

function Guide({ at }: { readonly at: number }) {
  const seconds = useSecondsSince(at)
  return <p className={styles['guide']}>{t(seconds < GUIDE_S ? 'offer.guide' : 'offer.guideOver')}</p>
}
