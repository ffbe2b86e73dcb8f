/** What an open space is made of: topics, the drafts before them, the grid that they are placed on (methods §1.5). */

/**
 * Where a topic is in its life (methods §1.5). A draft is no topic yet; `split` is no state: the child is a topic of its
 * own, and the parent goes on.
 */
export const TOPIC_STATES = [
  /** Offered, with no place yet. */
  'posted',
  /** In a place, and its time has not come. */
  'scheduled',
  /** Its round has begun, or its convener started it. */
  'running',
  /** Over; its report may be unfinished. */
  'ended',
  /** Over here; it goes on as another topic in another round. */
  'continued',
  /** Over, and its report is submitted. */
  'reported',
  /** Lives on as a complementary question of another topic. */
  'merged',
  /** Off the grid, kept in the record. */
  'withdrawn',
] as const
/** See `TOPIC_STATES`. */
export type TopicState = (typeof TOPIC_STATES)[number]

/** A question of a topic. The first of a topic is its main question, the others are complementary (methods OS-1). */
export interface Question {
  readonly id: string
  readonly text: string
  /** The topic that it was offered as. */
  readonly origin: string
  /** Who asked it. */
  readonly by: string
}

/**
 * Where and when a topic is to be. A round and a space together are a cell of the grid, which holds one topic (OS-6);
 * either may be in words of one's own instead ("14:10", "by the window"), and such places hold any number.
 */
export interface Place {
  /** The stage of the running order that is the round, or `null` for a time in words. */
  readonly round: string | null
  /** '' where there is a round. */
  readonly time: string
  /** The breakout, or `null` for a place in words. */
  readonly space: string | null
  /** '' where there is a space. */
  readonly where: string
}

/** What became of a topic, for its record. */
export interface TopicFact {
  /** ms since 1970, server time. */
  readonly at: number
  /** Who did it, or `null` where the time came. */
  readonly by: string | null
  readonly what: TopicFactKind
  /** The other topic that it is about, or `null`. */
  readonly other: string | null
  /** What was said with it, such as the words before an edit or why it was withdrawn; '' where nothing. */
  readonly text: string
}
/** Kinds of facts. */
export type TopicFactKind =
  | 'posted'
  | 'edited'
  | 'placed'
  | 'lifted'
  | 'joined' // Another topic was merged into it.
  | 'merged'
  | 'unmerged'
  | 'split'
  | 'withdrawn'
  | 'broughtBack'
  | 'started'
  | 'extended'
  | 'ended'
  | 'continued'
  | 'convened' // Somebody became a convener.
  | 'tookOver'
  | 'leftIt' // Somebody is no convener any more.
  | 'submitted'
  | 'reopened'

/** What came to a topic when another was merged into it: taken away again when that is undone. */
export interface Union {
  /** The topic that was merged into it. */
  readonly from: string
  /** Conveners and sign-ups that came with it alone. */
  readonly conveners: readonly string[]
  readonly signUps: readonly string[]
  /** The place that came with it, where there was none before, or `null`. */
  readonly place: Place | null
  /** Whether its board became the board of both. */
  readonly hasBoard: boolean
}

/** Somebody's question that others may talk about with them. */
export interface Topic {
  readonly id: string
  /** Never empty; the first is the main one. */
  readonly questions: readonly Question[]
  /** What it is about, in a line, or ''. */
  readonly pitch: string
  /** People; whoever offered it is the first. Somebody assisted may be one. */
  readonly conveners: readonly string[]
  readonly state: TopicState
  readonly posted: number
  /** Where it is, or was when it was withdrawn or merged; `null` where it never had or has no place. */
  readonly place: Place | null
  /** People who said that they would come: intent, no more (OS-11). */
  readonly signUps: readonly string[]
  /** Its board, or `null` before it has one. */
  readonly board: string | null
  /** Template of its board, or '' for the round's. */
  readonly template: string
  /** Whether it is about doing something: a topic of an action round. */
  readonly isAction: boolean
  /** ms since 1970, server time, or `null`. */
  readonly started: number | null
  /** When it was over, without the grace; `null` before. Notes written after it are *after the round*. */
  readonly over: number | null
  /** Time that it alone was given on top of its round's, ms. */
  readonly extra: number
  /** The topic that it continues, or `null`. */
  readonly continues: string | null
  /** The topic that it was split from, or `null`. */
  readonly splitFrom: string | null
  /** The topic that it lives on in, or `null`. */
  readonly mergedInto: string | null
  readonly unions: readonly Union[]
  /** Whether its people were asked at half-time who takes notes. */
  readonly isNudged: boolean
  /** The latest last, `FACTS_KEPT` at most. */
  readonly facts: readonly TopicFact[]
  /** `null` before it started. */
  readonly report: Report | null
}

