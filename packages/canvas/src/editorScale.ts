/** Least size of a note that is being written in, in parts of life size, however far away the board is. */
const EDITOR_MIN = 0.9

/** How much larger than its card an editor is drawn, at some zoom. */
export function editorScale(zoom: number): number {
  return Math.max(1, EDITOR_MIN / zoom)
}
