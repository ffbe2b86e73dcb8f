/** Judging what is asked of the running order: planning it, and going on, back or past its stages. */
import { boardsInSight } from './boardOrder.ts'
import { isCounted } from './counted.ts'
import type { Command } from './command.ts'
import type { Moment } from './decideBoard.ts'
import { boardsLeft, freeTitle } from './decideBoard.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, isRefusal, refuse, tooLong } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { after } from './evolve.ts'
import { decidePrepare } from './openRound.ts'
import { breakouts, suggestedSpaces } from './spaces.ts'
import type { Stage, StageDraft } from './stages.ts'
import { STAGE_MINUTES_MAX, STAGE_PROMPT_MAX, STAGE_TITLE_MAX, STAGES_MAX } from './stages.ts'
import type { Workshop } from './state.ts'
import { writingEnds } from './topics/drafts.ts'
import { openTopicRound, reopened } from './topics/openTopics.ts'
import { retitled } from './topics/roundTitles.ts'
import { unplaced } from './topics/unplace.ts'
import { cleanLine, cleanText } from './typed.ts'

type StageCommand = Extract<Command, { type: 'plan.set' | `stage.${string}` }>

const NO_SUCH_STAGE = refuse('no_such_stage', 'That activity is not in the running order any more.')
const TOO_MANY_STAGES = refuse('too_many_stages', `A running order has ${STAGES_MAX} activities at most.`)

/** Judges one of them by a facilitator. */
export function decideStages(
  workshop: Workshop,
  command: StageCommand,
  actor: string,
  moment: Moment,
): Decision | Refusal {
  const decision = decideStage(workshop, command, actor, moment)
  if (!decision.ok || command.type === 'stage.go' || command.type === 'plan.set') return decision
  const { events } = decision
  return accept(...events, ...retitled(workshop, after(workshop, events, moment.now)))
}

function decideStage(
  workshop: Workshop,
  command: StageCommand,
  actor: string,
  moment: Moment,
): Decision | Refusal {
  if (command.type === 'plan.set') return decideSet(workshop, command.stages, actor, moment)
  if (command.type === 'stage.add') return decideAdd(workshop, command, moment)
  const stage = workshop.stages.find(({ id }) => id === command.stage)
  if (stage === undefined) return NO_SUCH_STAGE
  switch (command.type) {
    case 'stage.change':
      return decideChange(workshop, stage, command.change, actor, moment)
    case 'stage.move': {
      const to = Math.max(0, Math.min(workshop.stages.length - 1, Math.trunc(command.to)))
      return workshop.stages[to] === stage
        ? accept()
        : accept({ type: 'stage.moved', stage: stage.id, to: Number.isNaN(to) ? 0 : to })
    }
    case 'stage.remove':
      return workshop.stage === stage.id
        ? refuse('stage_running', 'This activity is on just now. Go to another one before you remove it.')
        : accept(
            { type: 'stage.removed', stage: stage.id },
            ...unplaced(workshop, ({ round }) => round === stage.id, actor, moment),
          )
    case 'stage.go':
      return decideGo(workshop, stage, { from: command.from, actor, moment })
    default:
      return command satisfies never
  }
}

function decideSet(
  workshop: Workshop,
  drafts: readonly StageDraft[],
  by: string,
  moment: Moment,
): Decision | Refusal {
  const { stages, stage } = workshop
  if (stage !== null || stages.some(({ started }) => started !== null))
    return refuse(
      'already_running',
      'The workshop has begun. Change its activities one by one, so that nobody loses their place.',
    )
  if (drafts.length > STAGES_MAX) return TOO_MANY_STAGES
  const tidy: StageDraft[] = []
  for (const draft of drafts) {
    const each = tidied(draft)
    if (isRefusal(each)) return each
    tidy.push(each)
  }
  const isSame = tidy.length === stages.length && tidy.every((draft, at) => isAs(stages[at], draft))
  return isSame
    ? accept()
    : accept(
        { type: 'plan.set', stages: tidy.map((draft) => ({ ...draft, id: moment.newId() })) },
        ...unplaced(workshop, ({ round }) => round !== null, by, moment),
      )
}

function decideAdd(
  { stages }: Workshop,
  { stage: draft, after }: Extract<Command, { type: 'stage.add' }>,
  { newId }: Moment,
): Decision | Refusal {
  const tidy = tidied(draft)
  if (isRefusal(tidy)) return tidy
  if (stages.length >= STAGES_MAX) return TOO_MANY_STAGES
  const before = stages.findIndex(({ id }) => id === after)
  if (typeof after === 'string' && before === -1) return NO_SUCH_STAGE
  const to = after === undefined ? stages.length : before + 1
  return accept({ type: 'stage.added', stage: { ...tidy, id: newId() }, to })
}

function decideChange(
  workshop: Workshop,
  stage: Stage,
  said: Said,
  by: string,
  moment: Moment,
): Decision | Refusal {
  const tidy = tidied(said)
  if (isRefusal(tidy)) return tidy
  const change = Object.fromEntries(
    Object.entries(tidy).filter(([field, value]) => {
      // The schema knows no other fields than those of a draft.
      const before = stage[field as keyof StageDraft]
      return value !== undefined && value !== before
    }),
  )
  if (Object.keys(change).length === 0) return accept()
  const isRowNoMore = stage.where === 'round' && tidy.where !== undefined && tidy.where !== 'round'
  return accept(
    { type: 'stage.changed', stage: stage.id, change },
    ...(isRowNoMore ? unplaced(workshop, ({ round }) => round === stage.id, by, moment) : []),
  )
}

