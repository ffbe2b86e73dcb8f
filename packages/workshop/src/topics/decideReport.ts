/** Judging what is asked of reports (methods §1.6). */
import { boardsInSight } from '../boardOrder.ts'
import type { Moment } from '../decideBoard.ts'
import { boardsLeft, freeTitle, TOO_MANY_BOARDS } from '../decideBoard.ts'
import type { Decision, Refusal } from '../decision.ts'
import { accept, isRefusal, refuse, tooLong } from '../decision.ts'
import type { WorkshopEvent } from '../event.ts'
import { NO_SUCH_PERSON, onRoster } from '../roster.ts'
import type { Person, Workshop } from '../state.ts'
import { cleanText, keptText } from '../typed.ts'
import type { TopicsCommand } from './decideTopics.ts'
import { hasHand } from './mayFillIn.ts'
import { mergeText } from './mergeText.ts'
import { told } from './notices.ts'
import { actsFor } from './timeOf.ts'
import type { Report, ReportTexts, Topic } from './topic.ts'
import { REPORT_FIELDS, REPORT_TEXT_MAX } from './topic.ts'
import { NO_SUCH_TOPIC, topicHere } from './topicHere.ts'
import { convenes, NOT_CONVENER } from './whoMay.ts'

/** Commands that this file judges. */
export type ReportCommand = Extract<TopicsCommand, { type: `report.${string}` | 'reports.gather' }>
type Of<T extends ReportCommand['type']> = Extract<ReportCommand, { type: T }>

/** What the board is called on which headlines are gathered. */
const GATHERED = 'What the reports say'
/** Conveners are reminded of a report once in this time, ms. */
const NUDGE_EVERY_MS = 60_000

const NOT_STARTED = refuse('not_yet', 'There is a report as soon as the topic has begun.')
const NOT_NAMED = refuse(
  'not_convener',
  'The report is filled in by those who offered the topic, and by those whom they name.',
)
const NOTHING_WRITTEN = refuse('nothing_written', 'Write one sentence at the top first: the headline.')

/** Judges one of them by somebody whose role may give it. */
export function decideReport(
  workshop: Workshop,
  command: ReportCommand,
  actor: Person,
  moment: Moment,
): Decision | Refusal {
  if (command.type === 'reports.gather') return decideGather(workshop, moment)
  const topic = topicHere(workshop, command.topic)
  if (topic === undefined) return NO_SUCH_TOPIC
  const { report } = topic
  if (report === null) return NOT_STARTED
  if (command.type === 'report.version') return decideVersion(report, command.version)
  if (command.type === 'report.nudge') return decideNudge(workshop, topic, report, actor, moment)
  const about = { workshop, topic, report, actor }
  const made = eventsOf(about, command)
  if (isRefusal(made) || made.length === 0) return isRefusal(made) ? made : accept()
  const isOwn = command.type === 'report.people' && isAboutOneself(workshop, command, actor)
  return accept(...made, ...(isOwn ? [] : toldOf(about, moment)))
}

/** Whose report it is, and who is at it. */
interface Asked {
  readonly workshop: Workshop
  readonly topic: Topic
  readonly report: Report
  readonly actor: Person
}

function eventsOf(
  asked: Asked,
  command: Exclude<ReportCommand, { type: 'reports.gather' | 'report.version' | 'report.nudge' }>,
): readonly WorkshopEvent[] | Refusal {
  const { workshop, topic, actor } = asked
  const isFacilitator = actor.role === 'facilitator'
  switch (command.type) {
    case 'report.write':
    case 'report.quote':
      if (!isFacilitator && !hasHand(workshop, actor.id, topic)) return NOT_NAMED
      return command.type === 'report.write' ? written(asked, command) : quoted(asked, command.note)
    case 'report.people':
      return isFacilitator || hasHand(workshop, actor.id, topic) || isAboutOneself(workshop, command, actor)
        ? peopled(asked, command)
        : NOT_NAMED
    case 'report.jobs':
      return isFacilitator || convenes(workshop, actor, topic) ? staffed(asked, command) : NOT_CONVENER
    case 'report.submit':
    case 'report.reopen':
      if (!isFacilitator && !mayHandIn(asked)) return NOT_NAMED
      return command.type === 'report.submit' ? submitted(asked) : reopened(asked)
    default:
      return command satisfies never
  }
}

