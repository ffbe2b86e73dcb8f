/** What the clients get of an open space. */
import type { MergeAsk, NoticeKind, Place, Question, ReportField, TopicFact, TopicState } from './topic.ts'

/** A topic as everybody sees it. Times are ms since 1970, server time. */
export interface TopicView {
  readonly id: string
  readonly questions: readonly Question[]
  readonly pitch: string
  readonly conveners: readonly string[]
  readonly state: TopicState
  readonly posted: number
  readonly place: Place | null
  /** How many said that they would come. */
  readonly signUps: number
  /** Who they are, where the workshop shows names. */
  readonly names: readonly string[]
  readonly board: string | null
  readonly template: string
  readonly isAction: boolean
  readonly started: number | null
  /** When it ends as things are, without the grace; `null` where nothing says so. */
  readonly ends: number | null
  /** When it was over; notes written after it are *after the round*. */
  readonly over: number | null
  readonly continues: string | null
  readonly splitFrom: string | null
  readonly mergedInto: string | null
  /** Topics that were merged into it and can be taken out again. */
  readonly joined: readonly string[]
  readonly facts: readonly TopicFact[]
}

/** A report as everybody sees it, from its topic's start on. */
export interface ReportView {
  readonly texts: { readonly [F in ReportField]: string }
  readonly quote: { readonly note: string; readonly text: string } | null
  readonly noteTaker: string | null
  readonly writer: string | null
  readonly helpers: readonly string[]
  /** How many took part. */
  readonly people: number
  /** Those of them who agreed to be named. */
  readonly named: readonly string[]
  /** In whose shoes they stand, where three or more said so; in no order that says who. */
  readonly perspectives: readonly string[]
  /** When it was written to last, or 0. The news wall shows it from then on. */
  readonly edited: number
  readonly isSubmitted: boolean
  /** Each submission. */
  readonly versions: readonly { readonly at: number; readonly by: string }[]
}

/** How topics come to be offered just now. */
export interface MarketView {
  readonly isDrafting: boolean
  /** How many people have something written that is not posted; never who. */
  readonly drafting: number
  /** Whose turn it is, since when, and how many come after them; `null` while nobody takes turns. */
  readonly turn: {
    readonly draft: string
    readonly person: string
    readonly at: number
    readonly after: number
  } | null
  readonly signUps: 'names' | 'counts'
}

/** Something that this person alone was told. */
export interface NoticeView {
  readonly id: string
  readonly kind: NoticeKind
  /** A topic, or one's own draft. */
  readonly topic: string
  readonly other: string | null
  readonly by: string | null
  readonly at: number
  readonly text: string
}

/** What of an open space is this person's own, and of those whom they write for. */
export interface MyTopicsView {
  readonly drafts: readonly {
    readonly id: string
    readonly owner: string
    readonly question: string
    readonly pitch: string
    readonly template: string
    readonly isAction: boolean
    readonly at: number
  }[]
  /** Topics that they signed up for, by person: themselves and those they write for. */
  readonly signUps: Readonly<Record<string, readonly string[]>>
  /** Pairs of topics that look alike, of which one is theirs. Only the conveners of both are told. */
  readonly close: readonly { readonly mine: string; readonly other: string }[]
  /** Merges that they asked for, or are asked for; for facilitators those, too, of which all who are asked are away. */
  readonly merges: readonly MergeAsk[]
  /** What they were told and have not seen yet. */
  readonly notices: readonly NoticeView[]
  /** Whom to suggest as having taken part, by topic whose report they may fill in. */
  readonly tookPart: Readonly<Record<string, readonly string[]>>
  /** Whom those reports name already, by topic; of others, whether they name oneself and whom one writes for. */
  readonly people: Readonly<Record<string, readonly string[]>>
  /** The topic of the space that they are in, if its conveners are away: from when on (ms since 1970) they may take over. */
  readonly takeOver: { readonly topic: string; readonly from: number } | null
}

/** Of somebody who has nothing to do with topics. */
export const NO_TOPICS_OF_MINE: MyTopicsView = {
  drafts: [],
  signUps: {},
  close: [],
  merges: [],
  notices: [],
  tookPart: {},
  people: {},
  takeOver: null,
}
