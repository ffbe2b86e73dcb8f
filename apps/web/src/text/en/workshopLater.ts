/** Words of the frame that are said later: who is here, and what to do when a board is in trouble. One part with `workshop`. */
export const workshopLater = {
  here: 'Here now',
  away: 'Were here',
  you: 'you',
  elsewhere: 'elsewhere in the workshop',
  onBoard: 'on {{board}}',
  renameYourself: 'Change your name',
  yourName: 'Your name',
  morePeople_one: 'and {{count}} more',
  morePeople_other: 'and {{count}} more',
  boardGoneTitle: 'This board is not here',
  boardGoneBody: 'It may have been removed, or the address may be mistyped.',
  boardGoneGo: 'Go to the first board',
  stoppedTitle: 'This board is closed to this page',
  stoppedBody:
    'The board did not take your last change, so nothing more is saved from here. Open it again to carry on.',
  openAgain: 'Open the board again',
  rescuedTitle: 'These words could not be sent',
  rescuedBody:
    'The board did not take your last changes. Your words are here: copy them, or add them again as new notes.',
  rescuedAdd: 'Add again',
  rescuedAdded_one: 'Added again: {{count}} note.',
  rescuedAdded_other: 'Added again: {{count}} notes.',
  rescuedDrop: 'Let them go',
  supersededBody: 'A facilitator has put back an earlier version of this board. Open it again to see it.',
} as const
