/** Words of the time left, in the bar of every screen. */
export const timer = {
  leftWord: 'left',
  up: 'Time is up',
  open: 'Time left: when it ends, and sound',
  title: 'Time left',
  ends: 'Ends at {{time}}.',
  ended: 'The time was up at {{time}}. Nobody is cut off: finish what you are saying.',
  twoMinutes: 'Two minutes left.',
  sound: 'Soft sound at two minutes and at the end',
  soundHint: 'On this device only.',
} as const