/** A question that is being written: nobody but its owner, and who writes for them, gets to see it. */
export interface Draft {
  readonly id: string
  /** Whose it is: they will be its convener. */
  readonly owner: string
  readonly question: string
  readonly pitch: string
  readonly template: string
  readonly isAction: boolean
  readonly at: number
}

/** One convener asks another to join their topics; nothing happens before the other says yes (OS-8). */
export interface MergeAsk {
  readonly id: string
  /** The topic of who asks. */
  readonly topic: string
  /** The topic of who is asked. */
  readonly other: string
  readonly by: string
  readonly at: number
}

/** How topics come to be offered. */
export interface Market {
  /** Private drafting: what is offered waits as a draft until all take turns or all are posted. */
  readonly isDrafting: boolean
  /** Whose turn it is to say their question, and who comes after: drafts. Empty while nobody takes turns. */
  readonly queue: readonly string[]
  /** Since when it is the first one's turn, ms since 1970; 0 without turns. */
  readonly turnSince: number
  /** Whether sign-ups show names, or how many they are. */
  readonly signUps: 'names' | 'counts'
}

/** What somebody is told alone, until they have seen it. */
export interface Notice {
  readonly id: string
  readonly kind: NoticeKind
  readonly to: readonly string[]
  /** Who of them has not seen it yet. */
  readonly unseen: readonly string[]
  /** The topic that it is about; what is told of a draft names that, and goes with it. */
  readonly topic: string
  /** Another topic that it is about, or `null`. */
  readonly other: string | null
  readonly by: string | null
  readonly at: number
  /** What was said with it, or ''. */
  readonly text: string
}
export const NOTICE_KINDS = [
  /** A topic that one signed up for was withdrawn. */
  'withdrawn',
  /** A facilitator did something with one's topic: placed or lifted it, edited it, and so on; `text` says what. */
  'acted',
  /** One's topic lost its place because the round or the space was taken away. */
  'unplaced',
  /** The merge that one asked for was accepted, or was not. */
  'merged',
  'notMerged',
  /** A merge that one took part in was undone. */
  'unmerged',
  /** Somebody took over as convener, or made one a convener. */
  'tookOver',
  'convened',
  /** A facilitator reminds conveners of a report (A37). */
  'report',
  /** One's turn went by without a word: the question is kept, as a draft. */
  'passedOver',
  /** Private writing ended and nothing was posted: what one wrote is kept, as a draft. */
  'draftKept',
] as const
/** See `NOTICE_KINDS`. */
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Texts of a report (methods §1.6), the first three shown at first. */
export const REPORT_FIELDS = [
  'headline',
  'next',
  'question',
  'said',
  'requests',
  'resources',
  'surprising',
] as const
/** See `REPORT_FIELDS`. */
export type ReportField = (typeof REPORT_FIELDS)[number]
/** What was typed into each; '' where nothing. */
export type ReportTexts = { readonly [F in ReportField]: string }

