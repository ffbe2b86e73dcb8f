/** The write-up as Markdown (CommonMark; reads the same with GitHub's extensions). */
import type { DrawingPart, WriteUpDrawing } from './drawings.ts'
import { drawingParts } from './drawings.ts'
import type { WriteUpWords } from './words.ts'
import { englishWords, marksOf, oneLine } from './words.ts'
import type { WriteUp, WriteUpBoard, WriteUpNote, WriteUpReport, WriteUpSection } from './writeUp.ts'
import { isBlank, NEXT_STEPS, paragraphsOf } from './writeUp.ts'

/**
 * What Markdown, or a common extension of it, would take for a mark inside a line. `_` between letters and a lone `&`
 * are none, and stay readable. `www.` is one before a mark: GitHub would make an address of it and show our escapes.
 */
const MARKS =
  /[\\`*[\]<>~^$|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=[#\p{L}])|(?<=www)\.(?=\S*[\\`*[\]<>~^$|&_])/giu
/** What it would take for a heading, list, rule or fence at the beginning of a line. */
const LINE_START = /^([#+\-=:])|^(\d{1,9})([.)])/
/** A web address; marks after it belong to the sentence. */
const ADDRESS = /https?:\/\/[^\s<>\\`]*[^\s<>\\`.,;:!?'"()[\]*_~&]/giu

/** Words so escaped that Markdown shows them as they are, inside a line. Web addresses become links. */
export function escapeMarkdown(text: string): string {
  const line = oneLine(text)
  let result = ''
  let from = 0
  for (const found of line.matchAll(ADDRESS)) {
    // Escapes inside an address would be taken literally by some readers; in angle brackets it needs none.
    result += `${line.slice(from, found.index).replace(MARKS, '\\$&')}<${found[0]}>`
    from = found.index + found[0].length
  }
  return result + line.slice(from).replace(MARKS, '\\$&')
}

function paragraph(text: string): string {
  return escapeMarkdown(text).replace(LINE_START, (_all, mark: string | undefined, number = '', dot = '') =>
    mark === undefined ? `${String(number)}\\${String(dot)}` : `\\${mark}`,
  )
}

/** Marks at the end of a heading would be swallowed as its closing ones. */
function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${escapeMarkdown(text).replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'))}`
}

/** The whole write-up; each block is a paragraph, a heading or a list. Ends with a line break. */
export function writeUpMarkdown(value: WriteUp, words: WriteUpWords = englishWords): string {
  const blocks: string[] = []
  const title = value.title.trim() === '' ? value.question : value.title
  if (title.trim() !== '') blocks.push(heading(1, title))
  if (value.question.trim() !== '' && title !== value.question) blocks.push(paragraph(value.question))
  const several = value.boards.length > 1
  for (const board of value.boards) {
    if (several) blocks.push(heading(2, board.title))
    blocks.push(...boardBlocks(board, several ? 3 : 2, words))
  }
  for (const report of value.reports) blocks.push(...reportBlocks(report, 2))
  if (value.boards.length === 0) blocks.push(paragraph(words.noNotes))
  blocks.push(paragraph(words.tally(value.tally)))
  return `${blocks.join('\n\n')}\n`
}

function boardBlocks(board: WriteUpBoard, level: number, words: WriteUpWords): string[] {
  const empty = board.tally.notes === 0 ? [paragraph(words.noNotes)] : []
  const isOnly = board.sections.length === 1
  const reports = board.reports.flatMap((report) => reportBlocks(report, level))
  return [
    ...reports,
    ...empty,
    ...board.sections.flatMap((section) => sectionBlocks(section, level, isOnly, words)),
  ]
}

function reportBlocks({ title, parts }: WriteUpReport, level: number): string[] {
  return [
    heading(level, title),
    ...parts.flatMap((part) => [heading(level + 1, part.title), ...paragraphsOf(part.text).map(paragraph)]),
  ]
}

function sectionBlocks(
  section: WriteUpSection,
  level: number,
  isOnly: boolean,
  words: WriteUpWords,
): string[] {
  const blocks: string[] = []
  const bare = section.id === null && isOnly
  const inner = bare ? level : level + 1
  if (!bare) blocks.push(heading(level, section.id === null ? words.noSection : section.title))
  if (section.prompt.trim() !== '') blocks.push(paragraph(section.prompt))
  for (const theme of section.themes) {
    blocks.push(
      heading(inner, theme.title.trim() === '' ? words.untitledTheme : theme.title),
      noteList(theme.notes, words),
    )
  }
  if (section.others.length > 0) {
    if (section.themes.length > 0) blocks.push(heading(inner, words.otherNotes))
    blocks.push(noteList(section.others, words))
  }
  if (section.drawings.length + section.wordless > 0) {
    blocks.push(heading(inner, words.drawings))
    if (section.drawings.length > 0) blocks.push(drawingList(section.drawings, words))
    if (section.wordless > 0)
      blocks.push(paragraph(words.wordless(section.wordless, section.drawings.length > 0)))
  }
  if (section.tag === NEXT_STEPS && isBlank(section)) blocks.push(paragraph(words.noneRecorded))
  return blocks
}

function drawingList(drawings: readonly WriteUpDrawing[], words: WriteUpWords): string {
  const part = (each: DrawingPart): string => {
    if (each.isTheirs) return `*${escapeMarkdown(each.words)}*`
    // The space round it stays: escaping takes it off.
    const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(each.words) ?? []
    return before + escapeMarkdown(inner) + after
  }
  return drawings.map((drawing) => `- ${drawingParts(drawing, words).map(part).join('')}`).join('\n')
}

function noteList(notes: readonly WriteUpNote[], words: WriteUpWords): string {
  return notes
    .map((note) => {
      const said =
        note.text.trim() === '' ? escapeMarkdown(words.emptyNote) : `*${escapeMarkdown(note.text)}*`
      return ['-', said, ...marksOf(note, words).map(escapeMarkdown)].join(' ')
    })
    .join('\n')
}
