/** Words of the frame's menu and of the dialogs that it opens; they come with the menu. */
export const frame = {
  appearance: 'Appearance',
  appearanceSystem: 'As this device',
  appearanceLight: 'Light',
  appearanceDark: 'Dark',
  sound: 'Sound when time is nearly up',
  roster: 'People and roles',
  aboutYou: 'About you',
  writingFor: 'I’m writing for someone',
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
} as const
