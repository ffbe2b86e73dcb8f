/**
 * What went wrong, by the code of a refusal. A code that is not here is shown in the server's own words, see
 * `refusalText`.
 */
export const refusals = {
  unreachable: 'The server could not be reached. Nothing is lost; check your connection and try again.',
  unreadable: 'The server answered something that this page does not understand. Load the page again.',
  not_connected: 'There is no connection just now, so nothing was changed. Try again in a moment.',
  fault: 'That did not work on the server, and nothing was changed. Try again.',
  bad_request: 'The server did not understand that. Load the page again.',
  not_found:
    'There is no such workshop here. The link may be old or mistyped, or the workshop may have been erased.',
  bad_link: 'It may have been replaced, mistyped or cut short.',
  bad_code:
    'No workshop has that code. Check the letters and try again; the code may also have been for an earlier workshop.',
  bad_rejoin_code:
    'That link has been used, or is older than ten minutes. Make a new one on the other device.',
  unknown_person: 'This browser is not in the workshop any more. Open its link again.',
  operator_key: 'That is not the key that this server asks for. Whoever runs it can tell you.',
  unknown_template: 'This server does not have that kind of board. Load the page again and choose anew.',
  too_large: 'That is more than can be sent at once. Please make it shorter.',
  name_missing: 'Type a name.',
  no_such_board: 'That board is no longer here.',
  no_such_person: 'That person is no longer on the list.',
  full: 'This workshop is full. Tell a facilitator.',
} as const