interface Going {
  readonly from: string | null
  readonly actor: string
  readonly moment: Moment
}

/** Going on, back, or past others. Boards and people stay where they are. */
function decideGo(workshop: Workshop, stage: Stage, { from, actor, moment }: Going): Decision | Refusal {
  // Two facilitators who press *next* together mean the same step.
  if (workshop.stage === stage.id)
    return workshop.ended === null ? accept() : accept(...reopened(workshop, actor, moment.now))
  if (workshop.stage !== from)
    return refuse('moved_on', 'Somebody else has just gone to another activity. Look where you are first.')
  const begun: WorkshopEvent[] = [
    ...boardFor(workshop, stage, moment),
    { type: 'stage.started', stage: stage.id, by: actor },
    // Conversations begin: nobody is called to say a question any more, and a new one is seen at once.
    ...(stage.where === 'round' ? writingEnds(workshop, actor, moment) : []),
  ]
  return accept(...begun, ...openedWith(after(workshop, begun, moment.now), stage, actor, moment))
}

/** What opens with a stage: a round with its topics, or the spaces that a marketplace needs where there are none yet. */
function openedWith(workshop: Workshop, stage: Stage, by: string, moment: Moment): readonly WorkshopEvent[] {
  if (stage.where === 'round') return openTopicRound(workshop, stage, moment)
  if (stage.kind !== 'marketplace' || breakouts(workshop.spaces).length > 0) return []
  const here = Object.values(workshop.people).filter(
    (person) => isCounted(person) && (person.way.kind === 'assisted' || moment.here.has(person.id)),
  )
  const ready = decidePrepare(workshop, suggestedSpaces(here.length), by, moment)
  // Where there can be no hallway any more, the workshop goes on without.
  return ready.ok ? ready.events : []
}

/** The board that a stage in the main room opens with: made once, and the same for all steps of one part. */
function boardFor(workshop: Workshop, stage: Stage, { newId }: Moment): WorkshopEvent[] {
  if (stage.where !== 'main' || stage.board !== null) return []
  const steps = stepsOfPart(workshop.stages, stage).filter(({ where }) => where === 'main')
  const shared = steps.find(({ board }) => board !== null)?.board ?? null
  if (shared !== null) return [{ type: 'stage.boarded', stage: stage.id, board: shared }]
  const template = stage.template || (steps.find((step) => step.template !== '')?.template ?? '')
  // Where there can be no more boards, the workshop goes on with those that it has.
  if (template === '' || boardsLeft(workshop) < 1) return []
  const board = newId()
  const title = freeTitle(boardsInSight(workshop.boards), stage.part || stage.title)
  return [
    { type: 'board.added', board, doc: newId(), title, template },
    { type: 'stage.boarded', stage: stage.id, board },
  ]
}

/** The stage and its neighbours that are steps of the same part. */
function stepsOfPart(stages: readonly Stage[], stage: Stage): readonly Stage[] {
  if (stage.part === '') return [stage]
  const at = stages.indexOf(stage)
  const isOther = (each: Stage): boolean => each.part !== stage.part
  const first = stages.slice(0, at).findLastIndex(isOther) + 1
  const next = stages.slice(at).findIndex(isOther)
  return stages.slice(first, next === -1 ? undefined : at + next)
}

type Said = { readonly [K in keyof StageDraft]?: StageDraft[K] | undefined }

/** What was said of a stage, as it is kept. */
function tidied<T extends Said>(said: T): T | Refusal {
  const title = said.title === undefined ? undefined : cleanLine(said.title)
  const part = said.part === undefined ? undefined : cleanLine(said.part)
  const prompt = said.prompt === undefined ? undefined : cleanText(said.prompt)
  if (title === '') return refuse('name_missing', 'The activity needs a title.')
  if (Math.max(title?.length ?? 0, part?.length ?? 0) > STAGE_TITLE_MAX) return tooLong(STAGE_TITLE_MAX)
  if ((prompt?.length ?? 0) > STAGE_PROMPT_MAX) return tooLong(STAGE_PROMPT_MAX)
  const { minutes = 0 } = said
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > STAGE_MINUTES_MAX)
    return refuse('bad_minutes', `An activity takes whole minutes, 0 to ${STAGE_MINUTES_MAX}.`)
  return {
    ...said,
    ...(title !== undefined && { title }),
    ...(part !== undefined && { part }),
    ...(prompt !== undefined && { prompt }),
  }
}

/** Whether a stage is what a draft says. */
function isAs(stage: Stage | undefined, draft: StageDraft): boolean {
  return (
    stage !== undefined &&
    stage.kind === draft.kind &&
    stage.title === draft.title &&
    stage.prompt === draft.prompt &&
    stage.part === draft.part &&
    stage.where === draft.where &&
    stage.template === draft.template &&
    stage.minutes === draft.minutes &&
    stage.gate === draft.gate &&
    stage.isReadOnly === draft.isReadOnly
  )
}
