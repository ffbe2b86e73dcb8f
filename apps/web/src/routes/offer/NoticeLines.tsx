import type { NoticeView, WorkshopView } from '@moot/workshop'
import { useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { Line } from '../attention/Line.tsx'
import { useGive } from '../workshop/useGive.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { saidOf } from './DraftKeeper.ts'
import type { Told } from './noticeWords.ts'
import { inOrder } from './noticeWords.ts'
import styles from './strip.module.css'

/**
 * So many are shown as they are; of more, the most pressing, and the others when they are asked for. On a phone, where
 * three would take half of the screen, the style sheet leaves one.
 */
const SHOWN = 3

/** What one was told alone: a few lines, never a wall of them. */
export function NoticeLines({ notices }: { readonly notices: readonly NoticeView[] }) {
  const { view } = useWorkshop()
  const give = useGive()
  const [isUnfolded, setIsUnfolded] = useState(false)
  const told = inOrder(notices, view)
  const isMany = told.length > SHOWN
  const shown = isMany && !isUnfolded ? told.slice(0, 1) : told
  return (
    <>
      <div className={classes(styles['told'], isUnfolded && styles['all'])}>
        {shown.map((each) => (
          <NoticeLine key={each.newest.id} told={each} />
        ))}
      </div>
      {told.length > 1 ? (
        <div className={classes(styles['fold'], !isMany && styles['onPhones'])}>
          <Button
            size="small"
            look="quiet"
            aria-expanded={isUnfolded}
            onClick={() => setIsUnfolded((was) => !was)}
          >
            {isUnfolded ? t('offer.fewerTold') : t('offer.moreTold', { count: told.length - 1 })}
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              void give({ type: 'notices.see', notices: notices.map(({ id }) => id) })
              focusIfLost()
            }}
          >
            {t('offer.allSeen')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function NoticeLine({ told: { words, newest, ids } }: { readonly told: Told }) {
  const { view, workshopId } = useWorkshop()
  const give = useGive()
  const see = () => {
    void give({ type: 'notices.see', notices: [...ids] })
    focusIfLost()
  }
  const draft = view.me.topics.drafts.find(({ id }) => id === newest.topic)
  return (
    <Line tone="plain" words={words} closeWith="ok" onClose={see} isAlwaysShown>
      {draft === undefined ? null : <DraftActions draft={draft} onDone={see} />}
      {view.topics[newest.topic] === undefined ? null : (
        <Button
          size="small"
          onClick={() => {
            see()
            navigate(pathWithin(workshopId, { topic: newest.topic }))
          }}
        >
          {t('offer.seeTopic')}
        </Button>
      )}
    </Line>
  )
}

/** What can be done with a question that was kept: post it, or have another turn while they go on. */
function DraftActions({
  draft,
  onDone,
}: {
  readonly draft: WorkshopView['me']['topics']['drafts'][number]
  readonly onDone: () => void
}) {
  const { view, workshopId } = useWorkshop()
  const give = useGive()
  const [isBusy, setIsBusy] = useState(false)
  const { isDrafting, turn } = view.market
  const isOneOfMany = view.me.topics.drafts.filter(({ owner }) => owner === draft.owner).length > 1
  if (isOneOfMany)
    return (
      <Button
        size="small"
        onClick={() => {
          onDone()
          navigate(pathWithin(workshopId, 'topics'))
        }}
      >
        {t('offer.seeThem')}
      </Button>
    )
  if (isDrafting || draft.question === '') return null
  const post = async () => {
    setIsBusy(true)
    const isDone = await give(
      { type: 'topic.offer', draft: draft.id, ...saidOf(draft) },
      t(turn === null ? 'offer.isOffered' : 'offer.saidLater'),
    )
    setIsBusy(false)
    if (isDone) onDone()
  }
  return (
    <Button size="small" busy={isBusy} onClick={() => void post()}>
      {t(turn === null ? 'offer.postIt' : 'offer.anotherTurn')}
    </Button>
  )
}
