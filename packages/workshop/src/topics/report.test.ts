/** Reports: who fills them in, how several write at once, submitting and reopening. */
import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import { project } from '../project.ts'
import type { Workshop } from '../state.ts'
import { MARKET, RUNNING, toldTo, topicOf } from '../testing/topics.ts'
import { after, AROUND, AT, carryOut, eventsOf, judge } from '../testing/workshops.ts'
import type { Report, ReportField } from './topic.ts'
import { REPORT_TEXT_MAX, VERSIONS_KEPT } from './topic.ts'

const write = (text: string, before = '', field: ReportField = 'headline'): Command => ({
  type: 'report.write',
  topic: 'lead',
  field,
  text,
  before,
})
const jobs = (said: Partial<Extract<Command, { type: 'report.jobs' }>>): Command => ({
  type: 'report.jobs',
  topic: 'lead',
  ...said,
})
const SUBMIT: Command = { type: 'report.submit', topic: 'lead' }
const REOPEN: Command = { type: 'report.reopen', topic: 'lead' }
const NUDGE: Command = { type: 'report.nudge', topic: 'lead' }
const GATHER: Command = { type: 'reports.gather' }
function reportOf(workshop: Workshop): Report {
  const { report } = topicOf(workshop, 'lead')
  if (report === null) throw new Error('it has no report')
  return report
}
const WRITTEN = carryOut(RUNNING, write('Places lead'), 'ama')

describe('[W-110] writing', () => {
  it('is possible from the start of the topic on', () => {
    expect(judge(MARKET, write('x'), 'ama')).toMatchObject({ code: 'not_yet' })
    expect(reportOf(WRITTEN)).toMatchObject({ texts: { headline: 'Places lead' }, edited: AT })
  })

  it('several at once lose no word', () => {
    const named = carryOut(WRITTEN, jobs({ helper: { person: 'sam', isOn: true } }), 'ama')
    const one = carryOut(named, write('Places really lead', 'Places lead'), 'ama')
    const both = carryOut(one, write('Places lead, not people', 'Places lead'), 'sam')
    expect(reportOf(both).texts.headline).toBe('Places really lead, not people')
  })

  it('texts stay as they are typed; a headline is one line; marks that hide or reorder go', () => {
    const said = (text: string, field: ReportField): string =>
      reportOf(carryOut(RUNNING, write(text, '', field), 'ama')).texts[field]
    expect(said('One \r\n\r\n\r\nTwo ', 'said')).toBe('One \n\n\nTwo ')
    expect(said('One\nTwo', 'headline')).toBe('One Two')
    expect(said('a\u202eb\u0007c 👩‍👩‍👧', 'next')).toBe('abc 👩‍👩‍👧')
  })

  it('the same again changes nothing, and too much is refused with the measure after joining', () => {
    expect(eventsOf(WRITTEN, write('Places lead'), 'ama')).toEqual([])
    const half = 'x'.repeat(REPORT_TEXT_MAX / 2)
    const full = carryOut(RUNNING, write(half, '', 'said'), 'ama')
    expect(judge(full, write(half.replaceAll('x', 'y'), '', 'said'), 'ama')).toMatchObject({
      code: 'too_long',
    })
  })
})

