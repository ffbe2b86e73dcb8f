import type { MergeAsk, NoticeView, WorkshopView } from '@moot/workshop'
import { useEffect } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { apart } from '../../text/apart.ts'
import { t } from '../../text/index.ts'
import '../../text/withAttention.ts'
import { Line } from '../attention/Line.tsx'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { isAmong, mainQuestion } from '../workshop/topicsHere.ts'
import { NoticeLines } from './NoticeLines.tsx'
import { noticeWords } from './noticeWords.ts'
import styles from './strip.module.css'
import { openTopicDialog } from './topicDialogs.ts'
import { TurnStrip } from './TurnStrip.tsx'

/** Under the bar of every screen: one's turn, who asks to join topics, what one was told. Nothing where there is none. */
export function TopicStrip() {
  const { view } = useWorkshop()
  const { merges, notices, drafts } = view.me.topics
  const { turn } = view.market
  const draft = turn === null ? undefined : drafts.find(({ id }) => id === turn.draft)
  const asks = merges.filter((ask) => asksMe(view, ask))
  useSaid(view, asks, notices)
  if (draft === undefined && asks.length === 0 && notices.length === 0) return null
  return (
    <div className={styles['strip']} data-topic-strip>
      {turn === null || draft === undefined ? null : <TurnStrip key={draft.id} turn={turn} draft={draft} />}
      {asks.length === 0 && notices.length === 0 ? null : (
        <section aria-label={t('offer.forYou')}>
          {asks.map((ask) => (
            <AskLine key={ask.id} ask={ask} />
          ))}
          {notices.length === 0 ? null : <NoticeLines notices={notices} />}
        </section>
      )}
    </div>
  )
}

/** Whether somebody is asked, not only told. A facilitator who may answer for those who are away finds it on *Topics*. */
const asksMe = (view: WorkshopView, ask: MergeAsk): boolean =>
  isAmong(view, view.topics[ask.other]?.conveners ?? [])

const askWords = (view: WorkshopView, { by, topic, other }: MergeAsk): string =>
  t('offer.asksToJoin', {
    name: apart(view.people[by]?.name ?? ''),
    topic: apart(mainQuestion(view.topics[topic])),
    other: apart(mainQuestion(view.topics[other])),
  })

function AskLine({ ask }: { readonly ask: MergeAsk }) {
  const { view } = useWorkshop()
  return (
    <Line tone="accent" words={askWords(view, ask)}>
      <Button size="small" onClick={() => openTopicDialog({ kind: 'answer', ask: ask.id })}>
        {t('offer.answer')}
      </Button>
    </Line>
  )
}

const said = new Set<string>()

/** Says what is new, each thing once, all of it in one line: two at a time would swallow each other. */
function useSaid(view: WorkshopView, asks: readonly MergeAsk[], notices: readonly NoticeView[]): void {
  useEffect(() => {
    const lines = [
      ...asks.map((ask) => ({ id: ask.id, words: askWords(view, ask) })),
      ...notices.map((notice) => ({ id: notice.id, words: noticeWords(notice, view) })),
    ].filter(({ id }) => !said.has(id))
    if (lines.length === 0) return
    for (const { id } of lines) said.add(id)
    announce([...new Set(lines.map(({ words }) => words))].join(' '))
  }, [view, asks, notices])
}