/** That they took part, or did not, everybody says for themselves and for whom they write (OS-12). */
const isAboutOneself = (workshop: Workshop, { add, remove }: Of<'report.people'>, actor: Person): boolean =>
  [...add, ...remove].every((id) => actsFor(workshop, actor.id, [id]))

/** Conveners, and whom they let fill it in: who only takes notes or writes it up does not say when it is done. */
const mayHandIn = ({ workshop, topic, report, actor }: Asked): boolean =>
  actsFor(workshop, actor.id, [...topic.conveners, ...report.helpers])

/**
 * A facilitator at others' report: its conveners are told once until they have seen it, not at every word that is saved.
 */
function toldOf({ workshop, topic, actor }: Asked, moment: Moment): WorkshopEvent[] {
  if (hasHand(workshop, actor.id, topic)) return []
  const isTold = (person: string): boolean =>
    workshop.notices.some(
      ({ kind, topic: about, text, by, unseen }) =>
        kind === 'acted' &&
        about === topic.id &&
        text === 'report' &&
        by === actor.id &&
        unseen.includes(person),
    )
  const to = topic.conveners.filter((person) => !isTold(person))
  return told(workshop, { kind: 'acted', to, topic: topic.id, text: 'report', by: actor.id }, moment)
}

/** Texts stay as they are typed, spaces at the end too: people stop in mid-sentence. A headline is one line. */
function textOf(field: keyof ReportTexts, typed: string): string {
  const text = keptText(typed)
  return field === 'headline' ? text.replaceAll('\n', ' ') : text
}

function written(
  { topic, report, actor }: Asked,
  { field, text, before }: Of<'report.write'>,
): readonly WorkshopEvent[] | Refusal {
  const current = report.texts[field]
  const [from, typed] = [textOf(field, before), textOf(field, text)]
  // What is too long by itself is not joined first, which would take long.
  if (Math.max(from.length, typed.length) > REPORT_TEXT_MAX) return tooLong(REPORT_TEXT_MAX)
  const merged = mergeText(from, typed, current)
  if (merged.length > REPORT_TEXT_MAX) return tooLong(REPORT_TEXT_MAX)
  return merged === current
    ? []
    : [{ type: 'report.written', topic: topic.id, field, text: merged, by: actor.id }]
}

function quoted(
  { topic, report, actor }: Asked,
  note: Of<'report.quote'>['note'],
): readonly WorkshopEvent[] | Refusal {
  const quote = note === null ? null : { note: note.id, text: cleanText(note.text) }
  if (quote?.text === '') return refuse('words_missing', 'That note says nothing that could be quoted.')
  if (quote !== null && quote.text.length > REPORT_TEXT_MAX) return tooLong(REPORT_TEXT_MAX)
  if (quote?.note === report.quote?.note && quote?.text === report.quote?.text) return []
  return [
    {
      type: 'report.quoted',
      topic: topic.id,
      note: quote === null ? null : { id: quote.note, text: quote.text },
      by: actor.id,
    },
  ]
}

/** Observers are not counted, and a trial is nobody. */
const mayTakePart = ({ role, way }: Person): boolean => role !== 'observer' && way.kind !== 'trial'

