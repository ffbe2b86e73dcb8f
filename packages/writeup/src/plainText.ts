/** The write-up as plain text, for *Copy everything*: into a mail, a chat, a document. */
import { drawingParts } from './drawings.ts'
import type { WriteUpWords } from './words.ts'
import { englishWords, marksOf, oneLine } from './words.ts'
import type { WriteUp, WriteUpNote, WriteUpReport, WriteUpSection } from './writeUp.ts'
import { isBlank, NEXT_STEPS, paragraphsOf } from './writeUp.ts'

/**
 * Blocks are parted by blank lines; a note is a line that begins with a bullet, which pasting into a board takes off, a
 * drawing one that begins with a dash.
 */
export function plainText(value: WriteUp, words: WriteUpWords = englishWords): string {
  const blocks = [[value.title, value.question].map(oneLine).filter(Boolean).join('\n')]
  for (const board of value.boards) {
    if (value.boards.length > 1) blocks.push(oneLine(board.title))
    for (const report of board.reports) blocks.push(...reportBlocks(report))
    if (board.tally.notes === 0) blocks.push(words.noNotes)
    const isOnly = board.sections.length === 1
    for (const section of board.sections) blocks.push(...sectionBlocks(section, isOnly, words))
  }
  for (const report of value.reports) blocks.push(...reportBlocks(report))
  if (value.boards.length === 0) blocks.push(words.noNotes)
  blocks.push(words.tally(value.tally))
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function reportBlocks({ title, parts }: WriteUpReport): string[] {
  return [
    oneLine(title),
    ...parts.map((part) => [oneLine(part.title), ...paragraphsOf(part.text)].join('\n')),
  ]
}

function sectionBlocks(section: WriteUpSection, isOnly: boolean, words: WriteUpWords): string[] {
  const title = section.id === null ? (isOnly ? '' : words.noSection) : section.title
  const head = [title, section.prompt].map(oneLine).filter(Boolean).join('\n')
  const themes = section.themes.map((theme) =>
    [oneLine(theme.title) || words.untitledTheme, ...lines(theme.notes, words)].join('\n'),
  )
  const othersHead = section.themes.length > 0 ? [words.otherNotes] : []
  const others =
    section.others.length > 0 ? [[...othersHead, ...lines(section.others, words)].join('\n')] : []
  const none = section.tag === NEXT_STEPS && isBlank(section) ? [words.noneRecorded] : []
  return [head, ...themes, ...others, ...drawn(section, words), ...none]
}

function drawn({ drawings, wordless }: WriteUpSection, words: WriteUpWords): string[] {
  if (drawings.length + wordless === 0) return []
  const said = drawings.map((drawing) => {
    const parts = drawingParts(drawing, words)
    return `– ${parts.map((part) => part.words).join('')}`
  })
  const more = wordless > 0 ? [words.wordless(wordless, drawings.length > 0)] : []
  return [[words.drawings, ...said, ...more].join('\n')]
}

function lines(notes: readonly WriteUpNote[], words: WriteUpWords): string[] {
  return notes.map((note) =>
    ['•', oneLine(note.text) || words.emptyNote, ...marksOf(note, words).map(oneLine)].join(' '),
  )
}
