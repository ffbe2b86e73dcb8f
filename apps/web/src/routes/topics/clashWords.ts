/** What is said where whoever offers a topic offers another one in the same round (OS-7). */
import type { TopicView, WorkshopView } from '@moot/workshop'
import { apart } from '../../text/apart.ts'
import { t } from '../../text/index.ts'
import '../../text/withTopics.ts'
import { listOf, mainQuestion, namesOf } from '../workshop/topicsHere.ts'
import { clashes } from './grid.ts'
import type { Row } from './rows.ts'
import { roundName } from './rows.ts'

/** A line beside the places of that round, and what is asked before one of them is taken; undefined where nobody would be in two. */
export function clashWords(
  view: Pick<WorkshopView, 'topics' | 'people' | 'me'>,
  topic: Pick<TopicView, 'id' | 'conveners'>,
  row: Row,
): { readonly beside: string; readonly asked: string } | undefined {
  const others = clashes(view.topics, topic, row.id)
  if (others.length === 0) return undefined
  const both = topic.conveners.filter((person) => others.some(({ conveners }) => conveners.includes(person)))
  const questions = listOf(
    others.map((other) => t('topics.quoted', { question: apart(mainQuestion(other)) })),
  )
  const round = roundName(row)
  if (both.every((person) => person === view.me.person))
    return {
      beside: t('topics.clashIn_you', { questions }),
      asked: t('topics.clashBody_you', { questions, round }),
    }
  const said = { names: namesOf(view, both), count: both.length, questions }
  return { beside: t('topics.clashIn', said), asked: t('topics.clashBody', { ...said, round }) }
}
