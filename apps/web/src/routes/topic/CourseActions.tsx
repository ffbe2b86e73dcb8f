import { topicResult } from '@moot/protocol'
import type { TopicView } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { focusIfLost } from '../../parts/focusIfLost.ts'
import { useConfirm } from '../../parts/useConfirm.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { toast } from '../boards/toast.tsx'
import { openPlace } from '../topics/placeDialog.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useGive } from '../workshop/useGive.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './topic.module.css'
import { useClock } from './useClock.ts'
import type { Hand } from './who.ts'

/** More time is given in steps of so many minutes. */
const MORE_MINUTES = 5

/** What its conveners, and facilitators for them, do about the course of a topic: starting, ending, more time, going on. */
export function CourseActions({ topic, hand }: { readonly topic: TopicView; readonly hand: Hand }) {
  const { replica, workshopId } = useSteadyWorkshop()
  const give = useGive()
  const { confirm, confirmDialog } = useConfirm()
  const { id, state, ends } = topic
  const mayRun = hand.isConvener || hand.isFacilitator

  const end = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('topic.itsOverTitle'),
      body: t('topic.itsOverBody'),
      action: t('topic.itsOver'),
      cancel: t('topic.notYet'),
    })
    if (isSure && (await give({ type: 'topic.end', topic: id }))) focusIfLost()
  }
  const start = async (): Promise<void> => {
    if (await give({ type: 'topic.start', topic: id })) focusIfLost()
  }
  const goOn = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('topic.continueTitle'),
      body: t('topic.continueBody'),
      action: t('topic.continueDo'),
    })
    if (!isSure) return
    const answer = await replica.command({ type: 'topic.continue', topic: id })
    if (!answer.ok) {
      toast({ words: refusalText(answer) })
      return
    }
    const next = topicResult.safeParse(answer.result)
    if (!next.success) return
    navigate(pathWithin(workshopId, { topic: next.data.topic }))
    openPlace(next.data.topic)
  }

  return (
    <>
      {mayRun && state === 'scheduled' ? (
        <Button onClick={() => void start()}>{t('topic.startNow')}</Button>
      ) : null}
      {mayRun && state === 'running' ? (
        <>
          <Button onClick={() => void end()}>{t('topic.itsOver')}</Button>
          {ends === null ? null : (
            <Button
              onClick={() =>
                void give({ type: 'topic.extend', topic: id, minutes: MORE_MINUTES }, t('topic.moreTimeSaid'))
              }
            >
              {t('topic.moreTime')}
            </Button>
          )}
        </>
      ) : null}
      {hand.isConvener && (state === 'ended' || state === 'reported') ? (
        <Button onClick={() => void goOn()}>{t('topic.continue')}</Button>
      ) : null}
      {hand.isConvener && state === 'withdrawn' ? (
        <Button onClick={() => void give({ type: 'topic.bringBack', topic: id }, t('topic.isBack'))}>
          {t('topic.bringBack')}
        </Button>
      ) : null}
      {confirmDialog}
    </>
  )
}

/** *Take over as convener*, for whoever is in the space once no convener has been there for a while. */
export function TakeOver({ topic }: { readonly topic: TopicView }) {
  const { view } = useWorkshop()
  const { replica } = useSteadyWorkshop()
  const give = useGive()
  const { takeOver } = view.me.topics
  const mine = takeOver?.topic === topic.id ? takeOver : null
  const now = useClock(replica, mine?.from ?? null)
  if (mine === null || mine.from > now) return null
  const take = async (): Promise<void> => {
    if (await give({ type: 'topic.takeOver', topic: topic.id }, t('topic.takenOver'))) focusIfLost()
  }
  return (
    <div className={styles['takeOver']}>
      <p>{t('topic.takeOverHint')}</p>
      <Button onClick={() => void take()}>{t('topic.takeOver')}</Button>
    </div>
  )
}
