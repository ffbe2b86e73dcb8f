/** Judging how topics come to be offered: drafts, turns, and the marketplace itself. */
import { chance, shuffle } from '../chance.ts'
import type { Moment } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, entryOf, isRefusal, refuse } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { onRoster } from '../roster.ts'
import type { Person, Workshop } from '../state.ts'
import { decideAddRound, decidePrepareMarket } from './decideMarket.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { draftOf, isEmpty, keptTold, mayOffer, released, toldOfDraft, written } from './drafts.ts'
import type { Draft } from './topic.ts'
import { noFurtherTopic, TOO_MANY_TOPICS, topicsLeft } from './topicHere.ts'

/** Commands that this file judges. */
export type OfferCommand = Extract<
  TopicsCommand,
  { type: `market.${string}` | `drafts.${string}` | `turn.${string}` | `draft.${string}` | 'topic.offer' }
>
type Of<T extends OfferCommand['type']> = Extract<OfferCommand, { type: T }>

/** Judges one of them by somebody whose role may give it. */
export function decideOffer(
  workshop: Workshop,
  command: OfferCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const { market } = workshop
  switch (command.type) {
    case 'market.prepare':
      return decidePrepareMarket(workshop, command, actor, moment)
    case 'market.addRound':
      return decideAddRound(workshop, command, moment)
    case 'market.set':
      return market.signUps === command.signUps
        ? accept()
        : accept({ type: 'market.set', signUps: command.signUps })
    case 'drafts.hold':
      return decideHold(workshop, command.isOn, actor, moment)
    case 'drafts.takeTurns':
      return decideTurns(workshop, moment)
    case 'drafts.postAll':
      return decidePostAll(workshop, moment)
    case 'turn.next':
      return decideNext(workshop, command.draft, actor, moment)
    case 'turn.take':
      return decideTurn(workshop, command, actor, moment)
    case 'draft.write':
      return decideWrite(workshop, command, actor, moment)
    case 'draft.discard': {
      const draft = draftOf(workshop, command.draft, actor)
      return isRefusal(draft) ? draft : accept({ type: 'draft.discarded', draft: draft.id })
    }
    case 'topic.offer':
      return decideTopic(workshop, command, actor, moment)
    default:
      return command satisfies never
  }
}

const turns = (queue: readonly string[]): WorkshopEvent => ({ type: 'turns.set', queue: [...queue] })

/** To draft in private again ends the turns: nobody is called while all are writing. */
function decideHold(workshop: Workshop, isOn: boolean, actor: Person, moment: Moment): Decision {
  const { market } = workshop
  const ends = isOn && market.queue.length > 0 ? [turns([])] : []
  if (market.isDrafting === isOn) return accept(...ends)
  return accept({ type: 'drafts.held', isOn }, ...ends, ...(isOn ? [] : keptTold(workshop, actor.id, moment)))
}

/** Goes on to the next one; whose turn it was hears that their question is kept. */
function decideNext(workshop: Workshop, draft: string, { id: by }: Person, moment: Moment): Decision {
  const [first, ...others] = workshop.market.queue
  // Two who press together mean the same turn.
  if (first === undefined || first !== draft) return accept()
  const owner = entryOf(workshop.drafts, first)?.owner
  const to = owner === undefined ? [] : [owner]
  return accept(turns(others), ...toldOfDraft(workshop, { kind: 'passedOver', to, topic: first, by }, moment))
}

/** Everything that is written and not offered yet, in an order by chance: nobody is first for having been quick. */
function inRandomOrder(workshop: Workshop, { seed }: Moment): Draft[] {
  const ready = Object.values(workshop.drafts).filter(
    ({ question, owner }) => question !== '' && mayOffer(onRoster(workshop, owner)),
  )
  return shuffle(ready, chance(seed))
}

function decideTurns(workshop: Workshop, moment: Moment): Decision {
  // Turns that are being taken go on.
  const queue = workshop.market.queue.length > 0 ? [] : inRandomOrder(workshop, moment)
  return accept(...released(workshop), ...(queue.length === 0 ? [] : [turns(queue.map(({ id }) => id))]))
}

