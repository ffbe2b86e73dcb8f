import type { MyTopicsView } from '@moot/workshop'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'
import { useRunInSight } from '../run/runInSight.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { HowItWorks } from './HowItWorks.tsx'
import { MarketControls } from './MarketControls.tsx'
import { Merges } from './Merges.tsx'
import { SignUpsChoice } from './SignUpsChoice.tsx'
import { openTopicDialog } from './topicDialogs.ts'
import styles from './panel.module.css'
import { saidOf } from './DraftKeeper.ts'

/** On the Topics screen under its head: how it works, writing privately, whose turn it is, what one has not posted. */
export function OfferingPanel() {
  const { view } = useWorkshop()
  const { isDrafting, turn } = view.market
  const isRunInSight = useRunInSight()
  const stage = view.now.stage === null ? undefined : view.stages[view.now.stage]
  // During the marketplace the *Run* panel has the same controls, and only then.
  const isTwice = isRunInSight && stage?.kind === 'marketplace' && view.now.ended === null
  const isForMe = view.me.role === 'facilitator' && !isTwice
  const isRound = stage?.where === 'round'
  return (
    <div className={styles['panel']}>
      <HowItWorks />
      {turn !== null || isDrafting ? (
        <section className={styles['state']} aria-label={t('offer.howOffered')}>
          {turn === null ? <Writing /> : <Turn />}
          {isForMe ? <MarketControls /> : null}
        </section>
      ) : !isForMe ? null : isRound ? (
        <div className={styles['controls']}>
          <SignUpsChoice />
        </div>
      ) : (
        <MarketControls />
      )}
      <OwnDrafts />
      <Merges />
    </div>
  )
}

/** While all write privately: how many, and that nobody sees what. */
function Writing() {
  const { view } = useWorkshop()
  return (
    <div>
      {/* Not said as it changes: with forty people who begin to write it would not stop. */}
      <p className={styles['fact']} data-drafting={view.market.drafting}>
        {t('offer.writing', { count: view.market.drafting })}
      </p>
      <p className={styles['aside']}>{t('offer.nobodySees')}</p>
    </div>
  )
}

/** Whose turn it is, for everybody. */
function Turn() {
  const { view } = useWorkshop()
  const { turn } = view.market
  if (turn === null) return null
  const name = view.people[turn.person]?.name ?? ''
  const isOwn = turn.person === view.me.person
  return (
    <p className={styles['fact']} aria-live="polite" data-turn-of={turn.person}>
      {isOwn ? t('offer.ownTurn') : t('offer.turnOf', { name })}
      <span className={styles['toCome']}>
        {turn.after === 0 ? t('offer.noneToCome') : t('offer.toCome', { count: turn.after })}
      </span>
    </p>
  )
}

/** What one, or somebody whom one writes for, has written and not posted. */
function OwnDrafts() {
  const { view } = useWorkshop()
  // The one whose turn it is stands under the bar, with what can be done then.
  const drafts = view.me.topics.drafts.filter(({ id }) => id !== view.market.turn?.draft)
  if (drafts.length === 0) return null
  return (
    <section className={styles['drafts']} aria-labelledby="own-drafts">
      <h2 id="own-drafts" className={styles['heading']}>
        {t('offer.ownDrafts', { count: drafts.length })}
      </h2>
      <ul>
        {drafts.map((draft) => (
          <OwnDraft key={draft.id} draft={draft} />
        ))}
      </ul>
    </section>
  )
}

function OwnDraft({ draft }: { readonly draft: MyTopicsView['drafts'][number] }) {
  const { view } = useWorkshop()
  const give = useGive()
  const { confirm, confirmDialog } = useConfirm()
  const [isBusy, setIsBusy] = useState(false)
  const { isDrafting, turn } = view.market
  const words = draft.question === '' ? draft.pitch : draft.question
  const discard = async () => {
    const isSure = await confirm({
      title: t('offer.discardTitle'),
      body: words,
      action: t('offer.discard'),
      isDangerous: true,
    })
    if (isSure && (await give({ type: 'draft.discard', draft: draft.id }, t('offer.discarded'))))
      focusIfLost()
  }
  const post = async () => {
    setIsBusy(true)
    const isDone = await give(
      { type: 'topic.offer', draft: draft.id, ...saidOf(draft) },
      t('offer.isOffered'),
    )
    setIsBusy(false)
    if (isDone) focusIfLost()
  }
  return (
    <li className={styles['draft']}>
      <span className={styles['words']} dir="auto">
        {words}
        {draft.owner === view.me.person ? null : (
          <span className={styles['aside']}>
            {' '}
            {t('offer.draftFor', { name: view.people[draft.owner]?.name ?? '' })}
          </span>
        )}
      </span>
      <span className={styles['buttons']}>
        {isDrafting || turn !== null || draft.question === '' ? null : (
          <Button size="small" busy={isBusy} aria-label={t('offer.postWhich', { words })} onClick={post}>
            {t('offer.postIt')}
          </Button>
        )}
        <Button
          size="small"
          aria-label={t('offer.editWhich', { words })}
          onClick={() => openTopicDialog({ kind: 'offer', draft: draft.id })}
        >
          {t('offer.editDraft')}
        </Button>
        <Button
          size="small"
          look="quiet"
          aria-label={t('offer.discardWhich', { words })}
          onClick={() => void discard()}
        >
          {t('offer.discard')}
        </Button>
      </span>
      {confirmDialog}
    </li>
  )
}
