/** One event further, where it is about the running order, the timer and the course of the workshop. */
import type { WorkshopEvent } from './event.ts'
import { changePerson, given, withEach } from './changed.ts'
import type { Stage, StageDraft, StageGate, StageKind, StagePlace } from './stages.ts'
import { currentStage, STAGE_GATES, STAGE_KINDS, STAGE_PLACES } from './stages.ts'
import type { Round } from './spaces.ts'
import type { Timer, Workshop } from './state.ts'
import { EMPTY_MARKET } from './topics/topic.ts'

type Of<T extends WorkshopEvent['type']> = Extract<WorkshopEvent, { type: T }>
/** Events that this file knows. */
export type PlanEvent = Of<
  | 'workshop.described'
  | 'workshop.followed'
  | 'workshop.ended'
  | 'workshop.reopened'
  | 'workshop.reset'
  | 'plan.set'
  | 'stage.added'
  | 'stage.changed'
  | 'stage.moved'
  | 'stage.removed'
  | 'stage.started'
  | 'stage.boarded'
  | 'timer.started'
  | 'timer.extended'
  | 'timer.stopped'
>

const MINUTE_MS = 60_000

/** See `evolve`. */
export function evolvePlan(workshop: Workshop, event: PlanEvent, at: number): Workshop {
  const { timer } = workshop
  switch (event.type) {
    case 'workshop.described': {
      const { type: _, ...framing } = event
      return { ...workshop, framing: { ...workshop.framing, ...given(framing) } }
    }
    case 'workshop.followed':
      return {
        ...workshop,
        follows: { workshop: event.workshop, title: event.title },
        carried: event.carried,
      }
    case 'workshop.ended':
      return { ...workshop, ended: at, timer: null, invitation: null }
    case 'workshop.reopened':
      return { ...workshop, ended: null }
    case 'workshop.reset':
      return reset(workshop, { by: event.by, at })
    case 'plan.set':
      return { ...workshop, stages: event.stages.map(fresh) }
    case 'stage.added':
      return { ...workshop, stages: inserted(workshop.stages, fresh(event.stage), event.to) }
    case 'stage.changed':
      return changeStage(workshop, event.stage, known(event.change))
    case 'stage.moved': {
      const moved = workshop.stages.find(({ id }) => id === event.stage)
      if (moved === undefined) return workshop
      const rest = workshop.stages.filter((stage) => stage !== moved)
      return { ...workshop, stages: inserted(rest, moved, event.to) }
    }
    case 'stage.removed':
      return {
        ...workshop,
        stages: workshop.stages.filter(({ id }) => id !== event.stage),
        stage: workshop.stage === event.stage ? null : workshop.stage,
      }
    case 'stage.started':
      return start(workshop, event.stage, at)
    case 'stage.boarded':
      return changeStage(workshop, event.stage, { board: event.board })
    case 'timer.started':
      return withTimer(workshop, { started: at, ends: at + event.ms })
    case 'timer.extended':
      // Time that is up already is given anew, from now on.
      return timer === null
        ? workshop
        : withTimer(workshop, { ...timer, ends: Math.max(at, Math.max(timer.ends, at) + event.ms) })
    case 'timer.stopped':
      return withTimer(workshop, null)
    default:
      event satisfies never
      return workshop
  }
}

/** The round that the current stage opened ends with the timer, whatever is done to that. */
function withTimer(workshop: Workshop, timer: Timer | null): Workshop {
  return { ...workshop, timer, rounds: withEnds(workshop, workshop.stage, timer?.ends ?? null) }
}

/** Rounds with the latest that a stage opened ending at a time. */
function withEnds({ rounds }: Workshop, stage: string | null, ends: number | null): readonly Round[] {
  const round = stage === null ? undefined : rounds.findLast((each) => each.stage === stage)
  return round === undefined ? rounds : rounds.map((each) => (each === round ? { ...each, ends } : each))
}

function start(workshop: Workshop, id: string, at: number): Workshop {
  const stage = workshop.stages.find((each) => each.id === id)
  if (stage === undefined) return workshop
  const before = currentStage(workshop)
  const stages = workshop.stages.map((each) => {
    if (each.id === id) return { ...each, started: at, ended: null }
    return each.id === before?.id ? { ...each, ended: at } : each
  })
  const timer = stage.minutes > 0 ? { started: at, ends: at + stage.minutes * MINUTE_MS } : null
  // Going on before the time is up ends the round then; its topics have their grace. Coming back gives it time anew.
  const last = workshop.rounds.findLast((round) => round.stage === before?.id)
  const over =
    before === undefined || last === undefined
      ? workshop.rounds
      : withEnds(workshop, before.id, Math.min(last.ends ?? at, at))
  return {
    ...workshop,
    stages,
    stage: id,
    ended: null,
    timer,
    rounds: withEnds({ ...workshop, rounds: over }, id, timer?.ends ?? null),
    focus: stage.where === 'main' ? 'main' : 'spaces',
    invitation: null,
    people: withEach(workshop.people, { isDone: false }),
  }
}

function reset(workshop: Workshop, gone: { readonly by: string; readonly at: number }): Workshop {
  const people = withEach(workshop.people, {
    space: null,
    since: 0,
    stays: [],
    sent: null,
    isInCall: false,
    isDone: false,
  })
  const cleared: Workshop = {
    ...workshop,
    stages: workshop.stages.map((stage) => ({ ...stage, started: null, ended: null })),
    stage: null,
    ended: null,
    timer: null,
    focus: 'main',
    spaces: withEach(workshop.spaces, { help: null }),
    rounds: [],
    announcements: [],
    invitation: null,
    asks: {},
    people,
    topics: {},
    drafts: {},
    market: { ...EMPTY_MARKET, signUps: workshop.market.signUps },
    merges: {},
    notices: [],
  }
  return Object.values(people)
    .filter(({ way }) => way.kind === 'trial')
    .reduce((now, { id }) => changePerson(now, id, { gone }), cleared)
}

const inserted = (stages: readonly Stage[], stage: Stage, to: number): readonly Stage[] => {
  const place = Number.isFinite(to) ? Math.max(0, Math.min(stages.length, Math.trunc(to))) : stages.length
  return stages.toSpliced(place, 0, stage)
}

function changeStage(workshop: Workshop, id: string, change: Partial<Stage>): Workshop {
  const stages = workshop.stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage))
  return { ...workshop, stages }
}

type StoredStage = Of<'plan.set'>['stages'][number]
type StoredChange = Of<'stage.changed'>['change']

const kindOf = (kind: string): StageKind => STAGE_KINDS.find((each) => each === kind) ?? 'activity'
const placeOf = (where: string): StagePlace => STAGE_PLACES.find((each) => each === where) ?? 'main'
const gateOf = (gate: string): StageGate => STAGE_GATES.find((each) => each === gate) ?? 'none'

/** A stage as it was stored, before it has happened. What this version does not know becomes the ordinary. */
function fresh(stored: StoredStage): Stage {
  const { kind, where, gate } = stored
  return {
    ...stored,
    kind: kindOf(kind),
    where: placeOf(where),
    gate: gateOf(gate),
    started: null,
    ended: null,
    board: null,
  }
}

function known({ kind, where, gate, ...rest }: StoredChange): Partial<StageDraft> {
  return {
    ...given(rest),
    ...(kind !== undefined && { kind: kindOf(kind) }),
    ...(where !== undefined && { where: placeOf(where) }),
    ...(gate !== undefined && { gate: gateOf(gate) }),
  }
}
