/** Words of the frame around board and write-up: bar, people, menu, states. */
export const workshop = {
  untitled: 'Untitled workshop',
  untitledBoard: 'Board',
  home: 'Moot: to the start page',
  destinations: 'Parts of the workshop',
  now: 'Now',
  board: 'Board',
  spaces: 'Spaces',
  run: 'Run',
  order: 'Running order',
  bigScreen: 'Big screen',
  writeUp: 'Write-up',
  skip: 'Skip to the content',
  opening: 'Opening the workshop…',
  openingSlow: 'Still trying to reach the server. Check your connection.',

  connecting: 'Connecting…',
  saved: 'Saved',
  saving: 'Saving…',
  reconnecting: 'Reconnecting, keep writing',
  reconnectingShort: 'Reconnecting',
  offline: 'Not connected: kept in this browser',
  offlineShort: 'Kept here',
  stopped: 'Not saved',
  readOnly: 'Watching',

  share: 'Share',
  menu: 'Menu',
  rename: 'Rename',
  renameWorkshop: 'Name of the workshop',
  renameDo: 'Save',
  renameHint: 'Press to rename',

  people: 'People',
  peopleButton_one: 'People: {{count}} here',
  peopleButton_other: 'People: {{count}} here',
  here: 'Here now',
  away: 'Were here',
  you: 'you',
  elsewhere: 'elsewhere in the workshop',
  onBoard: 'on {{board}}',
  renameYourself: 'Change your name',
  yourName: 'Your name',
  morePeople_one: 'and {{count}} more',
  morePeople_other: 'and {{count}} more',

  appearance: 'Appearance',
  appearanceSystem: 'As this device',
  appearanceLight: 'Light',
  appearanceDark: 'Dark',
  shortcuts: 'Single-letter shortcuts',
  otherDevice: 'Use another device',
  keepLink: 'Keep your facilitator link',
  addFacilitator: 'Add a second facilitator',
  undoPerson: 'Undo what one person did',
  checkConnection: 'Check my connection',
  about: 'About this service',
  leave: 'Leave this device',

  otherDeviceLead:
    'Scan this with the other device, or open the link there. You will be the same person on both.',
  otherDeviceLink: 'Link for your other device',
  otherDeviceCode: 'Or its code',
  otherDeviceLeft_one:
    'Works once, for {{count}} more minute. Show it to nobody: it opens the workshop as you.',
  otherDeviceLeft_other:
    'Works once, for {{count}} more minutes. Show it to nobody: it opens the workshop as you.',
  otherDeviceOver: 'This link is too old now.',
  otherDeviceAgain: 'Make a new one',

  keepLinkLead:
    'Whoever has this link can facilitate. Keep it somewhere safe: with it you can come back from any device, even if this browser forgets you.',
  keepLinkLabel: 'Your facilitator link',
  keepLinkDownload: 'Download as a text file',
  keepLinkMissing:
    'This browser does not hold a facilitator link. Make a new one; earlier ones keep working.',
  keepLinkMake: 'Make a facilitator link',
  keepLinkFile:
    'Facilitator link for “{{title}}”\n\n{{link}}\n\nWhoever has this link can facilitate. Keep it safe.\n',
  keepLinkFileName: 'facilitator-link.txt',

  addFacilitatorLead:
    'Whoever opens this link becomes a facilitator with the same powers as you. Send it to one person, by a private message.',
  addFacilitatorMake: 'Make a link',
  addFacilitatorLabel: 'Link for another facilitator',
  making: 'Making…',

  undoLead:
    'Takes back everything one person did on this board in the time you choose. What others changed in the same notes since then stays.',
  undoWho: 'Whose changes?',
  undoChoose: 'Choose…',
  undoSince: 'Done in the last',
  undoMinutes_one: '{{count}} min',
  undoMinutes_other: '{{count}} min',
  undoTime: 'Since…',
  undoTimeLabel: 'Since (time of day)',
  undoTimeMissing: 'Type a time, for example 10:42.',
  undoDo: 'Undo their changes',
  undoNobody: 'Choose a person.',
  undone_zero: 'There was nothing to undo.',
  undone_one: 'Undone: {{count}} note changed.',
  undone_other: 'Undone: {{count}} notes changed.',

  leaveTitle: 'Leave this device?',
  leaveBody:
    'This browser forgets everything it keeps for Moot: who you are in every workshop, and notes that were not sent yet. What was saved stays in the workshops.',
  leaveUnsaved: 'Some of what you wrote is not saved yet and would be lost.',
  leaveFacilitator:
    'You are a facilitator here. Keep your facilitator link first, or you may not be able to come back as one.',
  leaveDo: 'Leave and forget',

  refusedTitle: 'You are no longer in this workshop on this device',
  refusedBody:
    'The server does not know you any more. Open the link again to join anew; what you wrote is still there.',
  goneTitle: 'This workshop is no longer here',
  goneBody: 'It may have been erased. If that surprises you, ask whoever runs this service.',
  notUnderstoodTitle: 'The connection was closed',
  notUnderstoodBody:
    'The server could not go on with this page. Load it again; what was marked as saved is safe.',
  joinAnew: 'Join anew',
  forgetAndGo: 'Forget it here',
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
