/** What the places of a workshop are called, on every screen that names one. */
export const places = {
  mainRoom: 'Main room',
  round: 'Round {{number}}',
  breakout: 'Space {{number}}',
  hallway: 'Hallway',
  topic: 'Topic',
  help: 'Help desk',
  titled: '{{space}} · {{title}}',
  /** For screen readers instead of R1·3. */
  labelRead: 'Round {{round}}, space {{number}}',
  homeClock: '{{time}} {{place}}',
  twoClocks: '{{time}} ({{home}})',
  notGone: 'You could not be taken there. {{why}}',
} as const
