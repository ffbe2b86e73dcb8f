/** The workshop, decided: the front door. See `../SPEC.md`. */
export { commandSchema } from './command.ts'
export type { Command } from './command.ts'
export { boardsInSight } from './boardOrder.ts'
export { isCounted } from './counted.ts'
export { decide } from './decide.ts'
export { decideAppoint, decideJoin, decideReturn } from './decideJoin.ts'
export type { Coming } from './decideJoin.ts'
export type { FreshBoard, Moment } from './decideBoard.ts'
export type { Decision, Refusal, RefusalCode } from './decision.ts'
export { eventSchema } from './event.ts'
export type { WorkshopEvent } from './event.ts'
export { evolve, evolveAll } from './evolve.ts'
export type { Happened } from './evolve.ts'
export { mayWrite, PERMISSIONS } from './permissions.ts'
export { mainBoard, project, projectMe, projectShared, slotAt, slotsOf } from './project.ts'
export type { Around, SharedView } from './project.ts'
export { assistedBy, facilitatorsOf, mayAssist } from './roster.ts'
export { lockable, lockOf, mayOnBoard } from './lock.ts'
export type { BoardLock, Lockable } from './lock.ts'
export {
  boardOfSpace,
  breakouts,
  currentRound,
  FILLS,
  isRoundOn,
  SLOT_TITLE_MAX,
  slotLabel,
  slotOf,
  SPACES_MAX,
  suggestedSpaces,
  VIDEO_LINK_MAX,
  VIDEO_NAME_MAX,
} from './spaces.ts'
export type { Fill, Round, Slot, Space, SpaceKind } from './spaces.ts'
export {
  currentStage,
  nextStage,
  STAGE_GATES,
  STAGE_KINDS,
  STAGE_MINUTES_MAX,
  STAGE_PLACES,
  STAGE_PROMPT_MAX,
  STAGE_TITLE_MAX,
  STAGES_MAX,
  totalMinutes,
} from './stages.ts'
export type { Stage, StageDraft, StageGate, StageKind, StagePlace } from './stages.ts'
export { cleanLine, cleanText } from './typed.ts'
export {
  cellOf,
  EMPTY_TEXTS,
  FEW_NOTES,
  GRACE_MS,
  HEADLINE_SOFT,
  isOnGrid,
  isOpen,
  isOver,
  PLACE_WORDS_MAX,
  QUESTIONS_SOFT,
  REASON_MAX,
  REPORT_FIELDS,
  REPORT_TEXT_MAX,
  TOPIC_PITCH_MAX,
  TOPIC_QUESTION_SOFT,
  TOPIC_STATES,
  TOPICS_MAX,
} from './topics/topic.ts'
export type {
  Draft,
  Market,
  MergeAsk,
  Notice,
  NoticeKind,
  Place,
  Question,
  Report,
  ReportField,
  ReportTexts,
  ReportVersion,
  Topic,
  TopicFact,
  TopicFactKind,
  TopicState,
  Union,
} from './topics/topic.ts'
export {
  cellWords,
  freeCells,
  gridOf,
  gridOfView,
  holders,
  isRow,
  isSamePlace,
  nearestFree,
  roundNumbers,
} from './topics/grid.ts'
export type { Cell, Grid, GridColumn, GridRow } from './topics/grid.ts'
export { dueEvents } from './topics/dueEvents.ts'
export { endOf, overOf } from './topics/timeOf.ts'
export { mergeText } from './topics/mergeText.ts'
export { NO_TOPICS_OF_MINE } from './topics/topicView.ts'
export type { MarketView, MyTopicsView, NoticeView, ReportView, TopicView } from './topics/topicView.ts'
export {
  ABOUT_MAX,
  ANNOUNCEMENT_MAX,
  BOARD_TITLE_MAX,
  BOARDS_MAX,
  CARRIED_MAX,
  FRAMING_MAX,
  NAME_MAX,
  NO_WORKSHOP,
  PEOPLE_MAX,
  QUESTION_MAX,
  ROLES,
  WORKSHOP_TITLE_MAX,
} from './state.ts'
export type {
  About,
  Announcement,
  BoardInfo,
  Carried,
  Framing,
  HelpAsk,
  Invitation,
  Person,
  Removal,
  Role,
  Timer,
  Way,
  Workshop,
} from './state.ts'
export type {
  AnnouncementView,
  BoardView,
  LinksView,
  MeView,
  NowView,
  PersonView,
  PlaceView,
  Presence,
  SlotView,
  SpaceView,
  StageView,
  WorkshopView,
} from './view.ts'
