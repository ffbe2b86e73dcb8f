/** Words for pictures of boards: saving, printing, and in the write-up. */
export const boardPicture = {
  save: 'Save picture',
  saveSvg: 'Save picture as SVG',
  print: 'Print…',
  drawing: 'Drawing the picture…',
  saved: 'The picture is in your downloads.',
  notSaved: 'The picture was not saved. {{why}}',
  heading: 'Picture of the board',
  /** For those who do not see it. */
  of: 'Picture of the board “{{board}}”.',
  holds: 'Everything written on it is in the text of this page.',
  notes_one: '{{count}} note',
  notes_other: '{{count}} notes',
  drawings_one: '{{count}} drawing or picture',
  drawings_other: '{{count}} drawings and pictures',
  shows: 'It shows {{what}}.',
  failed: 'The picture of this board could not be fetched. Everything written on it is in the text.',
  waiting: 'Fetching the picture…',
} as const
