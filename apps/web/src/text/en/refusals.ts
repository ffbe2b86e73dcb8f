/**
 * What went wrong, by the code of a refusal. A code that is not here is shown in the server's own words, see
 * `refusalText`.
 */
export const refusals = {
  unreachable: 'The server could not be reached. Nothing is lost; check your connection and try again.',
  unreadable: 'The server answered something that this page does not understand. Load the page again.',
  not_connected: 'There is no connection just now, so nothing was changed. Try again in a moment.',
  not_allowed: 'Only a facilitator can do that.',
  name_missing: 'Type a name.',
  too_long: 'That is too long. Please make it shorter.',
  no_such_board: 'That board is no longer here.',
  no_such_person: 'That person is no longer on the list.',
  full: 'This workshop is full. Tell a facilitator.',
} as const
