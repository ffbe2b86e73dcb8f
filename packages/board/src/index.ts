/** A board on a `Y.Doc`: sections, notes, themes; the front door. See `../SPEC.md`. */
export { addPlanned, sameTitle } from './addPlanned.ts'
export type { Planned, PlannedNote } from './addPlanned.ts'
export { SORTS, sortSection, tidyUp } from './arrange.ts'
export type { SortBy } from './arrange.ts'
export {
  BoardReading,
  binnedFigures,
  binnedNotes,
  hiddenNotes,
  orderedRegions,
  orderedThemes,
  visibleNotes,
} from './BoardReading.ts'
export type { BoardChange, ReadableBoard } from './BoardReading.ts'
export { arrowJoins, firstWords } from './arrows.ts'
export type { ArrowJoin } from './arrows.ts'
export { addBackdrop, removeBackdrop } from './backdrops.ts'
export { CLIP_MAX, packClip, pasteClip, readClip } from './clip.ts'
export type { Clip, ClipFigure, ClipNote } from './clip.ts'
export { addCopies, copiesOf, duplicateItems, duplicateNotes } from './copies.ts'
export type { Copied } from './copies.ts'
export { inspectUpdate } from './guard.ts'
export type { GuardRefusal, HiddenAgain, Inspected } from './guard.ts'
export type { Sender } from './judgeEntities.ts'
export {
  anchorBox,
  arrowLine,
  figureBox,
  figureCentre,
  inkWidth,
  isFigure,
  textLines,
  visibleFigures,
} from './figureGeometry.ts'
export type { Anchors } from './figureGeometry.ts'
export {
  absolute,
  extendInk,
  fileFigures,
  moveFigures,
  removeFigures,
  resizeFigure,
  restack,
  restoreFigures,
  restyleFigures,
  setArrow,
  settleInk,
} from './figureOperations.ts'
export {
  DRAW_COLORS,
  DRAW_SIZES,
  FIGURE_KINDS,
  HIGHLIGHTER_PX,
  LABEL_MAX,
  LABEL_PX,
  LINE_PX,
  SIDE_MIN,
  TEXT_PX,
  TEXT_WIDTH,
} from './figures.ts'
export type {
  Arrow,
  ArrowEnd,
  DrawColor,
  DrawSize,
  Figure,
  FigureKind,
  Ink,
  Origin,
  Outline,
  Picture,
  TextBox,
} from './figures.ts'
export { copyBeside } from './copyBeside.ts'
export type { BesideMeans } from './copyBeside.ts'
export { copyBoard } from './copyBoard.ts'
export type { CopyMeans } from './copyBoard.ts'
export { findItems, FOUND_KINDS, snippetOf } from './find.ts'
export type { Found, FoundKind, FoundPlace, Snippet } from './find.ts'
export { freshId } from './ids.ts'
export { breakLines, LINE_HEIGHT, widthOf } from './lettering.ts'
export { itemsOf, restoreItems } from './items.ts'
export { linkParts } from './links.ts'
export type { LinkPart } from './links.ts'
export {
  centreOf,
  freePlaces,
  regionAfterMove,
  REGION_HEAD,
  regionAt,
  regionHead,
  THEME_HEAD,
  THEME_PAD,
  themeBox,
} from './layout.ts'
export type { Box, Point } from './layout.ts'
export { promoteNotes } from './promote.ts'
export type { Promoted } from './promote.ts'
export { mergeNotes } from './merge.ts'
export type { Merged } from './merge.ts'
export {
  addNotes,
  addTheme,
  bringToFront,
  clearBoard,
  fileInRegion,
  fileInTheme,
  moveNotes,
  recolour,
  relabelRegion,
  removeNotes,
  removeTheme,
  reorderNote,
  reorderTheme,
  restoreNotes,
} from './operations.ts'
export type { NewNote } from './operations.ts'
export { addFigures } from './newFigures.ts'
export type { NewEnd, NewFigure } from './newFigures.ts'
export { byOrder, byStack, lastOrder, orderBetween, ordersBetween } from './order.ts'
export { outline, tally } from './outline.ts'
export type { OutlineSection, OutlineTheme, Tally } from './outline.ts'
export { readUpdate } from './readUpdate.ts'
export { readDrawing, readNote, readRegion, readTheme, wordsOf } from './read.ts'
export type { GuardCode } from './refused.ts'
export { keepHidden, repair } from './repair.ts'
export {
  BOARD_SCHEMA,
  ENTITIES_MAX,
  entities,
  NOTE_COLORS,
  NOTE_GAP,
  NOTE_HEIGHT,
  NOTE_SOURCES,
  NOTE_TEXT_MAX,
  NOTE_WIDTH,
  TITLE_MAX,
} from './schema.ts'
export type {
  Backdrop,
  BezierSegment,
  Curve,
  Drawing,
  EntityRoot,
  Frame,
  Furniture,
  Gone,
  GoneHow,
  Groups,
  Label,
  Note,
  NoteColor,
  NoteSource,
  Region,
  Theme,
} from './schema.ts'
export { seedBoard } from './seed.ts'
export type { BoardSeed, SeedFurniture, SeedRegion } from './seed.ts'
export { FreshNotes } from './stepAside.ts'
export { makeUndo } from './undo.ts'
export type { Undo } from './undo.ts'
export { applyEdit, caretAfter, editBetween, notesFromPaste, pastedRows } from './words.ts'
export type { TextEdit } from './words.ts'
export { CREATION, isOwn } from './writer.ts'
export type { Items, Writer } from './writer.ts'
