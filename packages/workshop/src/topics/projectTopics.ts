/** What people may see of an open space: drafts, notices and merges that are asked are for those concerned alone. */
import { entryOf } from '../decision.ts'
import { assistedBy, onRoster } from '../roster.ts'
import type { Workshop } from '../state.ts'
import { mayFillIn, noteTakerOf } from './mayFillIn.ts'
import { isStillSo } from './notices.ts'
import { closePairs } from './looksClose.ts'
import { actsFor, convenersAwaySince, convenersMissingSince, endOf } from './timeOf.ts'
import type { Away } from './timeOf.ts'
import type { Report, Topic } from './topic.ts'
import { isOpen, TAKE_OVER_MS } from './topic.ts'
import { undoable } from './unions.ts'
import type { MarketView, MyTopicsView, ReportView, TopicView } from './topicView.ts'
import { NO_TOPICS_OF_MINE } from './topicView.ts'
import { whoTookPart } from './tookPart.ts'

/** Perspectives are told where so many named one: fewer would say who. */
const PERSPECTIVES_FROM = 3

/** Every topic as everybody sees it. @param boards - those that are in sight */
export function topicsView(
  workshop: Workshop,
  boards: Readonly<Record<string, unknown>>,
): Record<string, TopicView> {
  const hasNames = workshop.market.signUps === 'names'
  const views: Record<string, TopicView> = {}
  for (const topic of Object.values(workshop.topics)) {
    const { id, signUps, board, unions: ____, extra: _, isNudged: __, report: ___, ...rest } = topic
    const coming = signUps.filter((person) => onRoster(workshop, person) !== undefined)
    views[id] = {
      id,
      ...rest,
      signUps: coming.length,
      names: hasNames ? coming : [],
      board: board !== null && Object.hasOwn(boards, board) ? board : null,
      ends: topic.state === 'running' ? endOf(workshop, topic) : null,
      joined: undoable(workshop, topic).map(({ from }) => from),
    }
  }
  return views
}

/** Every report that has begun. */
export function reportsView(workshop: Workshop): Record<string, ReportView> {
  const views: Record<string, ReportView> = {}
  for (const topic of Object.values(workshop.topics))
    if (topic.report !== null) views[topic.id] = reportView(workshop, topic, topic.report)
  return views
}

function reportView(workshop: Workshop, topic: Topic, report: Report): ReportView {
  const there = report.people.flatMap((id) => entryOf(workshop.people, id) ?? [])
  const shoes = there.map(({ about }) => about.perspective).filter((each) => each !== '')
  return {
    texts: report.texts,
    quote: report.quote,
    noteTaker: noteTakerOf(workshop, topic),
    writer: report.writer,
    helpers: report.helpers,
    people: there.length,
    named: there.filter(({ about }) => about.isNamed).map(({ id }) => id),
    perspectives: shoes.length >= PERSPECTIVES_FROM ? [...new Set(shoes)].toSorted() : [],
    edited: report.edited,
    isSubmitted: report.isSubmitted,
    versions: report.versions.map(({ at, by }) => ({ at, by })),
  }
}

/** How topics come to be offered. */
export function marketView({ market, drafts }: Workshop): MarketView {
  const [first, ...after] = market.queue
  const turn = first === undefined ? undefined : entryOf(drafts, first)
  const written = Object.values(drafts).filter(({ question }) => question !== '')
  return {
    isDrafting: market.isDrafting,
    drafting: new Set(written.map(({ owner }) => owner)).size,
    turn:
      turn === undefined
        ? null
        : { draft: turn.id, person: turn.owner, at: market.turnSince, after: after.length },
    signUps: market.signUps,
  }
}

/** What is one person's own of an open space. @param now - ms since 1970, server time */
export function myTopicsView(workshop: Workshop, person: string, now: number, away: Away): MyTopicsView {
  const { topics, drafts, merges, notices } = workshop
  const all = Object.values(topics)
  if (all.length === 0 && Object.keys(drafts).length === 0) return NO_TOPICS_OF_MINE
  const mine = [person, ...assistedBy(workshop, person).map(({ id }) => id)]
  const isMine = (id: string): boolean => mine.includes(id)
  const convenes = (id: string): boolean => entryOf(topics, id)?.conveners.some(isMine) === true
  // Facilitators may answer for those who are away, so they hear of what waits for those.
  const mayStandIn = (id: string): boolean => {
    const asked = entryOf(topics, id)
    const isFacilitator = workshop.people[person]?.role === 'facilitator'
    return isFacilitator && asked !== undefined && convenersAwaySince(workshop, asked, away) !== null
  }
  const mayWrite = workshop.people[person]?.role !== 'observer'
  const reports = mayWrite ? all.filter((topic) => mayFillIn(workshop, person, topic)) : []
  return {
    drafts: Object.values(drafts).filter(({ owner }) => isMine(owner)),
    signUps: Object.fromEntries(
      mine.map((id) => [id, all.filter(({ signUps }) => signUps.includes(id)).map((topic) => topic.id)]),
    ),
    close: closePairs(all.filter(isOpen)).flatMap(([one, other]) => [
      ...(convenes(one) && !convenes(other) ? [{ mine: one, other }] : []),
      ...(convenes(other) && !convenes(one) ? [{ mine: other, other: one }] : []),
    ]),
    merges: Object.values(merges).filter(
      ({ topic, other }) => convenes(topic) || convenes(other) || mayStandIn(other),
    ),
    notices: notices
      .filter((notice) => notice.unseen.some(isMine) && isStillSo(workshop, notice))
      .map(({ id, kind, topic, other, by, at, text }) => ({ id, kind, topic, other, by, at, text })),
    tookPart: Object.fromEntries(reports.map((topic) => [topic.id, whoTookPart(workshop, topic, now)])),
    people: Object.fromEntries(
      all.flatMap((topic) => {
        const isTheirs = reports.includes(topic)
        // Of reports that others fill in, one hears whether oneself is named.
        const named = (topic.report?.people ?? []).filter((id) => isTheirs || isMine(id))
        return isTheirs || named.length > 0 ? [[topic.id, named]] : []
      }),
    ),
    takeOver: mayWrite ? takeOverOf(workshop, person, away) : null,
  }
}

/** The topic that goes on in a space, if one does: the latest, where the one before it has its grace still. */
function topicIn({ topics }: Pick<Workshop, 'topics'>, space: string): Topic | undefined {
  return Object.values(topics)
    .filter(({ state, place }) => state === 'running' && place?.space === space)
    .toSorted((a, b) => (b.started ?? 0) - (a.started ?? 0))[0]
}

function takeOverOf(workshop: Workshop, person: string, away: Away): MyTopicsView['takeOver'] {
  const space = workshop.people[person]?.space ?? null
  const topic = space === null ? undefined : topicIn(workshop, space)
  if (space === null || topic === undefined || actsFor(workshop, person, topic.conveners)) return null
  const since = convenersMissingSince(workshop, topic, space, away)
  return since === null ? null : { topic: topic.id, from: since + TAKE_OVER_MS }
}
