/** Boards to be drawn: one of everything, and many of everything. Also for the end-to-end test and the bench. */
import type * as Y from 'yjs'
import type { BoardSeed, Writer } from '@moot/board'
/** Two sections in a frame, a curve of each dash, words on both sides. */
export declare const SEED: BoardSeed
/** Somebody on a fresh board; ids are counted, the same each time. */
export declare function writerOn(doc: Y.Doc, person?: string, seed?: BoardSeed | null): Writer
/** What `oneOfEverything` put on a board that is out of sight. */
export declare const OUT_OF_SIGHT: readonly ['deleted words', 'hidden words', 'undone words']
/**
 * Puts one of everything on a board: notes of all colours, a theme, strokes, words, outlines, arrows that stick,
 * pictures, and what is out of sight.
 *
 * @param uploads - a picture's and a backdrop's
 * @param isFacilitator - whether the writer may put a backdrop there
 */
export declare function oneOfEverything(
  writer: Writer,
  uploads: {
    readonly picture: string
    readonly backdrop: string
  },
  isFacilitator?: boolean,
): void
/** Fills a board: notes in rows, strokes and pictures between them, as a long workshop would. */
export declare function fillBoard(
  writer: Writer,
  counts: {
    readonly notes: number
    readonly strokes: number
    readonly pictures: number
  },
  uploads?: readonly string[],
): void
//# sourceMappingURL=boards.d.ts.map
