/** Words of the Share dialog. */
export const share = {
  title: 'Share',
  lead: 'Anyone with the link or the code can join and write. They type a name, nothing else.',
  link: 'Link to join',
  copyLink: 'Copy link',
  code: 'Code to join',
  codeHint: 'To read out: at {{address}} choose “Enter a code”.',
  large: 'Show large',
  largeTitle: 'Join {{title}}',
  largeScan: 'Scan, or open {{address}} and enter',
  thisComputerOnly:
    'This address works only on this computer. To let others in, start Moot with --host and --public-url; the README says how.',
  observer: 'Link to watch',
  observerHint: 'Opens the workshop for somebody who sees everything that is open and changes nothing.',
  observerOnly: 'You are watching. Ask a facilitator for a link if somebody else wants to join.',
} as const