function peopled(
  { workshop, topic, report, actor }: Asked,
  { add, remove }: Of<'report.people'>,
): readonly WorkshopEvent[] | Refusal {
  const there = new Set(report.people)
  const gone = new Set(remove)
  const added = [...new Set(add)].filter((id) => !there.has(id) && !gone.has(id))
  for (const id of added) {
    const person = onRoster(workshop, id)
    if (person === undefined) return NO_SUCH_PERSON
    if (!mayTakePart(person)) return refuse('no_connection', `${person.name} looks on and is not counted.`)
  }
  const removed = [...gone].filter((id) => there.has(id))
  return added.length + removed.length === 0
    ? []
    : [{ type: 'report.peopled', topic: topic.id, add: added, remove: removed, by: actor.id }]
}

function staffed(
  { workshop, topic, report, actor }: Asked,
  { noteTaker, writer, helper }: Of<'report.jobs'>,
): readonly WorkshopEvent[] | Refusal {
  const named = [noteTaker, writer, helper?.isOn === true ? helper.person : null]
  for (const id of named) {
    if (id === null || id === undefined) continue
    const person = onRoster(workshop, id)
    if (person === undefined) return NO_SUCH_PERSON
    const hasHands = person.way.kind === 'self' || person.way.kind === 'trial'
    if (person.role === 'observer' || (id === noteTaker && !hasHands))
      return refuse('no_connection', `${person.name} cannot write here, so somebody else has to.`)
  }
  const isHelping = helper !== undefined && report.helpers.includes(helper.person)
  const changed = {
    ...(noteTaker !== undefined && noteTaker !== report.noteTaker && { noteTaker }),
    ...(writer !== undefined && writer !== report.writer && { writer }),
    ...(helper !== undefined && helper.isOn !== isHelping && { helper }),
  }
  return Object.keys(changed).length === 0
    ? []
    : [{ type: 'report.staffed', topic: topic.id, ...changed, by: actor.id }]
}

function submitted({ topic, report, actor }: Asked): readonly WorkshopEvent[] | Refusal {
  if (report.texts.headline.trim() === '') return NOTHING_WRITTEN
  const last = report.versions.at(-1)?.texts
  // What was submitted goes on being written; it is submitted anew where it says something else by now.
  const isSame = last !== undefined && REPORT_FIELDS.every((field) => last[field] === report.texts[field])
  return report.isSubmitted && isSame ? [] : [{ type: 'report.submitted', topic: topic.id, by: actor.id }]
}

const reopened = ({ topic, report, actor }: Asked): readonly WorkshopEvent[] =>
  report.isSubmitted ? [{ type: 'report.reopened', topic: topic.id, by: actor.id }] : []

/** The answer has the texts; nothing happens. */
function decideVersion({ versions }: Report, version: number): Decision | Refusal {
  return Number.isInteger(version) && versions.at(version) !== undefined && version >= 0
    ? accept()
    : refuse('nothing_written', 'The report was not submitted so often.')
}

/** A reminder for its conveners alone (A37), once a minute at most; none where nothing is left to do. */
function decideNudge(
  workshop: Workshop,
  topic: Topic,
  { isSubmitted }: Report,
  actor: Person,
  moment: Moment,
): Decision {
  const isJustSaid = workshop.notices.some(
    ({ kind, topic: about, at }) =>
      kind === 'report' && about === topic.id && moment.now - at < NUDGE_EVERY_MS,
  )
  if (isSubmitted || isJustSaid) return accept()
  return accept(
    ...told(workshop, { kind: 'report', to: topic.conveners, topic: topic.id, by: actor.id }, moment),
  )
}

/** A board of the main room for the headlines, which the room puts on it. */
function decideGather(workshop: Workshop, { newId }: Moment): Decision | Refusal {
  const isSaid = ({ report }: Topic): boolean => report !== null && report.texts.headline.trim() !== ''
  if (!Object.values(workshop.topics).some(isSaid))
    return refuse('nothing_written', 'No report has a headline yet.')
  if (boardsLeft(workshop) < 1) return TOO_MANY_BOARDS
  const title = freeTitle(boardsInSight(workshop.boards), GATHERED)
  return accept({ type: 'board.added', board: newId(), doc: newId(), title, template: 'blank' })
}
