/** What a workshop is: one value, made by `evolve` from its events and never changed in place. */
import type { Round, Space } from './spaces.ts'
import type { Stage } from './stages.ts'
import type { Draft, Market, MergeAsk, Notice, Topic } from './topics/topic.ts'
import { EMPTY_MARKET } from './topics/topic.ts'

/** A person's role in the workshop (methods §0.3). */
export type Role = 'facilitator' | 'participant' | 'observer'
export const ROLES: readonly Role[] = ['facilitator', 'participant', 'observer']

/** How somebody takes part. */
export type Way =
  /** With connections of their own. */
  | { readonly kind: 'self' }
  /** Without any: by phone, on paper, beside somebody. The helper acts for them. */
  | { readonly kind: 'assisted'; readonly helper: string }
  /** On a list of names that was put in beforehand; nobody has come under it yet. */
  | { readonly kind: 'expected' }
  /** A facilitator trying the workshop as a participant: counted nowhere, gone with a reset. */
  | { readonly kind: 'trial'; readonly of: string }

/** What somebody chose to say of themselves. Never in the way of joining. */
export interface About {
  /** In whose shoes they stand, in their own words, or ''. Shown in aggregate only (methods HP-3). */
  readonly perspective: string
  /** What they need to take part, or ''. For facilitators only. */
  readonly needs: string
  /** Whether they may be named in what is published. */
  readonly isNamed: boolean
}

/** Somebody on the roster. A person may have any number of connections, none included. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** When they first joined, ms since 1970, server time. */
  readonly joined: number
  readonly way: Way
  readonly about: About
  /** The space they chose last, by any of their connections; `null` is the main room. */
  readonly space: string | null
  /** Since when they are there, ms since 1970, server time; 0 before they went anywhere. */
  readonly since: number
  /** Where they were for a minute or longer, the latest last, `STAYS_KEPT` at most: whom a report may name (OS-12). */
  readonly stays: readonly Stay[]
  /** Where they were sent in this round, and since when (ms since 1970); `null` where they choose for themselves. */
  readonly sent: { readonly space: string; readonly at: number } | null
  /** Whether a facilitator has seen them in the call of the space they were sent to. */
  readonly isInCall: boolean
  /** Whether they said *I'm done* in this activity. */
  readonly isDone: boolean
  /** Who took them off the roster and when, or `null`. They are kept, because their notes are. */
  readonly gone: Removal | null
}

/** A time that somebody was in a space, ms since 1970, server time. */
export interface Stay {
  readonly space: string
  readonly from: number
  readonly to: number
}

/** A board of the workshop. `doc` names its current document; restore, reset and erase give a board a new one. */
export interface BoardInfo {
  readonly id: string
  readonly title: string
  readonly doc: string
  readonly template: string
  /** Place among all boards, those taken away included. */
  readonly order: number
  /** Whether only facilitators may change it just now. */
  readonly isLocked: boolean
  /** Who took it away and when (ms since 1970), or `null`: it is kept and can be brought back. */
  readonly gone: Removal | null
}

/** Who took something away, and when, ms since 1970, server time. */
export interface Removal {
  readonly by: string
  readonly at: number
}

/** What the workshop says of itself before it starts and after it ended. Typed text, '' where nothing was said. */
export interface Framing {
  /** Why it is held. */
  readonly purpose: string
  /** What is fixed and not up for discussion. */
  readonly fixed: string
  /** What is open and can be changed by those who come. */
  readonly open: string
  /** How to take part by phone. */
  readonly phone: string
  /** What comes next, such as the date of the next meeting. */
  readonly next: string
  /** Home time zone by its IANA name, or ''. */
  readonly zone: string
  /** Planned start, ms since 1970, or 0. */
  readonly starts: number
}

/** A countdown on every screen. It never cuts anybody off. Times are ms since 1970, server time. */
export interface Timer {
  readonly started: number
  readonly ends: number
}

