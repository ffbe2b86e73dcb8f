/** Boards to be drawn, and a reader for what was drawn: for tests in other packages. */
export { fillBoard, oneOfEverything, OUT_OF_SIGHT, SEED, writerOn } from './boards.ts'
export { everyElement, parseXml, wordsIn } from './parseXml.ts'
export type { Parsed } from './parseXml.ts'
