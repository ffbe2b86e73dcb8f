/** What is going on: the current activity as *Now* and the board's head tell it. */
import type { WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withNow.ts'
import type { Belonging, ListedSpace } from '../workshop/places.ts'
import type { ListedStage } from '../workshop/runningOrder.ts'
import { stagesInOrder, stepOfPart } from '../workshop/runningOrder.ts'

/** Where the workshop stands. */
export type Phase = 'before' | 'during' | 'ended'

/** Before the first activity, under way, or ended. Without a running order it has begun as soon as a space is open. */
export function phaseOf({ now, stages }: WorkshopView): Phase {
  if (now.ended !== null) return 'ended'
  if (now.stage !== null || now.round > 0) return 'during'
  return Object.keys(stages).length > 0 ? 'before' : 'during'
}

/** The current activity, as it is told. */
export interface Activity {
  /** What is asked, large: the question of the space or the prompt, else the activity’s title. */
  readonly heading: string
  /** *Round 1 of 2*, *Three horizons, step 3 of 6*, else the activity’s title where the heading is not that; or ''. */
  readonly chip: string
  /** The activity’s title, where neither heading nor chip say it; else ''. */
  readonly title: string
  readonly stage: ListedStage | undefined
}

/** @param space - the space that somebody belongs to, if any */
export function activityOf(view: WorkshopView, space: ListedSpace | undefined): Activity {
  const { now, stages, workshop } = view
  const order = stagesInOrder(stages)
  const stage = order.find(({ id }) => id === now.stage)
  const chip = chipOf(view, order, stage)
  const title = stage?.title.trim() ?? ''
  const prompt = stage?.prompt.trim() ?? ''
  // Where nobody belongs yet: what all spaces are asked, if it is one question.
  const ofAll = space === undefined && now.focus === 'spaces' ? commonQuestion(view) : ''
  // A step that goes on in the spaces of an earlier one asks its own question; else the space's is what one came for.
  const isOwnRound = now.roundStage === now.stage || prompt === ''
  const ofSpace =
    space === undefined ? ofAll : space.question.trim() || (isOwnRound ? space.title.trim() : '')
  // While topics are chosen, and where somebody has yet to choose one, all of it is about the workshop's question.
  const isAboutAll =
    prompt === '' && (stage?.kind === 'marketplace' || (space === undefined && hasRoundOfTopics(view)))
  const heading =
    (isAboutAll ? ofAll || workshop.question.trim() : '') ||
    (isOwnRound ? ofSpace || prompt : prompt || ofSpace) ||
    title ||
    workshop.question.trim() ||
    chip ||
    workshop.title.trim() ||
    t('workshop.untitled')
  // *Round 1 of 2* says *Round 1* already; and an activity that is no part of anything is its own chip.
  const rest = title === heading || chip.startsWith(title) ? '' : title
  return chip === '' || chip === heading
    ? { heading, chip: rest, title: '', stage }
    : { heading, chip, title: rest, stage }
}

/** Whether topics are placed in the round that is on. */
function hasRoundOfTopics({ now, topics }: WorkshopView): boolean {
  return now.stage !== null && Object.values(topics).some(({ place }) => place?.round === now.stage)
}

function commonQuestion({ spaces }: WorkshopView): string {
  const asked = new Set(
    Object.values(spaces)
      .filter(({ isOn }) => isOn)
      .map(({ question }) => question.trim()),
  )
  const [first = ''] = asked
  return asked.size === 1 ? first : ''
}

/** Where in the running order it is, in words. */
function chipOf(view: WorkshopView, order: readonly ListedStage[], stage: ListedStage | undefined): string {
  if (stage === undefined) return view.now.focus === 'spaces' && view.now.round > 0 ? t('now.roundAlone') : ''
  const step = stepOfPart(order, stage)
  // A part of one step needs no counting.
  if (step !== undefined && step.total > 1) return t('now.partStep', { part: stage.part, ...step })
  if (stage.where === 'round') {
    const rounds = order.filter(({ where }) => where === 'round')
    // By the numbers that people know them by: one that was opened by hand in between took a number, too.
    const numbers = rounds.map((each, at) => each.round ?? at + 1)
    return t('now.round', {
      number: numbers[rounds.indexOf(stage)] ?? 1,
      total: Math.max(...numbers),
    })
  }
  return ''
}

/** The space that somebody is in or was sent to. */
export function spaceOf(where: Belonging): ListedSpace | undefined {
  return where.kind === 'there' || where.kind === 'sent' ? where.space : undefined
}
