/** Notes out: the front door. See `../SPEC.md`. */
export { notesCsv, readCsv, themesCsv } from './csv.ts'
export { drawingParts } from './drawings.ts'
export type { DrawingPart, WriteUpDrawing } from './drawings.ts'
export { escapeMarkdown, writeUpMarkdown } from './markdown.ts'
export { plainText } from './plainText.ts'
export { englishWords, marksOf, oneLine } from './words.ts'
export type { WriteUpWords } from './words.ts'
export { isBlank, NEXT_STEPS, paragraphsOf, placedNotes, writeUp } from './writeUp.ts'
export type {
  PlacedNote,
  WriteUp,
  WriteUpBoard,
  WriteUpNote,
  WriteUpReport,
  WriteUpSection,
  WriteUpSource,
  WriteUpTheme,
} from './writeUp.ts'
