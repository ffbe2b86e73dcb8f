/** Words about people: the roster, *About you*, writing for somebody, from the room. */
export const people = {
  writingAs: 'Writing as {{name}}',
  writingAsSelf: 'Writing as yourself',
  writingRoom: 'Writing from the room',
  writeFor: 'Whose notes do you write?',
  asSelf: 'Your own',
  asPerson: 'For {{name}}',
  asRoom: 'From the room: what people say, nobody named',
  writtenAs: 'For {{name}}',
  writtenRoom: 'From the room',
  openRoom: 'Write down what people say…',

  roomTitle: 'From the room',
  roomLead: 'Type what is said aloud, Enter for the next. Nobody is named.',
  roomField: 'What was said',
  roomAdd: 'Add',
  roomSection: 'Section',
  roomStop: 'Stop writing from the room',
  roomRecent: 'Just added',
  roomBack: 'Take back',
  roomBackNamed: 'Take back “{{words}}”',
} as const
