/** Judging what is asked of the marketplace itself: that it is in the running order, with rounds and spaces. */
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, refuse } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { decidePrepare } from '../openRound.ts'
import { breakouts, isRoundOn } from '../spaces.ts'
import type { Stage, StageDraft } from '../stages.ts'
import { STAGE_MINUTES_MAX, STAGES_MAX } from '../stages.ts'
import type { Person, Workshop } from '../state.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { isRow, roundNumbers } from './grid.ts'
import { roundTitle } from './roundTitles.ts'

type Of<T extends TopicsCommand['type']> = Extract<TopicsCommand, { type: T }>

/** Rounds that can be asked for at once. */
const ROUNDS_MAX = 12
/** Minutes of a marketplace (methods §5.3), and of a round where no other says how long one is (OS-17). */
const MARKET_MINUTES = 15
const ROUND_MINUTES = 20
const TOO_MANY_STAGES = refuse('too_many_stages', `A running order has ${STAGES_MAX} activities at most.`)

const stageOf = (said: Pick<StageDraft, 'kind' | 'title' | 'where' | 'minutes'>): StageDraft => ({
  prompt: '',
  part: '',
  template: '',
  gate: 'none',
  isReadOnly: false,
  ...said,
})

/**
 * Sees to it that there are a marketplace, rounds and spaces: what is there already is not made again, so two who ask
 * together get one.
 */
export function decidePrepareMarket(
  workshop: Workshop,
  { rounds, minutes, spaces }: Of<'market.prepare'>,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > ROUNDS_MAX)
    return refuse('bad_count', `Choose a number of rounds from 1 to ${ROUNDS_MAX}.`)
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > STAGE_MINUTES_MAX)
    return refuse('bad_minutes', `An activity takes whole minutes, 0 to ${STAGE_MINUTES_MAX}.`)
  const { stages } = workshop
  const rows = stages.filter(isRow)
  // An open space whose rounds are all over is one of its own: another one begins beside it.
  const isGoingOn = rows.some(({ ended }) => ended === null)
  const market = stages.find(({ kind, ended }) => kind === 'marketplace' && (ended === null || isGoingOn))
  const missing = Math.max(0, rounds - (isGoingOn ? rows.length : 0))
  if (stages.length + missing + (market === undefined ? 1 : 0) > STAGES_MAX) return TOO_MANY_STAGES
  // Spaces in which people are just now are not folded away under them.
  const inSight = breakouts(workshop.spaces).filter(({ isHidden }) => !isHidden).length
  const ready = decidePrepare(
    workshop,
    isRoundOn(workshop) ? Math.max(spaces, inSight) : spaces,
    actor.id,
    moment,
  )
  if (!ready.ok) return ready
  const plan = [...stages]
  const events: WorkshopEvent[] = []
  const add = (draft: StageDraft, to: number): void => {
    const stage = { ...draft, id: moment.newId() }
    plan.splice(to, 0, { ...stage, started: null, ended: null, board: null })
    events.push({ type: 'stage.added', stage, to })
  }
  if (market === undefined)
    add(
      stageOf({ kind: 'marketplace', title: 'Marketplace', where: 'main', minutes: MARKET_MINUTES }),
      placeOfMarket(workshop),
    )
  for (let made = 0; made < missing; made += 1) {
    const last = isGoingOn || made > 0 ? plan.findLastIndex(isRow) : -1
    const to = last === -1 ? plan.findLastIndex(({ kind }) => kind === 'marketplace') : last
    add(roundStage(plan, workshop, { minutes }), to + 1)
  }
  return accept(...events, ...ready.events)
}

/** Before rounds that are planned; else after the current activity; where none is on yet, before the closing one. */
function placeOfMarket({ stages, stage }: Workshop): number {
  const round = stages.findIndex((each) => isRow(each) && each.started === null)
  if (round !== -1) return round
  const current = stages.findIndex(({ id }) => id === stage)
  if (current !== -1) return current + 1
  const closing = stages.findIndex(({ kind }) => kind === 'closing')
  return closing === -1 ? stages.length : closing
}

/** A further round, called by the number that it will have. */
function roundStage(
  plan: readonly Stage[],
  { rounds }: Workshop,
  said: { readonly minutes: number; readonly template?: string; readonly isAction?: boolean },
): StageDraft {
  const numbers = [...roundNumbers({ stages: [...plan, { id: '', where: 'round' }], rounds }).values()]
  const title = said.isAction === true ? 'Action round' : roundTitle(numbers.at(-1) ?? 1)
  // What it is about is in its kind: topics offered for it are about doing something.
  const kind = said.isAction === true ? 'commitments' : 'round'
  const draft = stageOf({ kind, title, where: 'round', minutes: said.minutes })
  return { ...draft, template: said.template ?? '' }
}

/** Judges `market.addRound`. */
export function decideAddRound(
  workshop: Workshop,
  { isAction = false, after }: Of<'market.addRound'>,
  { newId }: Moment,
): Decision | Refusal {
  const { stages } = workshop
  const last = stages.findLast(isRow)
  // Two who saw the same last round mean the same one more.
  if (after !== undefined && after !== (last?.id ?? null))
    return after === (stages.filter(isRow).at(-2)?.id ?? null)
      ? accept()
      : refuse('moved_on', 'The rounds have been changed meanwhile. Look at them first.')
  if (stages.length >= STAGES_MAX) return TOO_MANY_STAGES
  const { minutes = ROUND_MINUTES, template = '' } = last ?? {}
  return accept({
    type: 'stage.added',
    stage: { ...roundStage(stages, workshop, { minutes, template, isAction }), id: newId() },
    to: placeOfRound(workshop, last),
  })
}

/** After the last round; where the workshop is past that, next, but not between two steps of one part. */
function placeOfRound({ stages, stage: current }: Workshop, last: Stage | undefined): number {
  const at = Math.max(
    last === undefined ? -1 : stages.indexOf(last),
    stages.findIndex(({ id }) => id === current),
  )
  const { part = '' } = stages[at] ?? {}
  const next = stages.findIndex((each, index) => index > at && (part === '' || each.part !== part))
  return at === -1 || next === -1 ? stages.length : next
}
