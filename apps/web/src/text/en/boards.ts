/** Words of the boards of a workshop that are said at once: going between them, and what a link led to. */
export const boards = {
  name: 'Boards',
  place: '{{place}} of {{total}}',
  previous: 'Previous board: {{board}}',
  next: 'Next board: {{board}}',
  noPrevious: 'Previous board: this is the first one',
  noNext: 'Next board: this is the last one',
  all: 'All boards. This is {{board}}, {{place}} of {{total}}',
  saidAt: '{{board}}, board {{place}} of {{total}}',

  dismiss: 'Close',
  saidFound_note: 'Here is the note that the link leads to.',
  saidFound_section: 'Here is the section that the link leads to.',
  saidFound_drawing: 'Here is the drawing that the link leads to.',

  across: 'Copy to another board…',
  sectionMore: 'More for section {{section}}',
} as const
