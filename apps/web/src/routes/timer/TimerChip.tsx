/** Time left, in the bar of every screen; nothing where no timer runs. */
export function TimerChip() {
  return null
}
