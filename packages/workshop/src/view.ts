/** What the clients get of a workshop: the shape of what `project` makes. Two levels deep, so that changes stay small. */
import type { SpaceKind } from './spaces.ts'
import type { StageDraft } from './stages.ts'
import type { MarketView, MyTopicsView, ReportView, TopicView } from './topics/topicView.ts'
import type { About, Carried, Framing, Invitation, Removal, Role, Timer } from './state.ts'

/** Where somebody is just now, from their open connections. */
export interface Presence {
  /** Board they look at, or `null` while elsewhere in the workshop. */
  readonly board: string | null
  /** Note whose words they are changing, or `null`. */
  readonly note: string | null
}

/** Somebody on the roster as others see them. Marks are left out where they do not hold. */
export interface PersonView {
  readonly name: string
  readonly role: Role
  /** `null` while they have no connection. */
  readonly at: Presence | null
  /** The person who acts for them: they have no connection of their own. */
  readonly helper?: string
  /** On the list of names put in beforehand, and not come yet; facilitators alone get those. */
  readonly isExpected?: true
  /** A facilitator trying the workshop: counted nowhere. */
  readonly isTrial?: true
  /** Taken off the roster; named where their notes are. */
  readonly isGone?: true
  /** For facilitators only. */
  readonly needs?: string
  /** For facilitators only, where there are spaces. */
  readonly place?: PlaceView
}

/** Where somebody is and was sent, by their own choice of space in Moot; it knows nothing of any call. */
export interface PlaceView {
  /** The space they chose last; `null` is the main room. */
  readonly space: string | null
  /** Where they were sent; `null` where they choose for themselves. */
  readonly sent: string | null
  /** Whether a facilitator has seen them in the call. */
  readonly isInCall: boolean
}

/** A board as the clients need it. */
export interface BoardView {
  readonly title: string
  readonly doc: string
  readonly template: string
  readonly order: number
  /** It was locked: only facilitators may change it. A stage that is read only has the same effect, see `lockOf`. */
  readonly isLocked?: true
  /** Only for facilitators, and only on boards that were taken away. */
  readonly gone?: Removal
}

/** Keys of the workshop's links, as far as this person may hand them on. */
export interface LinksView {
  readonly join?: string
  /** Eight letters, for typing in. */
  readonly code?: string
  readonly observer?: string
}

/** A stage of the running order. Times are ms since 1970, server time. */
export interface StageView extends StageDraft {
  /** Place in the running order, from 0. */
  readonly order: number
  readonly started: number | null
  readonly ended: number | null
  readonly board: string | null
  /** What people call the round that it is or will be; only where it is a row of the marketplace's grid. */
  readonly round?: number
}

/** A space as it is in the current round. */
export interface SpaceView {
  readonly kind: SpaceKind
  readonly number: number
  readonly videoName: string
  readonly videoLink: string
  /** A spare that is folded away; facilitators alone get those. */
  readonly isHidden: boolean
  /** Its board just now, or `null`. */
  readonly board: string | null
  /** Whether it takes part in the current round. */
  readonly isOn: boolean
  readonly title: string
  readonly question: string
  /** Person who takes notes. */
  readonly noteTaker: string | null
  /** Participants who are there, those assisted included, observers and facilitators not. */
  readonly people: number
  /** When a facilitator was called there, ms since 1970, or `null`. */
  readonly helpAt: number | null
}

/**
 * Which space a board belongs to, in which round; kept when the space is gone, for where notes come from. The board of a
 * topic that never was in a space is of the kind `topic`: it is nobody's main board either.
 */
export interface SlotView {
  /** 0 for the hallway and for a `topic`. A board that went on in a further round is that one's. */
  readonly round: number
  /** '' for a `topic`. */
  readonly space: string
  readonly kind: SpaceKind | 'topic'
  readonly number: number
  readonly title: string
  readonly question: string
  /** Where a board that went on in a further round was before, the first first; left out where it always was here. */
  readonly earlier?: readonly EarlierSlot[]
}

/** A place that a board had until (ms since 1970, server time) the round of the next one began. */
export interface EarlierSlot extends Pick<SlotView, 'round' | 'number' | 'title'> {
  readonly until: number
}

/** Something that this person was told. */
export interface AnnouncementView {
  readonly id: string
  readonly text: string
  readonly kind: 'words' | 'nudge'
  readonly at: number
  /** Whether it went to everybody. */
  readonly isForAll: boolean
}

/** What is this person's own. */
export interface MeView {
  readonly person: string
  readonly role: Role
  readonly about: About
  /** The space they chose last; `null` is the main room. */
  readonly space: string | null
  /** Where they were sent and when, or `null`. */
  readonly sent: { readonly space: string; readonly at: number } | null
  readonly isDone: boolean
  /** Everybody they write for, by name. */
  readonly assists: readonly string[]
  /** What each of them says of themselves: their helper types it. */
  readonly helped: Readonly<Record<string, About>>
  /** Whether *I'm writing for someone* waits for a facilitator's yes: the name they gave. */
  readonly asks: readonly string[]
  /** The latest first, ten at most. */
  readonly announcements: readonly AnnouncementView[]
  /** What they missed while they were away or had not come yet, or `null`. */
  readonly missed: { readonly since: number; readonly notes: number } | null
  readonly topics: MyTopicsView
}

/** What holds for the whole workshop at this moment. */
export interface NowView {
  readonly stage: string | null
  readonly focus: 'main' | 'spaces'
  readonly timer: Timer | null
  readonly ended: number | null
  /** The board of the main room that people are led to, or `null` where there is none. */
  readonly board: string | null
  /** How many rounds have been opened, or 0; `slots` say what people call them. */
  readonly round: number
  /** The stage that the current round was opened in, or `null`. */
  readonly roundStage: string | null
  readonly fill: 'choose' | 'random' | 'hand'
  /** How many said *I'm done*, of how many participants who are here. */
  readonly done: number
  readonly here: number
  readonly invitation: Invitation | null
}

/** What one person may see: sent whole after `hello`, then as changes. */
export interface WorkshopView {
  readonly workshop: {
    readonly id: string
    readonly title: string
    readonly question: string
    readonly created: number
    readonly follows: { readonly title: string } | null
    readonly carried: readonly Carried[]
  } & Framing
  readonly me: MeView
  readonly now: NowView
  readonly people: Readonly<Record<string, PersonView>>
  readonly boards: Readonly<Record<string, BoardView>>
  readonly stages: Readonly<Record<string, StageView>>
  readonly spaces: Readonly<Record<string, SpaceView>>
  /** By board. */
  readonly slots: Readonly<Record<string, SlotView>>
  /** For facilitators: who waits for a yes. */
  readonly asks: Readonly<Record<string, { readonly name: string; readonly by: string; readonly at: number }>>
  /** For facilitators: in whose shoes people stand, and how many each. */
  readonly perspectives: Readonly<Record<string, number>>
  readonly market: MarketView
  readonly topics: Readonly<Record<string, TopicView>>
  /** By topic, from its start on. */
  readonly reports: Readonly<Record<string, ReportView>>
  /** Who is behind a Yjs client id, for cursors; connected ones only. Keys are decimal numbers. */
  readonly clients: Readonly<Record<string, string>>
  readonly links: LinksView
}