/** Something that all, or those in some spaces, were told. */
export interface Announcement {
  readonly id: string
  readonly text: string
  /** `nudge`: a quiet question to one space, whose words are the screen's; `text` is ''. */
  readonly kind: 'words' | 'nudge'
  /** Spaces that it is for, or `null` for everybody. */
  readonly to: readonly string[] | null
  readonly by: string
  readonly at: number
}

/** One button that everybody is offered; nobody is moved. */
export type Invitation =
  | { readonly kind: 'back'; readonly by: string; readonly at: number }
  /** To the inviter's place on a board. */
  | { readonly kind: 'here'; readonly by: string; readonly board: string; readonly at: number }

/** *I'm writing for someone*: waits for a facilitator's yes. */
export interface HelpAsk {
  readonly id: string
  readonly name: string
  readonly by: string
  readonly at: number
}

/** What was brought along from the workshop before. */
export interface Carried {
  readonly kind: 'question' | 'commitment'
  readonly text: string
}

/** The workshop as the server knows it. */
export interface Workshop {
  readonly id: string
  readonly title: string
  /** The main question, or ''. */
  readonly question: string
  readonly created: number
  readonly framing: Framing
  /** The workshop that this one follows, or `null`. */
  readonly follows: { readonly workshop: string; readonly title: string } | null
  readonly carried: readonly Carried[]
  readonly people: Readonly<Record<string, Person>>
  readonly boards: Readonly<Record<string, BoardInfo>>
  /** The running order; empty where there is none. */
  readonly stages: readonly Stage[]
  /** The current stage, or `null` before the first and without a running order. */
  readonly stage: string | null
  /** When it was ended, ms since 1970, or `null`. */
  readonly ended: number | null
  readonly timer: Timer | null
  /** Where everybody is expected: in the main room, or in the spaces of the latest round. */
  readonly focus: 'main' | 'spaces'
  readonly spaces: Readonly<Record<string, Space>>
  /** The latest is the current one. */
  readonly rounds: readonly Round[]
  /** The latest last, `ANNOUNCEMENTS_KEPT` of each kind at most. */
  readonly announcements: readonly Announcement[]
  readonly invitation: Invitation | null
  readonly asks: Readonly<Record<string, HelpAsk>>
  readonly topics: Readonly<Record<string, Topic>>
  readonly drafts: Readonly<Record<string, Draft>>
  readonly market: Market
  readonly merges: Readonly<Record<string, MergeAsk>>
  /** The latest last. */
  readonly notices: readonly Notice[]
}

/** Before the first event. */
export const NO_WORKSHOP: Workshop = {
  id: '',
  title: '',
  question: '',
  created: 0,
  framing: { purpose: '', fixed: '', open: '', phone: '', next: '', zone: '', starts: 0 },
  follows: null,
  carried: [],
  people: {},
  boards: {},
  stages: [],
  stage: null,
  ended: null,
  timer: null,
  focus: 'main',
  spaces: {},
  rounds: [],
  announcements: [],
  invitation: null,
  asks: {},
  topics: {},
  drafts: {},
  market: EMPTY_MARKET,
  merges: {},
  notices: [],
}

/** Limits on what people type, in UTF-16 units. */
export const WORKSHOP_TITLE_MAX = 120
export const QUESTION_MAX = 500
export const NAME_MAX = 80
export const BOARD_TITLE_MAX = 120
/** Purpose, what is fixed, what is open, how to take part by phone, what comes next. */
export const FRAMING_MAX = 1_000
/** Perspective and access needs. */
export const ABOUT_MAX = 200
export const ANNOUNCEMENT_MAX = 280
/** Boards of one workshop, those taken away included. */
export const BOARDS_MAX = 400
/** People on one roster. */
export const PEOPLE_MAX = 5_000
/** Stays of one person that are kept. */
export const STAYS_KEPT = 60
/** Announcements that are kept for those who come later. */
export const ANNOUNCEMENTS_KEPT = 40
/** Requests to write for someone that may wait at once. */
export const ASKS_MAX = 100
/** Requests of one person that may wait at once: they leave room for those of others. */
export const ASKS_OF_ONE_MAX = 10
/** Questions and commitments that a workshop may bring along. */
export const CARRIED_MAX = 200
