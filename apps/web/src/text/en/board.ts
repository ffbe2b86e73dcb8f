/** Words of the board screen: canvas and list together. */
export const board = {
  title: 'Board',
  untitled: 'Board',
  view: 'How the board is shown',
  canvas: 'Canvas',
  list: 'List',

  loading: 'Fetching the board…',
  loadingSlow: 'Still trying to reach the server. Nothing is lost; the board opens as soon as it answers.',
  observing: 'You are observing: you see everything that is open here, and change nothing.',
  readOnly: 'This board cannot be changed just now. Everything on it can be read.',
  empty: 'Nothing here yet',
  emptyList: 'Write the first note.',
  emptyReading: 'Notes appear here as people write them.',

  lemon: 'Lemon',
  mint: 'Mint',
  sky: 'Sky',
  peach: 'Peach',
  rose: 'Rose',
  lilac: 'Lilac',
  colorOfNew: 'Colour of new notes',
  colorNow: 'Colour of new notes: {{color}}',

  undo: 'Undo',
  redo: 'Redo',
  more: 'More',

  noSection: 'In no section',

  pasteTitle: 'Make {{count}} notes?',
  pasteBody: 'What you pasted has {{count}} lines; each becomes a note. Undo takes all of them back.',
  pasteDo: 'Make {{count}} notes',

  saidAdded_one: 'Added to {{section}}.',
  saidAdded_other: '{{count}} notes added to {{section}}.',
  saidAddedNowhere_one: 'Note added.',
  saidAddedNowhere_other: '{{count}} notes added.',
  saidUndone: 'Undone.',
  saidRedone: 'Done again.',

  noWords: 'a note without words',

  canvasOpening: 'Opening the canvas…',
  canvasFailedTitle: 'The canvas could not be opened',
  canvasFailedBody: 'The board is safe. You can go on in the list, or try again.',
  canvasRetry: 'Try again',
  canvasToList: 'Go to the list',
  editorLabel: 'Words of the note',
} as const
