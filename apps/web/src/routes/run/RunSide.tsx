/** The *Run* panel beside the screen, for facilitators on a wide screen. */
export function RunSide() {
  return null
}