describe('[W-109] [W-111] who fills it in', () => {
  it('conveners, whom they name, who takes notes and who writes it up; nobody else', () => {
    for (const actor of ['sam', 'bo', 'hana'])
      expect(judge(RUNNING, write('x'), actor)).toMatchObject({ code: 'not_convener' })
    expect(judge(RUNNING, write('x'), 'olu')).toMatchObject({ code: 'not_allowed' })
    const named = carryOut(
      RUNNING,
      jobs({ noteTaker: 'mo', writer: 'cy', helper: { person: 'bea', isOn: true } }),
      'ama',
    )
    // Hana writes for Bea, who was named.
    for (const actor of ['mo', 'cy', 'hana']) expect(judge(named, write('x'), actor).ok).toBe(true)
    expect(judge(named, jobs({ writer: 'mo' }), 'cy')).toMatchObject({ code: 'not_convener' })
    const less = carryOut(named, jobs({ writer: null, helper: { person: 'bea', isOn: false } }), 'ama')
    for (const actor of ['cy', 'hana']) expect(judge(less, write('x'), actor).ok).toBe(false)
    expect(eventsOf(less, jobs({ noteTaker: 'mo', writer: null }), 'ama')).toEqual([])
  })

  it('A25 who took the pen in the space, unless the report says otherwise', () => {
    const pen = after([{ type: 'slot.changed', space: 'sp1', noteTaker: 'mo' }], RUNNING)
    expect(judge(pen, write('x'), 'mo').ok).toBe(true)
    expect(judge(carryOut(pen, jobs({ noteTaker: null }), 'ama'), write('x'), 'mo').ok).toBe(false)
  })

  it('a job takes somebody who can do it', () => {
    expect(judge(RUNNING, jobs({ noteTaker: 'bea' }), 'ama')).toMatchObject({ code: 'no_connection' })
    expect(judge(RUNNING, jobs({ writer: 'olu' }), 'ama')).toMatchObject({ code: 'no_connection' })
    expect(judge(RUNNING, jobs({ writer: 'nobody' }), 'ama')).toMatchObject({ code: 'no_such_person' })
    expect(judge(RUNNING, jobs({ writer: 'bea' }), 'ama').ok).toBe(true)
  })

  it('a facilitator, which the conveners are told once until they have seen it', () => {
    const once = carryOut(WRITTEN, write('Places lead on', 'Places lead'), 'farah')
    const twice = carryOut(once, write('Places lead on.', 'Places lead on'), 'farah')
    expect(toldTo(twice, 'ama')).toEqual(['acted lead report'])
    const seen = carryOut(twice, { type: 'notices.see', notices: twice.notices.map(({ id }) => id) }, 'ama')
    expect(toldTo(carryOut(seen, write('x', 'Places lead on.'), 'farah'), 'ama')).toEqual([
      'acted lead report',
    ])
  })
})

describe('[W-112] who took part, and what is quoted', () => {
  const people = (add: readonly string[], remove: readonly string[] = []): Command => ({
    type: 'report.people',
    topic: 'lead',
    add: [...add],
    remove: [...remove],
  })
  it('people on the roster who take part are named and taken off again', () => {
    const named = carryOut(RUNNING, people(['sam', 'bea', 'sam']), 'ama')
    expect(reportOf(named).people).toEqual(['sam', 'bea'])
    expect(reportOf(carryOut(named, people([], ['sam', 'mo']), 'ama')).people).toEqual(['bea'])
    expect(eventsOf(named, people(['sam'], ['mo']), 'ama')).toEqual([])
    expect(judge(RUNNING, people(['nobody']), 'ama')).toMatchObject({ code: 'no_such_person' })
    expect(judge(RUNNING, people(['olu']), 'ama')).toMatchObject({ code: 'no_connection' })
  })

  it('everybody says it of themselves and of whom they write for, and hears of that alone', () => {
    const mine = carryOut(RUNNING, people(['bea']), 'hana')
    const named = carryOut(mine, people(['mo']), 'ama')
    expect(judge(named, people(['sam', 'mo']), 'sam')).toMatchObject({ code: 'not_convener' })
    expect(judge(named, people([], ['mo']), 'sam')).toMatchObject({ code: 'not_convener' })
    expect(project(named, 'hana', AROUND)?.me.topics.people).toEqual({ lead: ['bea'] })
    expect(project(named, 'sam', AROUND)?.me.topics.people).toEqual({})
    expect(reportOf(carryOut(named, people([], ['mo']), 'mo')).people).toEqual(['bea'])
    expect(eventsOf(named, people(['theo']), 'theo').map(({ type }) => type)).toEqual(['report.peopled'])
  })

  it('one note is quoted with its words at that time', () => {
    const quote = (text: string): Command => ({
      type: 'report.quote',
      topic: 'lead',
      note: { id: 'n1', text },
    })
    const quoted = carryOut(RUNNING, quote(' Ask  first '), 'ama')
    expect(reportOf(quoted).quote).toEqual({ note: 'n1', text: 'Ask first' })
    expect(eventsOf(quoted, quote('Ask first'), 'ama')).toEqual([])
    expect(judge(RUNNING, quote(' '), 'ama')).toMatchObject({ code: 'words_missing' })
    expect(
      reportOf(carryOut(quoted, { type: 'report.quote', topic: 'lead', note: null }, 'ama')).quote,
    ).toBeNull()
  })
})

