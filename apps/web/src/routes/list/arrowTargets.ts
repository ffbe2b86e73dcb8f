/** What an arrow may stick to, by name: for choosing its ends without a hand on the canvas. */
import type { ArrowEnd, Box, NewEnd, ReadableBoard } from '@moot/board'
import { anchorBox, outline } from '@moot/board'
import { firstWords } from '../board/firstWords.ts'
import { figureName } from '../board/figureWords.ts'

/** What an end sticks to. */
export type Anchor = NonNullable<ArrowEnd['on']>

/** One thing that an arrow may begin or end at. */
export interface ArrowTarget {
  readonly on: Anchor
  readonly name: string
  /** All its words, for searching. */
  readonly words: string
  /** Title of its section, '' for none. */
  readonly section: string
}

/** Notes, texts, outlines and pictures in reading order. */
export function arrowTargets(board: ReadableBoard): ArrowTarget[] {
  return outline(board).flatMap(({ region, themes, others, figures }) => {
    const section = region?.title ?? ''
    const notes = [...themes.flatMap((theme) => theme.notes), ...others]
    return [
      ...notes.map((note) => ({
        on: { root: 'notes' as const, id: note.id },
        name: firstWords(note.text),
        words: note.text,
        section,
      })),
      ...figures.flatMap((figure) =>
        figure.kind === 'ink' || figure.kind === 'arrow'
          ? []
          : [
              {
                on: { root: 'drawings' as const, id: figure.id },
                name: figureName(board, figure),
                words: figure.text,
                section,
              },
            ],
      ),
    ]
  })
}

/** Those whose words or name have every word that was typed, in any case and with any accents. */
export function searchTargets(targets: readonly ArrowTarget[], typed: string): ArrowTarget[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return [...targets]
  return targets.filter(({ name, words, section }) => {
    const text = plain(`${name} ${words} ${section}`)
    return wanted.every((word) => text.includes(word))
  })
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()

/** Whether two ends stick to the same thing. */
export const isSameAnchor = (a: Anchor | undefined, b: Anchor | undefined): boolean =>
  a !== undefined && b !== undefined && a.root === b.root && a.id === b.id

/** An arrow's end at the middle of something, to be written; `undefined` where that is not there. */
export function endAt(board: ReadableBoard, on: Anchor): NewEnd | undefined {
  const box: Box | null = anchorBox(board, { on, at: [0.5, 0.5], x: 0, y: 0 })
  return box === null ? undefined : { on, at: [0.5, 0.5], x: box.x + box.w / 2, y: box.y + box.h / 2 }
}
