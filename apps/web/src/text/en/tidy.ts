/** Words of tidying up and sorting. */
export const tidy = {
  tidyUp: 'Tidy up',
  tidyUpSection: 'Tidy up a section',
  sortSection: 'Sort a section',
  sortBy: 'Sort by',
  onCanvas: 'Tidy up on the canvas',
  oldest: 'Oldest first',
  newest: 'Newest first',
  words: 'Words, A to Z',
  color: 'Colour',
  writer: 'Who wrote it',
  theme: 'Titles of themes',
  saidTidy_one: '{{section}}: {{count}} note moved to a tidy place',
  saidTidy_other: '{{section}}: {{count}} notes moved to tidy places',
  saidTidyAlready: '{{section}} is tidy already',
  saidSorted: '{{section}} is sorted: {{by}}',
  saidSortedAlready: '{{section}} is in this order already: {{by}}',
} as const
