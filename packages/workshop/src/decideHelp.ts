/** Judging who acts for whom: people without a connection of their own, and their helpers. */
import type { Command } from './command.ts'
import type { Moment } from './decideBoard.ts'
import type { Decision, Refusal } from './decision.ts'
import { accept, entryOf, refuse, tooLong } from './decision.ts'
import type { WorkshopEvent } from './event.ts'
import { FULL, mayAssist, NO_SUCH_PERSON, noHelper, onRoster, peopleLeft } from './roster.ts'
import { isRoundOn, slotOf } from './spaces.ts'
import type { Person, Workshop } from './state.ts'
import { ASKS_MAX, ASKS_OF_ONE_MAX, NAME_MAX } from './state.ts'
import { cleanLine, nameKey } from './typed.ts'

type HelpCommand = Extract<
  Command,
  { type: 'person.assist' | 'person.setHelper' | 'help.ask' | 'help.answer' }
>

/** Judges one of them by somebody whose role may give it. */
export function decideHelp(
  workshop: Workshop,
  command: HelpCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  switch (command.type) {
    case 'person.assist':
      return decideAssist(workshop, command.name, command.helper, moment)
    case 'person.setHelper': {
      const person = onRoster(workshop, command.person)
      const helper = onRoster(workshop, command.helper)
      if (person === undefined || helper === undefined) return NO_SUCH_PERSON
      if (person.way.kind !== 'assisted')
        return refuse('not_assisted', `${person.name} takes part without a helper.`)
      if (person.way.helper === helper.id) return accept()
      if (!mayAssist(helper)) return noHelper(helper.name)
      return accept(
        { type: 'person.helped', person: person.id, helper: helper.id },
        ...alongWith(workshop, person.id, helper),
      )
    }
    case 'help.ask': {
      if (actor.role === 'facilitator') return decideAssist(workshop, command.name, actor.id, moment)
      const name = nameOf(command.name)
      if (typeof name !== 'string') return name
      if (!mayAssist(actor)) return noHelper(actor.name)
      const asks = Object.values(workshop.asks)
      const own = asks.filter((ask) => ask.by === actor.id)
      if (own.some((ask) => nameKey(ask.name) === nameKey(name))) return accept()
      if (own.length >= ASKS_OF_ONE_MAX)
        return refuse(
          'too_many_asks',
          'You have asked for many already. A facilitator will answer them first.',
        )
      if (asks.length >= ASKS_MAX)
        return refuse('too_many_asks', 'Many others are waiting for an answer. Tell a facilitator.')
      return accept({ type: 'help.asked', ask: moment.newId(), name, by: actor.id })
    }
    case 'help.answer': {
      const ask = entryOf(workshop.asks, command.ask)
      if (ask === undefined) return refuse('no_such_ask', 'That has been answered already.')
      const { isYes } = command
      const answered: WorkshopEvent = { type: 'help.answered', ask: ask.id, isYes, by: actor.id }
      if (!isYes) return accept(answered)
      const assisted = decideAssist(workshop, ask.name, ask.by, moment)
      return assisted.ok ? accept(answered, ...assisted.events) : assisted
    }
    default:
      return command satisfies never
  }
}

function decideAssist(
  workshop: Workshop,
  typedName: string,
  helperId: string,
  { newId }: Moment,
): Decision | Refusal {
  const name = nameOf(typedName)
  if (typeof name !== 'string') return name
  const helper = onRoster(workshop, helperId)
  if (helper === undefined) return NO_SUCH_PERSON
  if (!mayAssist(helper)) return noHelper(helper.name)
  if (peopleLeft(workshop) < 1) return FULL
  const person = newId()
  return accept(
    {
      type: 'person.joined',
      person,
      name,
      role: 'participant',
      way: { kind: 'assisted', helper: helper.id },
    },
    ...alongWith(workshop, person, helper),
  )
}

function nameOf(typed: string): string | Refusal {
  const name = cleanLine(typed)
  if (name === '') return refuse('name_missing', 'Please type a name.')
  return name.length > NAME_MAX ? tooLong(NAME_MAX) : name
}

/** Whoever gets a helper is where the helper is, and sent where the helper was sent. */
function alongWith(workshop: Workshop, person: string, helper: Person): WorkshopEvent[] {
  const isInRound = helper.space !== null && slotOf(workshop, helper.space) !== undefined
  const sent = helper.sent?.space ?? (isInRound ? helper.space : null)
  const current = entryOf(workshop.people, person)
  const events: WorkshopEvent[] = []
  if (isRoundOn(workshop) && sent !== null && current?.sent?.space !== sent)
    events.push({ type: 'people.sent', places: [{ person, space: sent }] })
  if (helper.space !== (current?.space ?? null))
    events.push({ type: 'person.went', person, space: helper.space })
  return events
}