/** What a conversation leaves behind. Its main points are not in it: they are the themes of the topic's board. */
export interface Report {
  readonly texts: ReportTexts
  /** The note that the group chose to be quoted, with its words at that time; `null` for none. */
  readonly quote: { readonly note: string; readonly text: string } | null
  /** People who took part, as those say who fill it in (OS-12). */
  readonly people: readonly string[]
  /** `undefined` while nobody said otherwise: then it is who takes notes in the space. */
  readonly noteTaker: string | null | undefined
  /** Who writes it up, or `null`; no need to be convener or note-taker (OS-3). */
  readonly writer: string | null
  /** Whom the conveners let fill it in. */
  readonly helpers: readonly string[]
  /** When it was written to last, ms since 1970; 0 while nothing is in it. */
  readonly edited: number
  /** Whether it is submitted just now. */
  readonly isSubmitted: boolean
  /** What it said at each submission, the first first, `VERSIONS_KEPT` at most: the latest. */
  readonly versions: readonly ReportVersion[]
}
/** What a report said when it was submitted. */
export interface ReportVersion {
  readonly at: number
  readonly by: string
  readonly texts: ReportTexts
}

/** Limits: letters in UTF-16 units, numbers. */
export const TOPIC_QUESTION_SOFT = 140
export const TOPIC_PITCH_MAX = 280
export const PLACE_WORDS_MAX = 60
export const REASON_MAX = 280
export const REPORT_TEXT_MAX = 6_000
/** A headline on the news wall is one sentence (methods §4.5). */
export const HEADLINE_SOFT = 120
export const TOPICS_MAX = 300
/** Of one person: each can have a board, and those are for everybody. Facilitators type for others and have no such limit. */
export const TOPICS_OF_ONE_MAX = 30
export const DRAFTS_OF_ONE_MAX = 10
export const FACTS_KEPT = 60
export const NOTICES_KEPT = 400
export const VERSIONS_KEPT = 100
/** More topics in one than this are warned of, not forbidden (OS-8). */
export const QUESTIONS_SOFT = 3
/** After the end of a round a topic goes on for so long, ms (OS-16). */
export const GRACE_MS = 120_000
/** A convener who is away for so long may be stood in for, ms. */
export const TAKE_OVER_MS = 180_000
/** After so long, facilitators may accept a merge for somebody who is away, ms (OS-8). */
export const AWAY_MS = 120_000
/** Who was in a space for so long is offered as having taken part, ms (OS-12). */
export const TOOK_PART_MS = 60_000
/** With fewer notes than this at half-time, a space is asked who takes notes. */
export const FEW_NOTES = 3

/** Nothing written yet. */
export const EMPTY_TEXTS: ReportTexts = {
  headline: '',
  next: '',
  question: '',
  said: '',
  requests: '',
  resources: '',
  surprising: '',
}
/** A report that begins. */
export const EMPTY_REPORT: Report = {
  texts: EMPTY_TEXTS,
  quote: null,
  people: [],
  noteTaker: undefined,
  writer: null,
  helpers: [],
  edited: 0,
  isSubmitted: false,
  versions: [],
}
/** Before anything was offered. */
export const EMPTY_MARKET: Market = { isDrafting: false, queue: [], turnSince: 0, signUps: 'names' }

/** Whether a topic takes up its place: what is merged or withdrawn does not. */
export const isOnGrid = ({ state, place }: Pick<Topic, 'state' | 'place'>): boolean =>
  place !== null && state !== 'posted' && state !== 'merged' && state !== 'withdrawn'

/** Whether a topic is over, whatever became of it then. */
export const isOver = ({ state }: Pick<Topic, 'state'>): boolean =>
  state === 'ended' || state === 'continued' || state === 'reported'

/** Whether its conveners can still merge, move or withdraw it. */
export const isOpen = ({ state }: Pick<Topic, 'state'>): boolean =>
  state === 'posted' || state === 'scheduled'

/** The cell of a place, as one word; `undefined` for a place that is no cell. */
export function cellOf(place: Place | null): string | undefined {
  return place === null || place.round === null || place.space === null
    ? undefined
    : JSON.stringify([place.round, place.space])
}
