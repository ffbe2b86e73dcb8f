/** Topics for tests of screens. */
import type { TopicView } from '@moot/workshop'

/** A topic that Ama offered and that has no place yet. @param parts - what the test is about */
export function topicWith(id: string, parts: Partial<TopicView> = {}): TopicView {
  return {
    id,
    questions: [{ id: `${id}q`, text: `Question of ${id}`, origin: id, by: 'ama' }],
    pitch: '',
    conveners: ['ama'],
    state: 'posted',
    posted: 1,
    place: null,
    signUps: 0,
    names: [],
    board: null,
    template: '',
    isAction: false,
    started: null,
    ends: null,
    over: null,
    continues: null,
    splitFrom: null,
    mergedInto: null,
    joined: [],
    facts: [],
    ...parts,
  }
}

/** A cell of the grid. */
export const cell = (round: string, space: string): TopicView['place'] => ({
  round,
  time: '',
  space,
  where: '',
})

/** Topics by id, as a view has them. */
export const topicsById = (...topics: readonly TopicView[]): Readonly<Record<string, TopicView>> =>
  Object.fromEntries(topics.map((topic) => [topic.id, topic]))
