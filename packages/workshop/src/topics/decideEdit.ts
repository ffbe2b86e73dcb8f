/** Judging changes to the words of a topic: its questions and its pitch. */
import type { Moment } from '../decideBoard.ts'
import { given } from '../changed.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, entryOf, refuse, tooLong } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { currentRound } from '../spaces.ts'
import type { Person, Workshop } from '../state.ts'
import { QUESTION_MAX } from '../state.ts'
import { cleanLine } from '../typed.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { acted } from './notices.ts'
import { mainQuestion, questionTitle } from './openTopics.ts'
import type { Topic } from './topic.ts'
import { TOPIC_PITCH_MAX } from './topic.ts'
import { standingWhileAway } from './whoMay.ts'

/** Judges `topic.edit`. What it said before is kept in the topic's record. */
export function decideEdit(
  workshop: Workshop,
  topic: Topic,
  command: Extract<TopicsCommand, { type: 'topic.edit' }>,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const standing = standingWhileAway(workshop, actor, topic, moment)
  if (typeof standing !== 'string') return standing
  if (topic.state === 'merged' || topic.state === 'withdrawn')
    return refuse('no_such_topic', 'This topic is not on the grid any more.')
  if (topic.state === 'continued')
    return refuse('topic_over', 'This topic goes on as another one. Change the words there.')
  const change = changeOf(topic, command)
  if ('ok' in change) return change
  if (Object.keys(change).length === 0) return accept()
  const edited: WorkshopEvent = { type: 'topic.edited', topic: topic.id, ...change, by: actor.id }
  return accept(
    edited,
    ...whereItMeets(workshop, topic, change.question),
    ...acted(workshop, topic, { standing, actor: actor.id, what: 'edited' }, moment),
  )
}

type Change = Pick<Extract<WorkshopEvent, { type: 'topic.edited' }>, 'question' | 'pitch' | 'template'>

function changeOf(
  topic: Topic,
  { question: id, text: typed, pitch: typedPitch, template }: Extract<TopicsCommand, { type: 'topic.edit' }>,
): Change | Refusal {
  const question = id === undefined ? topic.questions[0] : topic.questions.find((each) => each.id === id)
  if (question === undefined)
    return refuse('no_such_question', 'That question is not in this topic any more.')
  const text = typed === undefined ? question.text : cleanLine(typed)
  const pitch = typedPitch === undefined ? topic.pitch : cleanLine(typedPitch)
  if (text === '') return refuse('words_missing', 'A topic needs a question.')
  if (text.length > QUESTION_MAX) return tooLong(QUESTION_MAX)
  if (pitch.length > TOPIC_PITCH_MAX) return tooLong(TOPIC_PITCH_MAX)
  return given({
    question: text === question.text ? undefined : { id: question.id, text },
    pitch: pitch === topic.pitch ? undefined : pitch,
    // A board that is there stays as it is.
    template: template === topic.template || topic.board !== null ? undefined : template,
  })
}

/** The space where it goes on asks as the topic does, and its board is called so, unless that has a name of its own. */
function whereItMeets(workshop: Workshop, topic: Topic, changed: Change['question']): WorkshopEvent[] {
  if (changed === undefined || changed.id !== topic.questions[0]?.id || topic.board === null) return []
  const board = entryOf(workshop.boards, topic.board)
  const before = questionTitle(mainQuestion(topic))
  const title = questionTitle(changed.text)
  const slot = currentRound(workshop)?.slots.find((each) => each.board === topic.board)
  return [
    ...(slot === undefined
      ? []
      : [{ type: 'slot.changed' as const, space: slot.space, title, question: changed.text }]),
    ...(board?.title !== before || title === before
      ? []
      : [{ type: 'board.renamed' as const, board: board.id, title }]),
  ]
}
