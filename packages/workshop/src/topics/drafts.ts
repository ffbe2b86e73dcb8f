/** Drafts: whose they are, and what becomes of one when it is written to. */
import type { Moment } from '../decideBoard.ts'
import type { Refusal } from '../decision.ts'
import { entryOf, refuse, tooLong } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { assistedBy, NO_SUCH_PERSON, onRoster } from '../roster.ts'
import type { Person, Workshop } from '../state.ts'
import { QUESTION_MAX } from '../state.ts'
import { cleanLine } from '../typed.ts'
import type { TopicsCommand } from './decideTopics.ts'
import type { Told } from './notices.ts'
import { told } from './notices.ts'
import { actsFor } from './timeOf.ts'
import type { Draft } from './topic.ts'
import { DRAFTS_OF_ONE_MAX, TOPIC_PITCH_MAX } from './topic.ts'

/** Refuses what is asked of a draft that is not there, or not one's own: which of both nobody is told. */
export const NO_SUCH_DRAFT = refuse('no_such_draft', 'That draft is not there any more.')

/** One's own draft, or that of somebody for whom one writes. */
export function draftOf(workshop: Workshop, id: string, actor: Person): Draft | Refusal {
  const draft = entryOf(workshop.drafts, id)
  return draft === undefined || !actsFor(workshop, actor.id, [draft.owner]) ? NO_SUCH_DRAFT : draft
}

/** Ends private writing, where it is on. */
export const released = ({ market }: Workshop): WorkshopEvent[] =>
  market.isDrafting ? [{ type: 'drafts.held', isOn: false }] : []

/**
 * Ends private writing and turns: what is not offered yet waits for its owner, who is told and offers it when they like
 * (OS-13).
 */
export function writingEnds(workshop: Workshop, by: string, moment: Pick<Moment, 'newId'>): WorkshopEvent[] {
  const ends = [
    ...released(workshop),
    ...(workshop.market.queue.length > 0 ? [{ type: 'turns.set' as const, queue: [] }] : []),
  ]
  return ends.length === 0 ? [] : [...ends, ...keptTold(workshop, by, moment)]
}

/** Who became an observer keeps what they wrote, and offers nothing. */
export const mayOffer = (person: Person | undefined): boolean =>
  person !== undefined && person.role !== 'observer'

/** Whoever has written something hears that it is still theirs to post; once, however much they wrote. */
export function keptTold(workshop: Workshop, by: string, moment: Pick<Moment, 'newId'>): WorkshopEvent[] {
  const firsts = new Map(
    Object.values(workshop.drafts)
      .filter(({ question, owner }) => question !== '' && mayOffer(onRoster(workshop, owner)))
      .toReversed()
      .map(({ owner, id }) => [owner, id]),
  )
  return [...firsts].flatMap(([owner, draft]) =>
    toldOfDraft(workshop, { kind: 'draftKept', to: [owner], topic: draft, by }, moment),
  )
}

/** Tells it, but not twice before it was seen. */
export function toldOfDraft(workshop: Workshop, said: Told, moment: Pick<Moment, 'newId'>): WorkshopEvent[] {
  const isTold = workshop.notices.some(
    ({ kind, topic, unseen }) => kind === said.kind && topic === said.topic && unseen.length > 0,
  )
  return isTold ? [] : told(workshop, said, moment)
}

/** Whether nothing is in it. */
export const isEmpty = ({ question, pitch }: Draft): boolean => question === '' && pitch === ''

type Said = Extract<TopicsCommand, { type: 'draft.write' | 'topic.offer' }>

/** The draft as it is after what was said: the one that is named, or a new one. */
export function written(workshop: Workshop, said: Said, actor: Person, moment: Moment): Draft | Refusal {
  const before = said.draft === undefined ? undefined : draftOf(workshop, said.draft, actor)
  if (before !== undefined && 'ok' in before) return before
  const owner = said.as ?? before?.owner ?? actor.id
  if (onRoster(workshop, owner) === undefined) return NO_SUCH_PERSON
  if (owner !== actor.id && !assistedBy(workshop, actor.id).some(({ id }) => id === owner))
    return refuse('not_assisted', 'You can offer a topic for yourself, and for those for whom you write.')
  const question = cleanLine(said.question)
  const pitch = said.pitch === undefined ? (before?.pitch ?? '') : cleanLine(said.pitch)
  if (question.length > QUESTION_MAX) return tooLong(QUESTION_MAX)
  if (pitch.length > TOPIC_PITCH_MAX) return tooLong(TOPIC_PITCH_MAX)
  if (before === undefined && draftsOf(workshop, owner) >= DRAFTS_OF_ONE_MAX)
    return refuse('too_many_drafts', 'There are many drafts already. Offer or discard one of them first.')
  return {
    id: before?.id ?? moment.newId(),
    owner,
    question,
    pitch,
    template: said.template ?? before?.template ?? '',
    isAction: said.isAction ?? before?.isAction ?? false,
    at: before?.at ?? moment.now,
  }
}

const draftsOf = ({ drafts }: Workshop, owner: string): number =>
  Object.values(drafts).filter((draft) => draft.owner === owner).length
