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

  refusedTitle: 'You are no longer in this workshop on this device',
  refusedBody:
    'A facilitator took you off the list, or your place here has lapsed. What you wrote is still there, and the link lets you join anew.',
  goneTitle: 'This workshop is no longer here',
  goneBody: 'It may have been erased. If that surprises you, ask whoever runs this service.',
  notUnderstoodTitle: 'The connection was closed',
  notUnderstoodBody:
    'The server could not go on with this page. Load it again; what was marked as saved is safe.',
  joinAnew: 'Join anew',
  forgetAndGo: 'Forget it here',
} as const
