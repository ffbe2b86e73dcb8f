/** Judging how a topic is split: a question and chosen notes go on as a topic of their own (OS-9). */
import { boardsInSight } from '../boardOrder.ts'
import type { Moment } from '../decideBoard.ts'
import { boardsLeft, freeTitle, NO_SUCH_BOARD, TOO_MANY_BOARDS } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, entryOf, isRefusal, refuse, tooLong } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { assistedBy, onRoster } from '../roster.ts'
import type { Person, Workshop } from '../state.ts'
import { QUESTION_MAX } from '../state.ts'
import { cleanLine } from '../typed.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { acted, told } from './notices.ts'
import { questionTitle } from './openTopics.ts'
import { withPlace } from './placeNew.ts'
import type { Question, Topic } from './topic.ts'
import { NO_SUCH_TOPIC, noFurtherTopic, topicHere } from './topicHere.ts'
import type { Standing } from './whoMay.ts'
import { standingWhileAway } from './whoMay.ts'

type Split = Extract<TopicsCommand, { type: 'topic.split' }>
type Asked = Extract<WorkshopEvent, { type: 'topic.split' }>['question']

/** Judges `topic.split` by somebody whose role may give it. */
export function decideSplit(
  workshop: Workshop,
  command: Split,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const parent = topicHere(workshop, command.topic)
  if (parent === undefined) return NO_SUCH_TOPIC
  const standing = standingWhileAway(workshop, actor, parent, moment)
  if (typeof standing !== 'string') return standing
  const no = notDivisible(parent)
  if (no !== undefined) return no
  const convener = convenerOf(workshop, parent, standing, actor)
  const full = noFurtherTopic(workshop, convener)
  if (full !== undefined) return full
  const asked = questionOf(parent, command, moment)
  if (isRefusal(asked)) return asked
  const notes = [...new Set(command.notes)]
  const board = notes.length === 0 ? [] : boardFor(workshop, parent, asked.text, moment)
  if (isRefusal(board)) return board
  const child = moment.newId()
  const events: readonly WorkshopEvent[] = [
    ...board,
    {
      type: 'topic.split',
      topic: parent.id,
      child,
      question: asked,
      convener,
      board: board[0]?.board ?? null,
      notes,
      isMoved: command.isMoved,
      by: actor.id,
      ...(command.isMoved && board.length > 0 && { errand: moment.newId() }),
    },
    ...asker(workshop, { parent, child, asked, convener }, actor, moment),
    ...acted(workshop, parent, { standing, actor: actor.id, what: 'split' }, moment),
  ]
  const placed = withPlace(workshop, events, { topic: child, place: command.place, by: actor.id }, moment)
  return isRefusal(placed) ? placed : accept(...placed)
}

/** Why a topic is not split any more, or `undefined` where it can be: during its round and after it too. */
function notDivisible({ state }: Topic): Refusal | undefined {
  if (state === 'continued')
    return refuse('topic_over', 'That topic goes on as another one. Split that instead.')
  return state === 'merged' || state === 'withdrawn' ? NO_SUCH_TOPIC : undefined
}

/** One of its questions, as long as another remains, or a new one. */
function questionOf(parent: Topic, { question: id, text }: Split, { newId }: Moment): Asked | Refusal {
  if (id !== undefined) {
    const question = parent.questions.find((each) => each.id === id)
    if (question === undefined)
      return refuse('no_such_question', 'That question is not in this topic any more.')
    if (parent.questions.length === 1)
      return refuse(
        'no_such_question',
        'It is the only question of this topic. Type another one for the new topic.',
      )
    return { id, text: question.text, isTaken: true }
  }
  const words = cleanLine(text ?? '')
  if (words === '') return refuse('words_missing', 'Write the question of the new topic.')
  return words.length > QUESTION_MAX ? tooLong(QUESTION_MAX) : { id: newId(), text: words, isTaken: false }
}

/** A board for chosen notes, of the kind that they were on: sections stay what they are. */
function boardFor(
  workshop: Workshop,
  parent: Topic,
  question: string,
  { newId }: Moment,
): readonly Extract<WorkshopEvent, { type: 'board.added' }>[] | Refusal {
  const from = parent.board === null ? undefined : entryOf(workshop.boards, parent.board)
  if (from?.gone !== null) return NO_SUCH_BOARD
  if (boardsLeft(workshop) < 1) return TOO_MANY_BOARDS
  const title = freeTitle(boardsInSight(workshop.boards), questionTitle(question))
  return [{ type: 'board.added', board: newId(), doc: newId(), title, template: from.template }]
}

/** Who splits it off convenes it; a helper does so for whom they help, a facilitator for those who are away. */
function convenerOf(workshop: Workshop, parent: Topic, standing: Standing, actor: Person): string {
  const [first = actor.id] = parent.conveners
  if (standing === 'facilitator') return first
  if (parent.conveners.includes(actor.id)) return actor.id
  const helped = assistedBy(workshop, actor.id).find(({ id }) => parent.conveners.includes(id))
  return helped?.id ?? first
}

interface Child {
  readonly parent: Topic
  readonly child: string
  readonly asked: Asked
  readonly convener: string
}

/** A question goes nowhere without who asked it, while they convene it. */
function asker(
  workshop: Workshop,
  { parent, child, asked, convener }: Child,
  actor: Person,
  moment: Moment,
): WorkshopEvent[] {
  const question: Question | undefined = parent.questions.find(({ id }) => asked.isTaken && id === asked.id)
  if (question === undefined || question.by === convener) return []
  if (!parent.conveners.includes(question.by) || onRoster(workshop, question.by) === undefined) return []
  return [
    { type: 'topic.convened', topic: child, person: question.by, isOn: true, how: 'named', by: actor.id },
    ...told(
      workshop,
      { kind: 'convened', to: [question.by], topic: child, other: parent.id, by: actor.id },
      moment,
    ),
  ]
}