function decidePostAll(workshop: Workshop, moment: Moment): Decision | Refusal {
  const all = inRandomOrder(workshop, moment)
  const posted = all.slice(0, topicsLeft(workshop))
  if (posted.length < all.length && posted.length === 0) return TOO_MANY_TOPICS
  const gone = new Set(posted.map(({ id }) => id))
  const isWaiting = workshop.market.queue.some((id) => !gone.has(id))
  return accept(
    ...released(workshop),
    ...posted.map((draft) => post(draft, draft.owner, moment)),
    ...(isWaiting ? [turns([])] : []),
  )
}

const NO_QUESTION = refuse('words_missing', 'Type your question first: a topic is a question.')

/** A draft becomes a topic. @param by - who typed it @param isKept - whether it is one of those that wait */
function post(
  { id, owner, question, pitch, template, isAction }: Draft,
  by: string,
  { newId }: Moment,
  isKept = true,
): WorkshopEvent {
  return {
    type: 'topic.posted',
    topic: newId(),
    question: { id: newId(), text: question },
    pitch,
    convener: owner,
    template,
    isAction,
    by,
    ...(isKept && { draft: id }),
  }
}

/** One's own turn; who waits for theirs may let it pass, too. */
function decideTurn(
  workshop: Workshop,
  command: Of<'turn.take'>,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const draft = draftOf(workshop, command.draft, actor)
  if (isRefusal(draft)) return draft
  const { queue } = workshop.market
  const others = queue.filter((id) => id !== draft.id)
  const isTheirs = queue[0] === draft.id
  switch (command.how) {
    case 'pass':
      return others.length === queue.length ? accept() : accept(turns(others))
    case 'later':
      // Who waits already comes later than now.
      return isTheirs && others.length > 0 ? accept(turns([...others, draft.id])) : accept()
    case 'post':
      if (!isTheirs) return refuse('not_yet', 'It is not your turn yet. Your question waits for it.')
      if (draft.question === '') return NO_QUESTION
      return noFurtherTopic(workshop, draft.owner) ?? accept(post(draft, actor.id, moment))
    default:
      return command.how satisfies never
  }
}

function decideWrite(
  workshop: Workshop,
  command: Of<'draft.write'>,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const draft = written(workshop, command, actor, moment)
  if (isRefusal(draft)) return draft
  const before = entryOf(workshop.drafts, draft.id)
  // Emptied while it waits for its turn, it keeps its place: somebody is about to write it anew.
  if (isEmpty(draft) && !workshop.market.queue.includes(draft.id))
    return before === undefined ? accept() : accept({ type: 'draft.discarded', draft: draft.id })
  return accept(...rewritten(draft, before))
}

function rewritten({ id, at: _, ...said }: Draft, before: Draft | undefined): WorkshopEvent[] {
  const isSame =
    before !== undefined &&
    before.owner === said.owner &&
    before.question === said.question &&
    before.pitch === said.pitch &&
    before.template === said.template &&
    before.isAction === said.isAction
  return isSame ? [] : [{ type: 'draft.written', draft: id, ...said }]
}

/** Offered at once; while all draft, or take turns, it waits. */
function decideTopic(
  workshop: Workshop,
  command: Of<'topic.offer'>,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  const draft = written(workshop, command, actor, moment)
  if (isRefusal(draft)) return draft
  if (draft.question === '') return NO_QUESTION
  const no = noFurtherTopic(workshop, draft.owner)
  if (no !== undefined) return no
  const before = entryOf(workshop.drafts, draft.id)
  const { isDrafting, queue } = workshop.market
  const isTheirTurn = queue[0] === draft.id
  if (isDrafting || (queue.length > 0 && !isTheirTurn)) {
    const joins = !isDrafting && !queue.includes(draft.id)
    return accept(...rewritten(draft, before), ...(joins ? [turns([...queue, draft.id])] : []))
  }
  return accept(post(draft, actor.id, moment, before !== undefined))
}
