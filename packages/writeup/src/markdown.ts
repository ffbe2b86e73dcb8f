/** The write-up as Markdown (CommonMark; reads the same with GitHub's extensions). */
import type { WriteUpWords } from './words.ts'
import { englishWords, oneLine } from './words.ts'
import type { WriteUp, WriteUpBoard, WriteUpNote, WriteUpSection } from './writeUp.ts'
import { NEXT_STEPS } from './writeUp.ts'

/** What Markdown, or a common extension of it, would take for a mark anywhere in a line. */
const MARKS = /[\\`*_[\]<>&~^$|]/g
/** What it would take for a heading, list, rule or fence at the beginning of a line. */
const LINE_START = /^([#+\-=:])|^(\d{1,9})([.)])/

/** Words so escaped that Markdown shows them as they are, inside a line. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(MARKS, '\\$&')
}

function paragraph(text: string): string {
  return escapeMarkdown(text).replace(LINE_START, (_all, mark: string | undefined, number = '', dot = '') =>
    mark === undefined ? `${String(number)}\\${String(dot)}` : `\\${mark}`,
  )
}

/** Two closing marks at the end of a heading would be swallowed as its end. */
function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${paragraph(text).replace(/#+$/, (marks) => marks.replaceAll('#', '\\#'))}`
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
  if (value.boards.length === 0) blocks.push(paragraph(words.noNotes))
  blocks.push(paragraph(words.tally(value.tally)))
  return `${blocks.join('\n\n')}\n`
}

function boardBlocks(board: WriteUpBoard, level: number, words: WriteUpWords): string[] {
  const empty = board.tally.notes === 0 ? [paragraph(words.noNotes)] : []
  const isOnly = board.sections.length === 1
  return [...empty, ...board.sections.flatMap((section) => sectionBlocks(section, level, isOnly, words))]
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
  if (section.tag === NEXT_STEPS && section.themes.length + section.others.length === 0) {
    blocks.push(paragraph(words.noneRecorded))
  }
  return blocks
}

function noteList(notes: readonly WriteUpNote[], words: WriteUpWords): string {
  return notes
    .map((note) =>
      note.text.trim() === '' ? `- ${escapeMarkdown(words.emptyNote)}` : `- *${escapeMarkdown(note.text)}*`,
    )
    .join('\n')
}
