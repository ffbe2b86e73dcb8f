/** Commands of every kind about what is there, and sometimes about what is not: for laws that hold whatever is asked. */
import fc from 'fast-check'
import type { Command } from '../command.ts'
import type { Workshop } from '../state.ts'
import { stage } from './workshops.ts'

/** A request before it is known what there is to be asked about. */
export interface Wish {
  readonly actor: number
  readonly type: Command['type']
  readonly one: number
  readonly two: number
  readonly isYes: boolean
}

const TEXTS = ['', 'Ama', ' Lena ', 'Leadership', '\u202eנעמה', '🙂'.repeat(20), 'x'.repeat(90), 'a\n\n\nb']

/** Any command about what a workshop holds; `one` and `two` choose from it. */
function commandOf(workshop: Workshop, { type, one, two, isYes }: Wish): Command {
  const pick = <T>(list: readonly T[], by: number): T | undefined => list[by % (list.length + 1)]
  const idOf = (record: object, by: number): string => pick(Object.keys(record), by) ?? 'nowhere'
  const person = idOf(workshop.people, one)
  const other = idOf(workshop.people, two)
  const space = idOf(workshop.spaces, one)
  const board = idOf(workshop.boards, one)
  const step = pick(workshop.stages, one)?.id ?? 'nowhere'
  const text = TEXTS[two % TEXTS.length] ?? ''
  const count = (one % 7) + (two === 0 ? -1 : 0)
  const minutes = [1, 0.5, 0, -2, 700, 12][two % 6] ?? 1
  const stageDraft = stage(text || 'Step', {
    where: isYes ? 'main' : one % 3 === 0 ? 'round' : 'spaces',
    template: one % 2 === 0 ? 'blank' : '',
    part: one % 3 === 0 ? 'Part' : '',
    minutes: Math.max(0, Math.round(minutes)),
  })
  const topic = idOf(workshop.topics, one)
  const otherTopic = idOf(workshop.topics, two)
  const draft = idOf(workshop.drafts, one)
  const place = {
    round: isYes || two % 3 > 0 ? step : null,
    time: isYes || two % 3 > 0 ? '' : text,
    space: two % 4 === 0 ? null : space,
    where: two % 4 === 0 ? text : '',
  }
  switch (type) {
    case 'workshop.rename':
      return { type, title: text }
    case 'workshop.ask':
      return { type, question: text }
    case 'workshop.describe':
      return { type, purpose: text, starts: one * 1000, ...(isYes && { zone: 'Europe/London' }) }
    case 'plan.set':
      return { type, stages: [stageDraft, { ...stageDraft, title: 'Second' }] }
    case 'stage.add':
      return { type, stage: stageDraft, ...(isYes && { after: step }) }
    case 'stage.change':
      return { type, stage: step, change: { title: text, minutes: stageDraft.minutes } }
    case 'stage.move':
      return { type, stage: step, to: two - 2 }
    case 'stage.remove':
      return { type, stage: step }
    case 'stage.go':
      return { type, stage: step, from: isYes ? workshop.stage : null }
    case 'timer.start':
    case 'timer.extend':
      return { type, minutes }
    case 'person.rename':
      return { type, name: text, ...(isYes && { person }) }
    case 'person.about':
      return {
        type,
        needs: `needs-of-${one}`,
        perspective: `shoes-of-${two}`,
        isNamed: isYes,
        ...(one % 2 === 0 && { person }),
      }
    case 'person.appoint':
      return {
        type,
        person,
        role: (['facilitator', 'participant', 'observer'] as const)[two % 3] ?? 'observer',
      }
    case 'person.remove':
      return { type, person }
    case 'person.assist':
      return { type, name: text, helper: other }
    case 'person.setHelper':
      return { type, person, helper: other }
    case 'help.ask':
      return { type, name: text === '' ? text : `asked-for-${one}` }
    case 'help.answer':
      return { type, ask: idOf(workshop.asks, one), isYes }
    case 'people.expect':
      return { type, names: [...TEXTS.slice(0, one % TEXTS.length), `Person ${two}`] }
    case 'person.done':
      return { type, isDone: isYes }
    case 'spaces.prepare':
      return { type, count }
    case 'spaces.open':
      return {
        type,
        count,
        template: isYes ? 'columns' : '',
        fill: (['choose', 'random', 'hand'] as const)[two % 3] ?? 'choose',
        question: text,
        slots: [{ title: text }],
      }
    case 'space.change':
      return { type, space, ...(isYes ? { isHidden: two % 2 === 0 } : { title: text, videoName: text }) }
    case 'space.remove':
    case 'space.nudge':
      return { type, space }
    case 'space.enter':
      return { type, space: isYes ? space : null }
    case 'space.help':
      return { type, space, isOn: isYes }
    case 'space.noteTaker':
      return { type, space, person: isYes ? other : null }
    case 'people.send':
      return {
        type,
        places: [
          { person, space: isYes ? idOf(workshop.spaces, two) : null },
          { person: other, space: isYes ? idOf(workshop.spaces, two) : null },
        ],
      }
    case 'person.inCall':
      return { type, person, isInCall: isYes }
    case 'announce':
      return { type, text, ...(isYes && { to: [space] }) }
    case 'invite.here':
    case 'board.copy':
    case 'board.remove':
    case 'board.restore':
      return { type, board }
    case 'board.lock':
      return { type, board, isLocked: isYes }
    case 'board.rename':
      return { type, board, title: text }
    case 'board.add':
      return { type, template: 'blank', ...(isYes && { after: board }) }
    case 'board.move':
      return { type, board, to: two - 1 }
    case 'board.undoPerson':
      return { type, board, person: other, since: two }
    case 'person.rejoinCode':
      return { type, ...(isYes && { person }) }
    case 'workshop.end':
    case 'workshop.reopen':
    case 'workshop.reset':
    case 'timer.stop':
    case 'person.stepDown':
    case 'person.try':
    case 'spaces.mix':
    case 'spaces.back':
    case 'space.add':
    case 'invite.end':
    case 'link.facilitator':
      return { type }
    case 'market.prepare':
      return { type, rounds: one % 4, minutes: Math.round(minutes), spaces: count }
    case 'market.set':
      return { type, signUps: isYes ? 'names' : 'counts' }
    case 'market.addRound':
      return { type, isAction: isYes }
    case 'drafts.hold':
      return { type, isOn: isYes }
    case 'turn.next':
    case 'draft.discard':
      return { type, draft }
    case 'turn.take':
      return { type, draft, how: (['post', 'pass', 'later'] as const)[two % 3] ?? 'post' }
    case 'draft.write':
    case 'topic.offer':
      return {
        type,
        question: `${text} ${one % 4}`,
        ...(isYes && { draft }),
        ...(two % 3 === 0 && { as: person }),
      }
    case 'topic.edit':
      return {
        type,
        topic,
        ...(isYes ? { text } : { pitch: text }),
        ...(two % 2 === 0 && { question: workshop.topics[topic]?.questions.at(-1)?.id ?? 'nowhere' }),
      }
    case 'topic.place':
      return { type, topic, place }
    case 'topic.swap':
      return { type, topic, with: otherTopic }
    case 'topic.signUp':
      return { type, topic, isOn: isYes, ...(two % 3 === 0 && { person }) }
    case 'topic.withdraw':
      return { type, topic, reason: text }
    case 'topic.askMerge':
      return { type, topic, other: otherTopic }
    case 'merge.answer':
      return { type, ask: idOf(workshop.merges, one), isYes, ...(two % 3 === 0 && { main: topic }) }
    case 'merge.cancel':
      return { type, ask: idOf(workshop.merges, one) }
    case 'topic.split':
      return {
        type,
        topic,
        notes: ['n1', 'n2'].slice(one % 3),
        isMoved: isYes,
        ...(two % 2 === 0
          ? { text: `${text} split` }
          : { question: workshop.topics[topic]?.questions.at(-1)?.id ?? 'nowhere' }),
        ...(isYes && { place }),
      }
    case 'topic.extend':
      return { type, topic, minutes }
    case 'topic.continue':
      return { type, topic, ...(isYes && { place }) }
    case 'topic.convener':
      return { type, topic, person: other, isOn: isYes }
    case 'report.write':
      return { type, topic, field: isYes ? 'headline' : 'question', text, before: '' }
    case 'report.quote':
      return { type, topic, note: isYes ? { id: 'n1', text } : null }
    case 'report.people':
      return { type, topic, add: isYes ? [other] : [], remove: isYes ? [] : [person] }
    case 'report.jobs':
      return {
        type,
        topic,
        ...(isYes ? { writer: other } : { helper: { person: other, isOn: one % 2 === 0 } }),
      }
    case 'report.version':
      return { type, topic, version: two - 1 }
    case 'notices.see':
      return { type, notices: workshop.notices.map(({ id }) => id).slice(0, one) }
    case 'topic.lift':
    case 'topic.bringBack':
    case 'topic.unmerge':
    case 'topic.start':
    case 'topic.end':
    case 'topic.takeOver':
    case 'report.submit':
    case 'report.reopen':
    case 'report.nudge':
      return { type, topic }
    case 'drafts.takeTurns':
    case 'drafts.postAll':
    case 'reports.gather':
      return { type }
    default:
      return type satisfies never
  }
}

/** What somebody asks, made of a wish and of what there is. */
export function asked(workshop: Workshop, wish: Wish): { readonly actor: string; readonly command: Command } {
  const people = Object.keys(workshop.people)
  return { actor: people[wish.actor % people.length] ?? '', command: commandOf(workshop, wish) }
}

/**
 * Wishes of every kind. Whoever came first asks most often: a facilitator, who may.
 *
 * @param said.lead - how often that one asks, where everybody together asks twice
 * @param said.least - how many wishes there are at least
 */
export const wishes = (
  types: readonly Command['type'][],
  { lead = 5, least = 0 }: { readonly lead?: number; readonly least?: number } = {},
): fc.Arbitrary<Wish[]> =>
  fc.array(
    fc.record({
      actor: fc.oneof({ weight: lead, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(12) }),
      type: fc.constantFrom(...types),
      one: fc.nat(12),
      two: fc.nat(12),
      isYes: fc.boolean(),
    }),
    { minLength: least, maxLength: Math.max(30, least * 2), size: 'max' },
  )
