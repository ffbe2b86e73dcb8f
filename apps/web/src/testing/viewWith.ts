/** Views for tests: of a workshop in which nothing is, but for what the test is about. */
import type { SpaceView, StageView, WorkshopView } from '@moot/workshop'
import { NO_TOPICS_OF_MINE } from '@moot/workshop'

/** @param parts - what the test is about */
export function viewWith(parts: Partial<WorkshopView>): WorkshopView {
  return {
    workshop: {
      id: 'w',
      title: '',
      question: '',
      created: 0,
      follows: null,
      carried: [],
      purpose: '',
      fixed: '',
      open: '',
      phone: '',
      next: '',
      zone: '',
      starts: 0,
    },
    me: meWith({}),
    now: {
      stage: null,
      focus: 'main',
      timer: null,
      ended: null,
      board: null,
      round: 0,
      roundStage: null,
      fill: 'choose',
      done: 0,
      here: 0,
      invitation: null,
    },
    people: {},
    boards: {},
    stages: {},
    spaces: {},
    slots: {},
    asks: {},
    perspectives: {},
    market: { isDrafting: false, drafting: 0, turn: null, signUps: 'names' },
    topics: {},
    reports: {},
    clients: {},
    links: {},
    ...parts,
  }
}

/** What is a person's own, for tests: Ama, a participant of whom nothing is known. */
export function meWith(parts: Partial<WorkshopView['me']>): WorkshopView['me'] {
  return {
    person: 'ama',
    role: 'participant',
    about: { perspective: '', needs: '', isNamed: false },
    space: null,
    sent: null,
    isDone: false,
    assists: [],
    helped: {},
    asks: [],
    announcements: [],
    missed: null,
    topics: NO_TOPICS_OF_MINE,
    ...parts,
  }
}

/** A step of the running order, for tests: an activity in the main room that has not begun. */
export function stageWith(order: number, parts: Partial<StageView>): StageView {
  return {
    order,
    kind: 'activity',
    title: `Step ${order}`,
    prompt: '',
    part: '',
    where: 'main',
    template: '',
    minutes: 10,
    gate: 'none',
    isReadOnly: false,
    started: null,
    ended: null,
    board: null,
    ...parts,
  }
}

/** A space, for tests: a breakout of the round that is on, with nobody in it. */
export function spaceWith(number: number, parts: Partial<SpaceView>): SpaceView {
  return {
    kind: 'breakout',
    number,
    videoName: '',
    videoLink: '',
    isHidden: false,
    board: null,
    isOn: true,
    title: '',
    question: '',
    noteTaker: null,
    people: 0,
    helpAt: null,
    ...parts,
  }
}
