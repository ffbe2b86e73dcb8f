/** Words of the Join page and of links that do not work. */
export const join = {
  title: 'Join',
  invited: 'You are invited to',
  untitled: 'a workshop',
  name: 'Your name',
  nameHint: 'As the others know you. You can change it later.',
  nameMissing: 'Type a name, so that the others know who you are.',
  submit: 'Join',
  joining: 'Joining…',
  asFacilitator:
    'This link makes you a facilitator: you can rename things, hide notes and undo what somebody did.',
  asObserver: 'You will see everything that is open, and change nothing.',
  rejoinTitle: 'Carry on, on this device',
  rejoinBody: 'You come in as yourself. This link works once, for ten minutes.',
  rejoinSubmit: 'Carry on here',
  rising: 'Opening the workshop…',

  alreadyTitle: 'You are here already',
  alreadyBody: 'On this device you are {{name}}.',
  alreadyStay: 'Go on as you are',
  alreadySwitch: 'Come in by this link instead',

  notNowTitle: 'That did not work just now',
  linkTitle: 'This link does not open anything',
  linkIncomplete:
    'A part of the link is missing. Links to a workshop end in # and a row of letters; some programs cut that off.',
  placeTitle: 'You have not joined this workshop here yet',
  placeBody: 'Open the workshop’s own link, or enter its code; then you come to where this link leads.',
  rejoinWrong:
    'It works once and for ten minutes. On the other device, make a new one: menu, Use another device.',
  whatToDo: 'What you can do',
  askAgain: 'Ask the facilitator for the link again, and open all of it.',
  tryCode: 'Or ask for the eight letters, and enter them here.',
  unreachableTitle: 'The server could not be reached',
  unreachableBody: 'Nothing is lost. Check that you are connected, then try again.',
  retry: 'Try again',
  toHome: 'Go to the start page',

  operator: 'Run by {{name}}',
  operatorNone: 'About this service',
  contact: 'Contact',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  retention_one: 'Workshops are erased {{count}} day after they were last used.',
  retention_other: 'Workshops are erased {{count}} days after they were last used.',
  retentionNone: 'Workshops are kept until somebody erases them.',
} as const
