/** Words of taking notes from the board of a space to the main board. */
export const promote = {
  do: 'Promote to the main board',
  short: 'Promote',
  done_one: '{{count}} note promoted to the main board.',
  done_other: '{{count}} notes promoted to the main board.',
  there_one: '{{count}} was there already.',
  there_other: '{{count}} were there already.',
  late: 'They are saved as soon as the server answers.',
  see: 'See them',
  unreachable: 'The main board could not be reached just now. Nothing was promoted; try again in a moment.',
  locked: 'The main board is for reading just now. Nothing was promoted.',
} as const