describe('[W-113] submitting', () => {
  it('takes one sentence at the top and nothing else', () => {
    for (const text of ['', ' '])
      expect(
        judge(text === '' ? RUNNING : carryOut(RUNNING, write(text), 'ama'), SUBMIT, 'ama'),
      ).toMatchObject({ code: 'nothing_written' })
    const done = carryOut(WRITTEN, SUBMIT, 'ama', { now: AT + 5 })
    expect(reportOf(done)).toMatchObject({
      isSubmitted: true,
      versions: [{ at: AT + 5, by: 'ama', texts: { headline: 'Places lead' } }],
    })
    // It goes on as long as it does, and is reported when it is over.
    expect(topicOf(done, 'lead').state).toBe('running')
    expect(topicOf(carryOut(done, { type: 'topic.end', topic: 'lead' }, 'ama'), 'lead').state).toBe(
      'reported',
    )
  })

  it('twice is once; what was written meanwhile makes a further version; every version stays', () => {
    const done = carryOut(WRITTEN, SUBMIT, 'ama')
    expect(eventsOf(done, SUBMIT, 'ama')).toEqual([])
    const more = carryOut(done, write('Places lead well', 'Places lead'), 'ama')
    const again = carryOut(more, SUBMIT, 'ama')
    expect(reportOf(again).versions.map(({ texts }) => texts.headline)).toEqual([
      'Places lead',
      'Places lead well',
    ])
    const version = (at: number): Command => ({ type: 'report.version', topic: 'lead', version: at })
    for (const actor of ['sam', 'olu'])
      expect(judge(again, version(1), actor)).toEqual({ ok: true, events: [] })
    for (const at of [-1, 2, 0.5, Number.NaN])
      expect(judge(again, version(at), 'ama')).toMatchObject({ code: 'nothing_written' })
  })

  it('keeps the latest versions, however often somebody submits', () => {
    let workshop = WRITTEN
    for (let at = 0; at <= VERSIONS_KEPT; at += 1) {
      const before = reportOf(workshop).texts.headline
      workshop = carryOut(carryOut(workshop, write(`Version ${at}`, before), 'ama'), SUBMIT, 'ama')
    }
    expect(reportOf(workshop).versions).toHaveLength(VERSIONS_KEPT)
    expect(reportOf(workshop).versions.at(-1)?.texts.headline).toContain(`${VERSIONS_KEPT}`)
  })

  it('reopens, as often as it takes', () => {
    const over = carryOut(carryOut(WRITTEN, SUBMIT, 'ama'), { type: 'topic.end', topic: 'lead' }, 'ama')
    const open = carryOut(over, REOPEN, 'ama')
    expect(topicOf(open, 'lead')).toMatchObject({ state: 'ended', report: { isSubmitted: false } })
    expect(eventsOf(open, REOPEN, 'ama')).toEqual([])
    expect(reportOf(carryOut(open, SUBMIT, 'ama')).versions).toHaveLength(2)
  })

  it('is for conveners and whom they let fill it in, not for who only takes notes; facilitators are told of', () => {
    const named = carryOut(
      WRITTEN,
      jobs({ noteTaker: 'mo', writer: 'cy', helper: { person: 'sam', isOn: true } }),
      'ama',
    )
    for (const actor of ['mo', 'cy', 'bo'])
      expect(judge(named, SUBMIT, actor)).toMatchObject({ code: 'not_convener' })
    expect(judge(named, SUBMIT, 'sam').ok).toBe(true)
    expect(toldTo(carryOut(named, SUBMIT, 'theo'), 'ama')).toEqual(['acted lead report'])
  })
})

describe('[W-114] reminding', () => {
  it('A37 reaches the conveners alone, once a minute, and not who has submitted', () => {
    const nudged = carryOut(RUNNING, NUDGE, 'farah')
    expect(toldTo(nudged, 'ama')).toEqual(['report lead'])
    for (const id of Object.keys(nudged.people).filter((each) => each !== 'ama'))
      expect(project(nudged, id, AROUND)?.me.topics.notices).toEqual([])
    expect(eventsOf(nudged, NUDGE, 'theo', { now: AT + 59_000 })).toEqual([])
    expect(eventsOf(nudged, NUDGE, 'theo', { now: AT + 60_000 })).toHaveLength(1)
    expect(eventsOf(carryOut(WRITTEN, SUBMIT, 'ama'), NUDGE, 'farah')).toEqual([])
    expect(judge(RUNNING, NUDGE, 'ama')).toMatchObject({ code: 'not_allowed' })
  })
})

describe('[W-115] what the reports say', () => {
  it('is gathered on a board of the main room, when they say something', () => {
    expect(judge(RUNNING, GATHER)).toMatchObject({ code: 'nothing_written' })
    expect(eventsOf(WRITTEN, GATHER)).toMatchObject([
      { type: 'board.added', title: 'What the reports say', template: 'blank' },
    ])
    expect(eventsOf(carryOut(WRITTEN, GATHER), GATHER)).toMatchObject([{ title: 'What the reports say 2' }])
  })
})
