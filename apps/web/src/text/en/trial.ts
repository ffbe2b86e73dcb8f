/** Words of trying a workshop as a participant. */
export const trial = {
  title: 'Try it as a participant',
  used: 'This window has been used, or is older than ten minutes. Close it, and press “Try it as a participant” again.',
  ribbon: 'You are trying this as a participant.',
  close: 'Close',
} as const
