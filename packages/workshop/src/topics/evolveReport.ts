/** One event further, where it is about the report of a topic. */
import type { WorkshopEvent } from '../event.ts'
import { withEntry } from '../changed.ts'
import { entryOf } from '../decision.ts'
import type { Workshop } from '../state.ts'
import type { Report, ReportField, Topic, TopicFactKind } from './topic.ts'
import { EMPTY_REPORT, FACTS_KEPT, REPORT_FIELDS, VERSIONS_KEPT } from './topic.ts'

type ReportEvent = Extract<WorkshopEvent, { type: `report.${string}` }>

/** See `evolve`. */
export function evolveReport(workshop: Workshop, event: ReportEvent, at: number): Workshop {
  const topic = entryOf(workshop.topics, event.topic)
  if (topic === undefined) return workshop
  const report = topic.report ?? EMPTY_REPORT
  const after: Report = { ...report, ...changeOf(report, event, at) }
  return {
    ...workshop,
    topics: withEntry<Topic>(workshop.topics, topic.id, { report: after, ...stateAfter(topic, event, at) }),
  }
}

function changeOf(report: Report, event: ReportEvent, at: number): Partial<Report> {
  switch (event.type) {
    case 'report.written': {
      // A field of a later version is kept in the record and shown by that version.
      const field = REPORT_FIELDS.find((each): each is ReportField => each === event.field)
      return field === undefined ? {} : { texts: { ...report.texts, [field]: event.text }, edited: at }
    }
    case 'report.quoted':
      return {
        quote: event.note === null ? null : { note: event.note.id, text: event.note.text },
        edited: at,
      }
    case 'report.peopled': {
      const people = new Set([...report.people, ...event.add])
      for (const person of event.remove) people.delete(person)
      return { people: [...people] }
    }
    case 'report.staffed': {
      const { noteTaker, writer, helper } = event
      const others = report.helpers.filter((person) => person !== helper?.person)
      return {
        ...(noteTaker !== undefined && { noteTaker }),
        ...(writer !== undefined && { writer }),
        ...(helper !== undefined && { helpers: helper.isOn ? [...others, helper.person] : others }),
      }
    }
    case 'report.submitted':
      return {
        isSubmitted: true,
        versions: [...report.versions, { at, by: event.by, texts: report.texts }].slice(-VERSIONS_KEPT),
      }
    case 'report.reopened':
      return { isSubmitted: false }
    default:
      event satisfies never
      return {}
  }
}

/** A topic that is over is reported while its report is submitted. */
function stateAfter(topic: Topic, event: ReportEvent, at: number): Partial<Topic> {
  const say = (what: TopicFactKind): Partial<Topic> => ({
    facts: [...topic.facts, { at, by: event.by, what, other: null, text: '' }].slice(-FACTS_KEPT),
  })
  if (event.type === 'report.submitted')
    return { ...say('submitted'), ...(topic.state === 'ended' && { state: 'reported' }) }
  if (event.type === 'report.reopened')
    return { ...say('reopened'), ...(topic.state === 'reported' && { state: 'ended' }) }
  return {}
}
