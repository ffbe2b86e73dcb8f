/** Words of the Share dialog. */
export const share = {
  title: 'Share',
  lead: 'Anyone with the link or the code can join and write. They type a name, nothing else.',
  link: 'Link to join',
  copyLink: 'Copy link',
  code: 'Code to join',
  codeHint: 'To read out: open {{address}} and enter the code.',
  large: 'Show large',
  largeTitle: 'Join {{title}}',
  largeScan: 'Scan, or open {{address}} and enter',
  thisComputerOnly:
    'This address works only on this computer. The README of this server says how to open it to others.',
  observer: 'Link to watch',
  observerHint: 'Opens the workshop for somebody who sees everything that is open and changes nothing.',
  observerOnly: 'You are watching. Ask a facilitator for a link if somebody else wants to join.',
} as const
